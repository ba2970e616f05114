// How a bench hands in a figure for the table that npm run bench prints at the end.
import { appendFileSync } from "node:fs";

export type BenchRow = {
  /** e.g. "area tile z6" */
  what: string;
  /** of both figures: "req/s", "ms", "MB" */
  unit: string;
  ours: number;
  /** what it is compared with, by name: "ST_AsMVT per request"; left out where nothing is */
  alternative?: string;
  /** null: the alternative is not on this machine */
  theirs?: number | null;
  /** true for rates, false for times and sizes */
  moreIsBetter: boolean;
  /** what it should be: times the alternative, at least or at most so much itself */
  reach?: { times: number } | { least: number } | { most: number };
};

/** @throws when run without npm run bench, which says where figures go */
export function record(row: BenchRow): void {
  const file = process.env.BENCH_RESULTS;
  if (!file) throw new Error("BENCH_RESULTS is not set: run npm run bench.");
  const round = (value: number) => (value < 100 ? Number(value.toPrecision(3)) : Math.round(value));
  const { ours, theirs } = row;
  appendFileSync(
    file,
    `${JSON.stringify({ ...row, ours: round(ours), ...(theirs && { theirs: round(theirs) }) })}\n`,
  );
}
