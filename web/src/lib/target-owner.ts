// Who answers for a target, as it was recorded; a body that is the publisher of its source has a name in both languages.
type Source = { publisher_th: string; publisher_en: string };

export function targetOwner(owner: string, source: Source, language: "th" | "en"): string {
  return owner === source.publisher_th ? source[`publisher_${language}`] : owner;
}
