/** A heading as it stands inside a sentence: its first word small, but for one that is never written so (TAO, CODI's). */
export const inSentence = (heading: string): string =>
  heading.replace(/^\p{Lu}(?=\p{Ll}*(?:[^\p{L}]|$))/u, (letter) => letter.toLowerCase());
