// Pace and forecast of a yearly series toward a target. Pure. The method is plain on purpose: the mean of the last
// yearly increments goes on. Its interval is the t interval of a prediction from those increments; its error is told by
// the same method on the years that are known.
import type { Pace } from "./overview.schema.ts";

export type Point = { fiscal_year: number; value: number | null };
type Known = { fiscal_year: number; value: number };

/** At most this many increments, the latest: older years say little of the pace now. */
const YEARS_LOOKED_AT = 4;
/** Two-sided 90 % quantiles of Student's t by degrees of freedom 1, 2, 3. */
const T90 = [6.314, 2.92, 2.353];

/**
 * @param series one point a year, in order; null where nothing is known
 * @param target what should be reached by the end of a fiscal year; null: none
 * @param year the fiscal year the reader stands in: what comes after it is not looked at
 * @param limit the most it can be, such as all units; null: no limit
 */
export function findPace(
  series: readonly Point[],
  target: { value: number; fiscal_year: number } | null,
  year: number,
  limit: number | null,
): Pace {
  const known = series.filter((point): point is Known => point.value !== null && point.fiscal_year <= year);
  const last = known.at(-1);
  const steps = increments(known);
  const mean = steps.length > 0 ? average(steps) : null;
  const isReached = target !== null && last !== undefined && last.value >= target.value;
  const yearsLeft = target ? target.fiscal_year - year : 0;
  const missing = target && last ? target.value - last.value : null;
  const expected =
    target && last && mean !== null && yearsLeft > 0 ? predict(last, steps, target.fiscal_year, limit) : null;
  const state = (): Pace["state"] => {
    if (!target) return "no_target";
    if (!last) return "unknown";
    if (isReached) return "reached";
    if (yearsLeft <= 0) return "overdue";
    if (!expected) return "unknown";
    return expected.value >= target.value ? "on_pace" : "behind";
  };
  return {
    state: state(),
    needed_per_year: missing !== null && missing > 0 && yearsLeft > 0 ? round(missing / yearsLeft) : null,
    last_per_year: mean === null ? null : round(mean),
    years_seen: steps.length,
    expected,
    expected_finish:
      last &&
      mean !== null &&
      mean > 0 &&
      missing !== null &&
      missing > 0 &&
      (limit === null || (target?.value ?? 0) <= limit)
        ? last.fiscal_year + Math.ceil(missing / mean)
        : null,
    back_test: backTest(known, limit),
  };
}

/** Mean pace from the last point on; low and high from three increments up. Never beyond the limit, nor below zero. */
function predict(last: Known, steps: readonly number[], fiscalYear: number, limit: number | null) {
  const ahead = fiscalYear - last.fiscal_year;
  const mean = average(steps);
  const value = last.value + mean * ahead;
  const within = (amount: number) => round(Math.max(0, limit === null ? amount : Math.min(limit, amount)));
  const freedom = steps.length - 1;
  const t = T90[freedom - 1];
  if (freedom < 2 || t === undefined) {
    return { fiscal_year: fiscalYear, value: within(value), low: null, high: null };
  }
  const variance = steps.reduce((sum, step) => sum + (step - mean) ** 2, 0) / freedom;
  // years differ independently (ahead · s²), and the mean itself is known only so well (ahead² · s² / n)
  const half = t * Math.sqrt(variance * (ahead + (ahead * ahead) / steps.length));
  return {
    fiscal_year: fiscalYear,
    value: within(value),
    low: within(value - half),
    high: within(value + half),
  };
}

/** A year ahead, from each year that has two before it. Null when there is none. */
function backTest(known: readonly Known[], limit: number | null): Pace["back_test"] {
  const years = known.flatMap((actual, index) => {
    const before = known.slice(0, index);
    const last = before.at(-1);
    const steps = increments(before);
    if (!last || steps.length === 0 || actual.fiscal_year !== last.fiscal_year + 1) return [];
    const expected = predict(last, steps, actual.fiscal_year, limit).value;
    return [{ fiscal_year: actual.fiscal_year, expected, actual: actual.value }];
  });
  if (years.length === 0) return null;
  const errors = years.map(({ expected, actual }) => Math.abs(expected - actual));
  const shares = years.flatMap(({ expected, actual }) =>
    actual > 0 ? [Math.abs(expected - actual) / actual] : [],
  );
  return {
    years,
    mean_absolute_error: round(average(errors)),
    mean_absolute_percentage_error: shares.length > 0 ? round(average(shares)) : null,
  };
}

/** Per year, between neighbouring known years; a gap of several years is spread over them. */
function increments(known: readonly Known[]): number[] {
  return known
    .slice(1)
    .map((point, index) => {
      const before = known[index] as Known;
      return (point.value - before.value) / (point.fiscal_year - before.fiscal_year);
    })
    .slice(-YEARS_LOOKED_AT);
}

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const round = (value: number) => Math.round(value * 1e6) / 1e6;
