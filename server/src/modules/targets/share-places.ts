// The places that a target is shared out to, with what decides how much each gets: a rule, or what somebody typed. Pure.
import { ProblemError } from "../../problems.ts";
import { refuse, refuseShare } from "./refusals.ts";
import { type SharePlace, shareOut } from "./share-out.ts";
import type { TargetChange, TargetValue } from "./targets.schema.ts";
import type { ShareWeights } from "./targets.sql.ts";

export type Share = Extract<TargetChange, { action: "share" }>;

/** A region or a province, and what its share may be in proportion to. */
type Place = Omit<ShareWeights, "province_code" | "region_code"> & { code: string };

/**
 * @param total of the country in the last year
 * @param weights of every province
 * @throws ProblemError target-not-shareable, target-shares-do-not-add-up, invalid-request
 */
export function sharePlaces(change: Share, total: number, weights: readonly ShareWeights[]): SharePlace[] {
  const places =
    change.level === "province"
      ? weights.map(({ province_code: code, ...row }) => ({ ...row, code }))
      : regionsOf(weights);
  if (change.method === "by_hand") return byHand(change, total, places);
  if (change.method === "proportional" && change.basis === "gap") return byGap(places, total);
  const { basis = "units" } = change;
  const weightOf = (place: Place) => (change.method === "even" ? 1 : (place[basis] ?? 0));
  return places.map((place) => ({ code: place.code, weight: weightOf(place), cap: place.cap }));
}

/** A region is the sum of its provinces. */
function regionsOf(weights: readonly ShareWeights[]): Place[] {
  const regions = new Map<string, Place>();
  const add = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b);
  for (const row of weights) {
    const { region_code: code } = row;
    if (!code) refuseShare("no-region", "a province is in no region");
    const held = regions.get(code);
    regions.set(
      code,
      held
        ? {
            code,
            units: held.units + row.units,
            population: held.population + row.population,
            need: held.need + row.need,
            gap: add(held.gap, row.gap),
            reached: held.reached + row.reached,
            cap: add(held.cap, row.cap),
          }
        : { ...row, code },
    );
  }
  return [...regions.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** What was reached stays where it is, and the rest of the target goes where most is left. */
function byGap(places: readonly Place[], total: number): SharePlace[] {
  const unmeasured = places.find(({ gap }) => gap === null);
  if (unmeasured) {
    const place = unmeasured.code;
    const why = `nothing says how much there is to do in ${place}, so what is left is not known`;
    refuseShare("unmeasured", why, { place });
  }
  const reached = places.reduce((sum, place) => sum + place.reached, 0);
  const rest = shareOut(
    Math.max(0, total - reached),
    places.map(({ code, gap }) => ({ code, weight: gap ?? 0, cap: gap })),
  );
  return places.map((place) => {
    const weight = place.reached + (rest.get(place.code) ?? 0);
    // a target below what was reached is shared as that was
    return { code: place.code, weight, cap: total < reached ? null : weight };
  });
}

/** What somebody typed for the last year; earlier milestones follow in proportion. */
function byHand({ level, values = [] }: Share, total: number, places: readonly Place[]): SharePlace[] {
  const caps = new Map(places.map(({ code, cap }) => [code, cap]));
  for (const { place_code: place, value } of values) {
    const cap = caps.get(place);
    if (cap === undefined)
      refuse("values", `${place} is no ${level} with anything to count`, "no-such-share", { place });
    if (cap !== null && value > cap) {
      const why = `${place} has ${cap} to count, and ${value} is more`;
      refuse("values", why, "share-too-large", { place, most: cap });
    }
    if (value % 1 !== 0) refuse("values", `${place}: whole numbers`, "not-whole");
  }
  if (new Set(values.map(({ place_code }) => place_code)).size < values.length)
    refuse("values", "each place once", "places-repeat");
  const sum = values.reduce((all, { value }) => all + value, 0);
  if (sum !== total) {
    throw new ProblemError("target-shares-do-not-add-up", {
      detail: `the shares add up to ${sum}, and the whole is ${total}`,
      reason: "by-hand",
      params: { sum, total },
      errors: [
        { field: "values", message: `${Math.abs(sum - total)} too ${sum > total ? "much" : "little"}` },
      ],
    });
  }
  return values.map(({ place_code, value }) => ({ code: place_code, weight: value, cap: value }));
}

/** Regions get what their provinces have; without a region for every province there are none to give to. */
export function sumsOfRegions(
  shared: readonly TargetValue[],
  weights: readonly ShareWeights[],
): TargetValue[] {
  const regionOf = new Map(weights.map((row) => [row.province_code, row.region_code]));
  const sums = new Map<string, TargetValue>();
  for (const { place_code, fiscal_year, value } of shared) {
    const region = regionOf.get(place_code);
    if (!region) return [];
    const key = `${region} ${fiscal_year}`;
    sums.set(key, { place_code: region, fiscal_year, value: (sums.get(key)?.value ?? 0) + value });
  }
  return [...sums.values()];
}
