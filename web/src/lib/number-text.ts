// Numbers as people read them. Thai pages use Arabic digits, as government pages do.
import type { Unit } from "@phuenthi/server/contract/indicators";

type Language = "th" | "en";

const locale = (language: Language) => (language === "th" ? "th-TH-u-nu-latn" : "en-GB");

export function numberText(value: number, language: Language): string {
  return new Intl.NumberFormat(locale(language), { maximumFractionDigits: 1 }).format(value);
}

/** What stands after a number: 1 province, 2 provinces. @param value as it is shown */
export function unitText(unit: Unit, value: number | null, language: Language): string {
  return language === "en" && value === 1 && unit.one ? unit.one : unit[language];
}

/** @param ratio 0–1. One decimal, and never 0 % or 100 % for what is not quite. */
export function percentText(ratio: number, language: Language): string {
  const percent = ratio * 100;
  const format = new Intl.NumberFormat(locale(language), { maximumFractionDigits: 1 });
  if (percent > 0 && percent < 0.05) return `<${format.format(0.1)}%`;
  if (percent > 99.95 && percent < 100) return `>${format.format(99.9)}%`;
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
