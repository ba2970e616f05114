// What a change of a target would write. Reads, never writes: preview and saving both come here.
import { checkPlaces } from "../../common/check-place.sql.ts";
import type { Db } from "../../db.ts";
import { ProblemError } from "../../problems.ts";
import { milestonesOf } from "./milestones.ts";
import { refuse, refuseShare } from "./refusals.ts";
import { ShareError, shareOutYears } from "./share-out.ts";
import { type Share, sharePlaces, sumsOfRegions } from "./share-places.ts";
import type { TargetChange, TargetDetail, TargetValue } from "./targets.schema.ts";
import { findTarget, listShareWeights, type VersionHead } from "./targets.sql.ts";

/** What the indicator of the target allows. */
export type Shareable = { kind: string; counted_by: string };
type Draft = { head: VersionHead; values: TargetValue[] };

/** @throws ProblemError area-not-found, target-not-undoable, target-not-shareable, target-shares-do-not-add-up, invalid-request */
export async function draftVersion(
  db: Db,
  current: TargetDetail,
  indicator: Shareable,
  change: TargetChange,
): Promise<Draft> {
  const { owner, note = null } = change;
  const head = { method: null, basis: null, undoes_version: null, owner, note };
  switch (change.action) {
    case "set": {
      const units = current.places.find(({ code }) => code === "TH")?.units ?? 0;
      const most = Math.max(units, current.denominator?.value ?? 0);
      return {
        head: { ...head, action: "set" },
        values: milestonesOf(change.milestones, indicator.kind, most),
      };
    }
    case "undo": {
      const undoes_version = current.undo_takes_back;
      const before =
        undoes_version === null ? null : await findTarget(db, current.indicator, undoes_version - 1);
      if (!before) throw new ProblemError("target-not-undoable");
      return { head: { ...head, action: "undone", undoes_version }, values: before.values };
    }
    case "share": {
      checkShare(change);
      const { method, basis = null } = change;
      return {
        head: { ...head, action: "shared", method, basis },
        values: await shares(db, current, indicator, change),
      };
    }
  }
}

/** Each method has a field of its own. */
function checkShare({ method, basis, values }: Share): void {
  if (basis !== undefined && method !== "proportional")
    refuse("basis", "goes with the method proportional alone");
  if (values !== undefined && method !== "by_hand") refuse("values", "goes with the method by_hand alone");
  if (method === "proportional" && basis === undefined)
    refuse("basis", "say what the shares are in proportion to: units, population, need or gap", "no-basis");
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
  const named = change.values?.map(({ place_code }) => place_code);
  await checkPlaces(db, named, "values");
  const weights = await listShareWeights(db, current.indicator, last.fiscal_year);
  try {
    const places = sharePlaces(change, last.value, weights);
    const shared = shareOutYears(whole, places).map(({ code, ...value }) => ({ place_code: code, ...value }));
    return [...whole, ...(change.level === "province" ? sumsOfRegions(shared, weights) : []), ...shared];
  } catch (error) {
    if (error instanceof ShareError) refuseShare(error.reason, error.message, error.params);
    throw error;
  }
}
