// Numbers as people read them. Thai pages use Arabic digits, as government pages do.
import type { IndicatorDeclaration, Unit } from "@phuenthi/server/contract/indicators";

type Language = "th" | "en";

const locale = (language: Language) => (language === "th" ? "th-TH-u-nu-latn" : "en-GB");

/** One decimal; of what would round to nothing two digits, for what is there is never told as 0. */
export function numberText(value: number, language: Language): string {
  const size = Math.abs(value);
  const isTold = size >= 0.05 || size < HAIR;
  return isTold
    ? new Intl.NumberFormat(locale(language), { maximumFractionDigits: 1 }).format(value)
    : twoDigits(value, language);
}

/** Sums of parts of a unit are off by less. */
const HAIR = 1e-6;

const twoDigits = (value: number, language: Language) =>
  new Intl.NumberFormat(locale(language), { maximumSignificantDigits: 2 }).format(value);

/** So much of one for so much of another: below one, two digits tell places apart where a decimal would not. */
export function rateText(rate: number, language: Language): string {
  return rate !== 0 && Math.abs(rate) < 1 ? twoDigits(rate, language) : numberText(rate, language);
}

/** Whole, but for what would round to nothing. */
export const wholeOf = (value: number): number => (Math.abs(value) < 1 ? value : Math.round(value));

/** A part in words: 1 in 10, 2 in 3. In per cent where no small fraction says it. */
export function partText(numerator: number, denominator: number, language: Language): string {
  if (denominator > LARGEST_PART) return percentText(numerator / denominator, language);
  return `${numerator} ${language === "th" ? "ใน" : "in"} ${denominator}`;
}

/** Beyond this nobody sees a part before them. */
const LARGEST_PART = 20;

/** Below this many units a part of one is seen: told to two places, it is also no number of an indicator (1.1). */
const FEW = 20;

/** Places after the point that units are told to, where there are so many. */
export const countPlaces = (whole: number): 1 | 2 => (whole < FEW ? 2 : 1);

/**
 * A number of units, which may lie in a place by a part. @param whole that it is a part of: where that is less than one,
 * parts of one are told as people say them
 */
export function countText(count: number, language: Language, whole = count): string {
  const isWhole = Math.abs(count - Math.round(count)) < 1e-6;
  if (isWhole || whole >= FEW) return numberText(count, language);
  if (count > 1 || whole >= 1) {
    const places = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
    return new Intl.NumberFormat(locale(language), places).format(count);
  }
  for (let denominator = 2; denominator <= LARGEST_PART; denominator += 1) {
    const numerator = Math.round(count * denominator);
    if (numerator > 0 && Math.abs(count - numerator / denominator) < 1e-6) {
      return partText(numerator, denominator, language);
    }
  }
  return percentText(count, language);
}

/** What stands after a number: 1 province, 2 provinces. @param value as it is shown */
export function unitText(unit: Unit, value: number | null, language: Language): string {
  return language === "en" && value === 1 && unit.one ? unit.one : unit[language];
}

/**
 * Id of the words for what is counted: one local authority, two or none of the local authorities; the kind, without a
 * number.
 */
export function countedId(
  {
    counted_by,
    with_districts,
  }: Pick<IndicatorDeclaration, "counted_by"> & Partial<Pick<IndicatorDeclaration, "with_districts">>,
  count: number | null = null,
): string {
  // units of two kinds: one of them may be of either
  const what = with_districts ? `${counted_by}_or_district` : counted_by;
  return count === 1 ? `counted_one.${what}` : `counted_by.${what}`;
}

/** @param ratio 0–1. One decimal, and never 0 % or 100 % for what is not quite: said in words. */
export function percentText(ratio: number, language: Language): string {
  const percent = ratio * 100;
  const format = new Intl.NumberFormat(locale(language), { maximumFractionDigits: 1 });
  if (percent > 0 && percent < 0.05) return language === "th" ? "ไม่ถึง 0.1%" : "under 0.1%";
  if (percent >= 99.95 && percent < 100) return language === "th" ? "เกือบ 100%" : "nearly 100%";
  return `${format.format(percent)}%`;
}

export function bahtText(baht: number, language: Language): string {
  return `${numberText(Math.round(baht), language)} ${language === "th" ? "บาท" : "baht"}`;
}

const M2_PER_RAI = 1600;

/** Square kilometres; in Thai also ไร่, the unit that land is spoken of in. */
export function landText(areaM2: number, language: Language): string {
  const km2 = numberText(areaM2 / 1e6, language);
  if (language === "en") return `${km2} km²`;
  return `${km2} ตร.กม. (${numberText(Math.round(areaM2 / M2_PER_RAI), language)} ไร่)`;
}

/** How large a file is. */
export function sizeText(bytes: number, language: Language): string {
  return bytes < 1e6
    ? `${numberText(Math.ceil(bytes / 1e3), language)} KB`
    : `${numberText(bytes / 1e6, language)} MB`;
}
