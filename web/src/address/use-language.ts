import { readStored, store } from "../lib/stored.ts";
import { useUrl } from "./use-url.ts";

const KEY = "phuenthi-language";

/** The link's language, else the one chosen last on this device, else Thai. */
export const useLanguage = (): "th" | "en" => languageOr(useUrl().language);

/** @param asked null: the link asks for none */
export const languageOr = (asked: "th" | "en" | null): "th" | "en" =>
  asked ?? (readStored(KEY) === "en" ? "en" : "th");

export function storeLanguage(language: "th" | "en"): void {
  store(KEY, language);
}
