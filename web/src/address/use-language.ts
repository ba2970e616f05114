import { readStored, store } from "../lib/stored.ts";
import { useUrl } from "./use-url.ts";

const KEY = "phuenthi-language";

/** The link's language, else the one chosen last on this device, else Thai. */
export function useLanguage(): "th" | "en" {
  const { language } = useUrl();
  return language ?? (readStored(KEY) === "en" ? "en" : "th");
}

export function storeLanguage(language: "th" | "en"): void {
  store(KEY, language);
}
