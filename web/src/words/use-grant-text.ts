// What was granted, in words: an amount that nobody recorded is not 0 baht.
import { useIntl } from "react-intl";
import { useLanguage } from "../address/use-language.ts";
import { bahtText } from "../lib/number-text.ts";
import type { PlanItem } from "../lib/record-types.ts";

export function useGrantText() {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  return ({
    granted_thb: baht,
    unrecorded_grants: unrecorded,
  }: Pick<PlanItem, "granted_thb" | "unrecorded_grants">) => {
    if (baht === null) return t({ id: "plan.unrecorded" });
    if (unrecorded === 0) return bahtText(baht, language);
    return t({ id: "plan.granted.least" }, { baht: bahtText(baht, language), count: unrecorded });
  };
}
