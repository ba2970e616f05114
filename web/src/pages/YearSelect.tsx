// The fiscal year of a page, kept in its address.
import { useIntl } from "react-intl";
import { useLanguage } from "../address/use-language.ts";
import { updateUrl } from "../address/use-url.ts";
import { fiscalYearText } from "../lib/fiscal-year.ts";
import { Select } from "../ui/Field.tsx";

/** @param years as they should be listed */
export function YearSelect({ year, years }: { year: number; years: readonly number[] }) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  return (
    <Select
      label={t({ id: "layers.year" })}
      value={String(year)}
      options={years.map((one) => ({ value: String(one), text: fiscalYearText(one, language) }))}
      onChange={(chosen) => updateUrl({ fiscalYear: Number(chosen) })}
    />
  );
}
