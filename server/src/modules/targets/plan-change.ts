// What a change of a target would write. Reads, never writes: preview and saving both come here.
import { checkPlaces } from "../../common/check-place.sql.ts";
import type { Db } from "../../db.ts";
import { type catalogue, ProblemError } from "../../problems.ts";
import { ShareError, type SharePlace, shareOut, shareOutYears } from "./share-out.ts";
import type { TargetChange, TargetDetail, TargetValue } from "./targets.schema.ts";
import { findTarget, listShareWeights, type ShareWeights, type VersionHead } from "./targets.sql.ts";

type Share = Extract<TargetChange, { action: "share" }>;
/** What the indicator of the target allows. */
export type Shareable = { kind: string; counted_by: string };

/** @throws ProblemError area-not-found, target-not-undoable, target-not-shareable, target-shares-do-not-add-up, invalid-request */
export async function planChange(
  db: Db,
  current: TargetDetail,
  indicator: Shareable,
  change: TargetChange,
): Promise<{ head: VersionHead; values: TargetValue[] }> {
  const { owner, note = null } = change;
  const head = { method: null, basis: null, undoes_version: null, owner, note };
  if (change.action === "set") {
    return { head: { ...head, action: "set" }, values: milestones(change.milestones, current, indicator) };
  }
  if (change.action === "undo") {
    const undoes_version = current.undo_takes_back;
    const before =
      undoes_version === null ? null : await findTarget(db, current.indicator, undoes_version - 1);
    if (!before) throw new ProblemError("target-not-undoable");
    return { head: { ...head, action: "undone", undoes_version }, values: before.values };
  }
  for (const [field, method] of [
    ["basis", "proportional"],
    ["values", "by_hand"],
  ] as const) {
    if (change[field] !== undefined && change.method !== method) {
      refuse(field, `goes with the method ${method} alone`);
    }
  }
  const basis = change.method === "proportional" ? (change.basis ?? null) : null;
  if (change.method === "proportional" && !basis) {
    refuse("basis", "say what the shares are in proportion to: units, population, need or gap", "no-basis");
  }
  return {
    head: { ...head, action: "shared", method: change.method, basis },
    values: await shares(db, current, indicator, change),
  };
}

function refuse(
  field: string,
  message: string,
  reason?: keyof (typeof catalogue)["invalid-request"]["reasons"],
  params?: Record<string, string | number>,
): never {
  throw new ProblemError("invalid-request", {
    detail: `${field}: ${message}`,
    errors: [{ field, message }],
    ...(reason && { reason, params: params ?? {} }),
  });
}

function refuseShare(
  reason: keyof (typeof catalogue)["target-not-shareable"]["reasons"],
  detail: string,
  params: Record<string, string | number> = {},
): never {
  throw new ProblemError("target-not-shareable", { detail, reason, params });
}

function milestones(
  given: readonly { fiscal_year: number; value: number }[],
  current: TargetDetail,
  indicator: Shareable,
): TargetValue[] {
  const sorted = [...given].sort((a, b) => a.fiscal_year - b.fiscal_year);
  if (new Set(sorted.map((one) => one.fiscal_year)).size < sorted.length)
    refuse("milestones", "each year once", "years-repeat");
  if (
    indicator.kind === "rate"
      ? sorted.some(({ value }) => value > 1)
      : sorted.some(({ value }) => value % 1 !== 0)
  ) {
    if (indicator.kind === "rate") refuse("milestones", "a share between 0 and 1", "no-share");
    refuse("milestones", "whole numbers", "not-whole");
  }
  if (
    indicator.kind !== "rate" &&
    sorted.some((one, i) => i > 0 && one.value < (sorted[i - 1]?.value ?? 0))
  ) {
    refuse("milestones", "amounts are added up over the years, so they may not fall", "falls");
  }
  const units = current.places.find((place) => place.code === "TH")?.units ?? 0;
  const most = Math.max(units, current.denominator?.value ?? 0);
  if (indicator.kind === "coverage" && sorted.some(({ value }) => value > most)) {
    refuse("milestones", `there are ${most} to count, and no more can be reached`, "too-many", { most });
  }
  return sorted.map((one) => ({ place_code: "TH", ...one }));
}

async function shares(
  db: Db,
  current: TargetDetail,
  indicator: Shareable,
  change: Share,
): Promise<TargetValue[]> {
  if (indicator.kind === "rate" || indicator.counted_by === "country") {
    refuseShare("is-a-rate", "a share of a whole is the same everywhere: parts of it do not add up to it");
  }
  const whole = current.values.filter((value) => value.place_code === "TH");
  const last = whole.at(-1);
  if (!last) refuseShare("no-target", "the country has no target to share out");
  await checkPlaces(
    db,
    change.values?.map((one) => one.place_code),
    "values",
  );
  const weights = await listShareWeights(db, current.indicator, last.fiscal_year);
  try {
    const places =
      change.method === "by_hand" ? byHand(change, last.value, weights) : byRule(change, last.value, weights);
    const shared = shareOutYears(whole, places).map(({ code, ...value }) => ({ place_code: code, ...value }));
    return [...whole, ...(change.level === "province" ? sumsOfRegions(shared, weights) : []), ...shared];
  } catch (error) {
    if (error instanceof ShareError) refuseShare(error.reason, error.message, error.params);
    throw error;
  }
}

