/**
 * The language of a text that is shown as it was registered, whatever the page's: for `lang`, so that it is read out and
 * broken into lines as what it is. A Thai text may have foreign words in it, an English one no Thai.
 */
export function langOf(text: unknown): "th" | "en" | undefined {
  if (typeof text !== "string") return undefined;
  if (/[ก-๎]/.test(text)) return "th";
  return /[A-Za-z]{2}/.test(text) ? "en" : undefined;
}
