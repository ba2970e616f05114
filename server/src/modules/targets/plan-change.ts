// What a change of a target would write. Reads, never writes: preview and saving both come here.
import type { Db } from "../../db.ts";
import { ProblemError } from "../../problems.ts";
import { ShareError, type SharePlace, shareOutYears } from "./share-out.ts";
import type { TargetChange, TargetDetail, TargetValue } from "./targets.schema.ts";
import { findTarget, listShareWeights, type ShareWeights, type VersionHead } from "./targets.sql.ts";

type Share = Extract<TargetChange, { action: "share" }>;
/** What the indicator of the target allows. */
export type Shareable = { kind: string; counted_by: string };

/** @throws ProblemError target-not-undoable, target-not-shareable, target-shares-do-not-add-up, invalid-request */
export async function planChange(
  db: Db,
  current: TargetDetail,
  indicator: Shareable,
  change: TargetChange,
): Promise<{ head: VersionHead; values: TargetValue[] }> {
  const { owner, note = null } = change;
  const head = { method: null, basis: null, undoes_version: null, owner, note };
  if (change.action === "set") {
    return { head: { ...head, action: "set" }, values: milestones(change.milestones, indicator) };
  }
  if (change.action === "undo") {
    const before = current.version > 1 ? await findTarget(db, current.indicator, current.version - 1) : null;
    if (!before) throw new ProblemError("target-not-undoable");
    return {
      head: { ...head, action: "undone", undoes_version: current.version },
      values: before.values,
    };
  }
  const basis = change.method === "proportional" ? (change.basis ?? null) : null;
  if (change.method === "proportional" && !basis) {
    throw new ProblemError("invalid-request", {
      detail: "basis: say what the shares are in proportion to",
      errors: [{ field: "basis", message: "units, population, need or gap" }],
    });
  }
  return {
    head: { ...head, action: "shared", method: change.method, basis },
    values: await shares(db, current, indicator, change),
  };
}

function milestones(
  given: readonly { fiscal_year: number; value: number }[],
  indicator: Shareable,
): TargetValue[] {
  const sorted = [...given].sort((a, b) => a.fiscal_year - b.fiscal_year);
  const refuse = (message: string) => {
    throw new ProblemError("invalid-request", {
      detail: `milestones: ${message}`,
      errors: [{ field: "milestones", message }],
    });
  };
  if (new Set(sorted.map((one) => one.fiscal_year)).size < sorted.length) refuse("each year once");
  if (
    indicator.kind === "rate"
      ? sorted.some(({ value }) => value > 1)
      : sorted.some(({ value }) => value % 1 !== 0)
  ) {
    refuse(indicator.kind === "rate" ? "a share between 0 and 1" : "whole numbers");
  }
  if (
    indicator.kind !== "rate" &&
    sorted.some((one, i) => i > 0 && one.value < (sorted[i - 1]?.value ?? 0))
  ) {
    refuse("amounts are added up over the years, so they may not fall");
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
    throw new ProblemError("target-not-shareable", {
      detail: "a share of a whole is the same everywhere: parts of it do not add up to it",
    });
  }
  const whole = current.values.filter((value) => value.place_code === "TH");
  const last = whole.at(-1);
  if (!last)
    throw new ProblemError("target-not-shareable", { detail: "the country has no target to share out" });
  const weights = await listShareWeights(db, current.indicator, last.fiscal_year);
  const places = change.method === "by_hand" ? byHand(change, last.value, weights) : byRule(change, weights);
  try {
    const shared = shareOutYears(whole, places).map(({ code, ...value }) => ({ place_code: code, ...value }));
    return [...whole, ...(change.level === "province" ? sumsOfRegions(shared, weights) : []), ...shared];
  } catch (error) {
    if (error instanceof ShareError)
      throw new ProblemError("target-not-shareable", { detail: error.message });
    throw error;
  }
}

/** Places of the level with their weight; a region is the sum of its provinces. */
function byRule(change: Share, weights: readonly ShareWeights[]): SharePlace[] {
  const provinces = weights.map((row) => ({
    code: row.province_code,
    region: row.region_code,
    weight: change.method === "even" ? 1 : row[change.basis ?? "units"],
    cap: row.cap,
  }));
  if (change.level === "province") return provinces.map(({ code, weight, cap }) => ({ code, weight, cap }));
  const regions = new Map<string, SharePlace>();
  for (const { region, weight, cap } of provinces) {
    if (!region) throw new ProblemError("target-not-shareable", { detail: "a province is in no region" });
    const held = regions.get(region);
    regions.set(region, {
      code: region,
      weight: change.method === "even" ? 1 : (held?.weight ?? 0) + weight,
      cap: cap === null ? null : (held?.cap ?? 0) + cap,
    });
  }
  return [...regions.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** What somebody typed for the last year; earlier milestones follow in proportion. */
function byHand(change: Share, total: number, weights: readonly ShareWeights[]): SharePlace[] {
  const known = new Set(
    weights.map((row) => (change.level === "province" ? row.province_code : (row.region_code ?? ""))),
  );
  const given = change.values ?? [];
  const refuse = (message: string) => {
    throw new ProblemError("invalid-request", {
      detail: `values: ${message}`,
      errors: [{ field: "values", message }],
    });
  };
  for (const { place_code, value } of given) {
    if (!known.has(place_code)) refuse(`${place_code} is no ${change.level} with anything to count`);
    if (value % 1 !== 0) refuse(`${place_code}: whole numbers`);
  }
  if (new Set(given.map((one) => one.place_code)).size < given.length) refuse("each place once");
  const sum = given.reduce((all, { value }) => all + value, 0);
  if (sum !== total) {
    throw new ProblemError("target-shares-do-not-add-up", {
      detail: `the shares add up to ${sum}, and the whole is ${total}`,
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