const codeAt = (level: Share["level"], row: ShareWeights) =>
  level === "province" ? row.province_code : (row.region_code ?? "");

/** Places of the level with their weight. */
function byRule(change: Share, total: number, weights: readonly ShareWeights[]): SharePlace[] {
  const rows = change.level === "province" ? weights : byRegion(weights);
  const codeOf = (row: ShareWeights) => codeAt(change.level, row);
  if (change.method === "proportional" && change.basis === "gap") return byGap(rows, codeOf, total);
  return rows.map((row) => ({
    code: codeOf(row),
    weight: change.method === "even" ? 1 : (row[change.basis ?? "units"] ?? 0),
    cap: row.cap,
  }));
}

/** What was reached stays where it is, and the rest of the target goes where most is left. */
function byGap(
  rows: readonly ShareWeights[],
  codeOf: (row: ShareWeights) => string,
  total: number,
): SharePlace[] {
  const unmeasured = rows.find((row) => row.gap === null);
  if (unmeasured) {
    const place = codeOf(unmeasured);
    const why = `nothing says how much there is to do in ${place}, so what is left is not known`;
    refuseShare("unmeasured", why, { place });
  }
  const reached = rows.reduce((sum, row) => sum + row.reached, 0);
  const rest = shareOut(
    Math.max(0, total - reached),
    rows.map((row) => ({ code: codeOf(row), weight: row.gap ?? 0, cap: row.gap })),
  );
  // a target below what was reached is shared as that was
  const share = (row: ShareWeights) => row.reached + (rest.get(codeOf(row)) ?? 0);
  return rows.map((row) => ({
    code: codeOf(row),
    weight: share(row),
    cap: total < reached ? null : share(row),
  }));
}

/** A region is the sum of its provinces. */
function byRegion(weights: readonly ShareWeights[]): ShareWeights[] {
  const regions = new Map<string, ShareWeights>();
  for (const row of weights) {
    if (!row.region_code) refuseShare("no-region", "a province is in no region");
    const held = regions.get(row.region_code);
    const add = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b);
    regions.set(
      row.region_code,
      held
        ? {
            ...held,
            units: held.units + row.units,
            population: held.population + row.population,
            need: held.need + row.need,
            gap: add(held.gap, row.gap),
            reached: held.reached + row.reached,
            cap: add(held.cap, row.cap),
          }
        : row,
    );
  }
  return [...regions.values()].sort((a, b) => ((a.region_code ?? "") < (b.region_code ?? "") ? -1 : 1));
}

/** What somebody typed for the last year; earlier milestones follow in proportion. */
function byHand(change: Share, total: number, weights: readonly ShareWeights[]): SharePlace[] {
  const rows = change.level === "province" ? weights : byRegion(weights);
  const caps = new Map(rows.map((row) => [codeAt(change.level, row), row.cap]));
  const given = change.values ?? [];
  for (const { place_code, value } of given) {
    const cap = caps.get(place_code);
    const place = place_code;
    if (cap === undefined) {
      refuse("values", `${place} is no ${change.level} with anything to count`, "no-such-share", { place });
    }
    if (cap !== null && value > cap) {
      const why = `${place} has ${cap} to count, and ${value} is more`;
      refuse("values", why, "share-too-large", { place, most: cap });
    }
    if (value % 1 !== 0) refuse("values", `${place}: whole numbers`, "not-whole");
  }
  if (new Set(given.map((one) => one.place_code)).size < given.length) {
    refuse("values", "each place once", "places-repeat");
  }
  const sum = given.reduce((all, { value }) => all + value, 0);
  if (sum !== total) {
    throw new ProblemError("target-shares-do-not-add-up", {
      detail: `the shares add up to ${sum}, and the whole is ${total}`,
      reason: "by-hand",
      params: { sum, total },
      errors: [
        {
          field: "values",
          message: `${sum > total ? sum - total : total - sum} too ${sum > total ? "much" : "little"}`,
        },
      ],
    });
  }
  return given.map(({ place_code, value }) => ({ code: place_code, weight: value, cap: value }));
}

/** Regions get what their provinces have; without a region for every province there are none to give to. */
function sumsOfRegions(shared: readonly TargetValue[], weights: readonly ShareWeights[]): TargetValue[] {
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
