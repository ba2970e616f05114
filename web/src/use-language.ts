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

/** Storage may be forbidden; then the choice lasts as long as the page. */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // nothing is lost but the memory of a choice
  }
}
