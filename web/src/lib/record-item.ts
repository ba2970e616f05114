// What every answer of a record has, whatever its kind, and where it lies.

import type { AreaRef } from "@phuenthi/server/contract/vocabulary";
import type { RecordKind } from "@phuenthi/server/records/record-kind";

export type RecordItem = Record<string, unknown> & {
  id: string;
  area_code?: string;
  province_code?: string;
  local_authority_code?: string;
  area_path?: AreaRef[];
  position?: [number, number] | null;
  sample: boolean;
  updated_at: string;
  ended_on: string | null;
  end_reason: string | null;
};

export type RecordDetail = RecordItem & { related: Record<string, number> };

/** Code of the place that a record lies at, as the page's links and filters have it; null: of the whole country. */
export const placeOfItem = ({ area_code, province_code, local_authority_code }: RecordItem): string | null =>
  area_code ?? province_code ?? (local_authority_code ? `L${local_authority_code}` : null);

/** The title as it is written, in the language where it is; null of kinds that have none. */
export function titleOfItem(
  { title }: Pick<RecordKind, "title">,
  item: Record<string, unknown>,
  language: "th" | "en",
): string | null {
  if (!title) return null;
  return String((language === "en" && item[`${title}_en`]) || item[`${title}_th`]);
}
