// Amounts of a target in words: of a rate its share, else a number.
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { useLanguage } from "../../address/use-language.ts";
import { numberText, wholeOf } from "../../lib/number-text.ts";
import { ratioText } from "../../lib/ratio-words.ts";

export function useAmountText(indicator: IndicatorDeclaration): (value: number | null) => string {
  const language = useLanguage();
  return (value) => {
    if (value === null) return "–";
    if (indicator.kind === "rate") return ratioText(indicator, value, language);
    return numberText(wholeOf(value), language);
  };
}
