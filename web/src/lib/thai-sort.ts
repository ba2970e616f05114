const collators = {
  th: new Intl.Collator("th", { numeric: true }),
  en: new Intl.Collator("en", { numeric: true }),
};

/** Dictionary order: in Thai a leading vowel (เ แ โ ใ ไ) sorts after its consonant. */
export function compareText(a: string, b: string, language: "th" | "en"): number {
  return collators[language].compare(a, b);
}

/** Nothing known sorts last, whichever way the order runs. */
export function compareNumbers(a: number | null, b: number | null, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return descending ? b - a : a - b;
}
