// Shares of a target beside what there is: one row per place of a level. Pure.
import type { TargetValue } from "@phuenthi/server/contract/targets";

export type ShareRow = {
  code: string;
  /** what there is to count, or what is needed; null where nobody knows */
  all: number | null;
  reached: number | null;
  /** small figures that are not in it stay below this together; undefined: none */
  withheldBelow: number | undefined;
  /** the share in the version looked at, by the last year; null: none */
  before: number | null;
  /** the share a change would give; null: none */
  after: number | null;
};

/** The country's value in its last year; null without any. */
export function wholeOf(values: readonly TargetValue[]): { fiscal_year: number; value: number } | null {
  return (
    values
      .filter((one) => one.place_code === "TH")
      .sort(byYear)
      .at(-1) ?? null
  );
}

/** Which level a version is shared out to: the finest; null: to none. */
export function sharedLevel(values: readonly TargetValue[]): "region" | "province" | null {
  if (values.some((one) => /^[0-9]/.test(one.place_code))) return "province";
  return values.some((one) => one.place_code.startsWith("R")) ? "region" : null;
}

/**
 * @param figures the level's coverage answer in the year nearest to the target's last
 * @param counts whether it is units that should be reached, and not an amount
 * @param after values of a preview; null: no change is looked at
 */
export function shareRows(
  figures: {
    codes: readonly string[];
    values: readonly (number | null)[];
    denominators: readonly (number | null)[];
    units: readonly number[];
    withheld: Readonly<Record<string, number>>;
  },
  counts: boolean,
  before: readonly TargetValue[],
  after: readonly TargetValue[] | null,
): ShareRow[] {
  const held = lastShares(before);
  const given = after && lastShares(after);
  return figures.codes.map((code, i) => ({
    code,
    all: (counts ? figures.units[i] : figures.denominators[i]) ?? null,
    reached: figures.values[i] ?? null,
    withheldBelow: figures.withheld[code],
    before: held.get(code) ?? null,
    after: given?.get(code) ?? null,
  }));
}

/** Sum of one column; null when no place has any. */
export function sumOf(
  rows: readonly ShareRow[],
  column: "all" | "reached" | "before" | "after",
): number | null {
  const known = rows.flatMap((row) => row[column] ?? []);
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : null;
}

/** What somebody typed, in Thai digits or with commas; NaN when it is no whole number from 0 up, or nothing. */
export function wholeNumber(text: string): number {
  const plain = text
    .trim()
    .replaceAll(",", "")
    .replaceAll(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
  return /^\d+$/.test(plain) ? Number(plain) : Number.NaN;
}

function lastShares(values: readonly TargetValue[]): Map<string, number> {
  return new Map([...values].sort(byYear).map((one) => [one.place_code, one.value]));
}

const byYear = (a: TargetValue, b: TargetValue) => a.fiscal_year - b.fiscal_year;
