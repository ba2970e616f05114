// Records of any kind in words: fields with their names and values, titles, and how many there are.
import { BAHT, type Field, type RecordKind } from "@phuenthi/server/records/record-kind";
import { useIntl } from "react-intl";
import { useLanguage } from "../address/use-language.ts";
import { pathText } from "../lib/area-name.ts";
import { dateText, fiscalYearText } from "../lib/fiscal-year.ts";
import { numberText } from "../lib/number-text.ts";
import { placeOfItem, type RecordItem, titleOfItem } from "../lib/record-item.ts";
import { usePlaceName } from "./use-place-names.ts";

/** @param kind whose records they are */
export function useRecordTexts(kind: RecordKind) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const placeName = usePlaceName(kind.place?.of === "local_authority");

  const label = (name: string, item?: RecordItem): string => {
    const field = kind.fields[name];
    const by = field?.labelBy;
    const ofCode = by && item && (by.labels[String(item[by.field])] ?? by.labels[""]);
    return (ofCode ?? field?.label)?.[language] ?? name;
  };

  /** @param dash what stands where there is nothing to tell */
  const value = (name: string, item: RecordItem, dash: string): string => {
    const field = kind.fields[name];
    const told = item[name];
    if (!field || told === null || told === undefined) return field?.none?.[language] ?? dash;
    return valueText(field, told);
  };

  function valueText(field: Field, told: unknown): string {
    if (field.list) return field.list.codes[String(told)]?.[language] ?? String(told);
    if (field.type === "date") return dateText(String(told), language);
    if (field.type === "year") return fiscalYearText(Number(told), language);
    if (field.type === "flag") return t({ id: told ? "value.yes" : "value.no" });
    if (field.unit === BAHT) return numberText(Math.round(Number(told)), language);
    if (field.type === "count" || field.type === "amount") return numberText(Number(told), language);
    return String(told);
  }

  /** Where it lies, from small to large; null: of the whole country. */
  const place = (item: RecordItem): string | null => {
    if (item.area_path) return pathText(item.area_path, language);
    const code = placeOfItem(item);
    return code && placeName(code);
  };

  return {
    label,
    value,
    place,
    /** with its unit, where there is one */
    withUnit: (name: string, item: RecordItem, dash: string) => {
      const unit = kind.fields[name]?.unit?.[language];
      const text = value(name, item, dash);
      return unit && item[name] !== null && item[name] !== undefined ? `${text} ${unit}` : text;
    },
    labelWithUnit: (name: string) => {
      const unit = kind.fields[name]?.unit?.[language];
      return unit ? `${label(name)} (${unit})` : label(name);
    },
    /** Of kinds without one: what it is, and from when. */
    title: (item: RecordItem): string => {
      const own = titleOfItem(kind, item, language);
      if (own) return own;
      const from = kind.period && value(kind.period.from, item, "");
      return [kind.one[language], from].filter(Boolean).join(" · ");
    },
    counted: (count: number): string => {
      const number = numberText(count, language);
      if (language === "th") return `${number} ${kind.counted.th}`;
      return `${number} ${kind.counted.en[count === 1 ? 0 : 1]}`;
    },
  };
}
