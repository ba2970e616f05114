import en from "../i18n/en.json";
import th from "../i18n/th.json";
import type { Texts } from "./map-layer.ts";

/** What a word of the page is in both languages, for legends: words that take no values. */
export const wordsOf = (id: keyof typeof th): Texts => ({ th: th[id], en: en[id] });
