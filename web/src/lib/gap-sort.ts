import type { GapItem } from "@phuenthi/server/contract/gaps";
import { compareNumbers, compareText } from "./thai-sort.ts";

/** A ranked place with its names in the language on the screen. */
export type GapRow = GapItem & { name: string; above: string };

const NUMBERS = ["left", "reached", "unknown", "persons"] as const;

/** By a column of the table; of the same, as ranked. */
export function comparingGaps(id: string, descending: boolean, language: "th" | "en") {
  const turn = descending ? -1 : 1;
  const number = NUMBERS.find((one) => one === id);
  return (a: GapRow, b: GapRow): number => {
    const asRanked = a.rank - b.rank;
    if (number) return compareNumbers(a[number], b[number], descending) || asRanked;
    if (id === "name" || id === "above") return compareText(a[id], b[id], language) * turn || asRanked;
    return asRanked * turn;
  };
}
