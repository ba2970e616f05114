// The climb of one plan item: from the community to the local authority and on to whoever may carry it.
import type { SampleArea } from "./area.ts";
import { buddhistYear, LAST_YEAR } from "./fiscal-year.ts";
import { fillPattern } from "./organization-names.ts";
import type { PartnerBook } from "./partners.ts";
import { answerText, communityEvidence, declineReasons, evidenceTexts } from "./plan-texts.ts";
import { pickWeighted, type Random, uuidFor } from "./random.ts";
import type { PartnerRow, PlanItemLinkRow, PlanItemRow, PlanRow } from "./rows.ts";

/** How far a step got, by score: thresholds in standard deviations, chosen so that the country adds up (README). */
const STATE_THRESHOLDS: readonly (readonly [state: string, from: number])[] = [
  ["done", 2.05],
  ["in_progress", 1.6],
  ["funded", 1.1],
  ["included", 0.5],
  ["accepted", -0.3],
  ["proposed", -Infinity],
];
const INCLUDED = new Set(["included", "funded", "in_progress", "done"]);

/** Steps an item took, in order. `strength` is how readily the tambon's plans are taken up (standard deviations). */
export function makeLinks(
  random: Random,
  area: SampleArea,
  plan: PlanRow,
  item: PlanItemRow,
  strength: number,
  partners: PartnerBook,
): PlanItemLinkRow[] {
  const lastYear = Math.min(plan.last_fiscal_year, LAST_YEAR);
  let year = Math.min(lastYear, plan.first_fiscal_year + Math.floor(3 * random.next() ** 1.4));
  const rows: PlanItemLinkRow[] = [];
  // no item is granted more than it asked for, all its steps together
  let left = item.asked_thb ?? 0;
  const add = (row: Omit<PlanItemLinkRow, "id" | "plan_item_id">) => {
    const granted = row.granted_thb === null || left < 1000 ? null : Math.min(row.granted_thb, left);
    left -= granted ?? 0;
    rows.push({
      id: uuidFor(`${item.id}/link/${rows.length}`),
      plan_item_id: item.id,
      ...row,
      granted_thb: granted,
    });
  };

  if (random.chance(0.3)) add(communityStep(random, area, plan.first_fiscal_year, item.asked_thb));
  // one item in fourteen has not left the community yet
  if (random.chance(0.07)) return rows;

  let rung = random.chance(0.9) ? "local_authority" : "district";
  let step = agencyStep(
    random,
    area,
    rung,
    partners.agency(random, area, rung, item.theme),
    year,
    item,
    strength,
  );
  add(step);

  const isWaiting = !INCLUDED.has(step.state);
  if (random.chance(isWaiting ? 0.3 : step.support_kind ? 0.08 : 0.35)) {
    year = Math.min(lastYear, year + 1);
    rung = pickWeighted(random, [
      ["district", rung === "district" ? 0 : 3],
      ["province", 5],
      ["region", 0.6],
      ["central", 1.8],
    ]);
    step = agencyStep(
      random,
      area,
      rung,
      partners.agency(random, area, rung, item.theme),
      year,
      item,
      strength - 0.2,
    );
    add(step);
  }
  if (random.chance(0.05)) {
    // a partner outside the state helps; the step is recorded where it was agreed, at the province
    add(agencyStep(random, area, "province", partners.friend(random), year, item, strength + 0.3));
  }
  return rows;
}

function communityStep(random: Random, area: SampleArea, year: number, asked: number | null) {
  const template = random.pick(communityEvidence);
  return {
    rung: "community",
    partner_id: null,
    fiscal_year: year,
    state: "accepted",
    decline_reason: null,
    evidence: random.chance(0.6)
      ? fillPattern(template, {
          t: area.fullTh,
          n: String(random.integer(1, 6)),
          y: String(buddhistYear(year)),
        })
      : null,
    support_kind: null,
    asked_thb: asked,
    granted_thb: null,
  };
}

function agencyStep(
  random: Random,
  area: SampleArea,
  rung: string,
  partner: PartnerRow,
  year: number,
  item: PlanItemRow,
  strength: number,
) {
  const score = strength + random.normal() + 0.04 * (LAST_YEAR - year);
  const isDeclined = random.chance(0.08);
  const state = isDeclined ? "declined" : STATE_THRESHOLDS.find(([, from]) => score >= from)![0];
  const isIncluded = INCLUDED.has(state);
  return {
    rung,
    partner_id: partner.id,
    fiscal_year: year,
    state,
    decline_reason: isDeclined ? random.pick(declineReasons) : null,
    // proof is what is missing most often, even where the item is in the agency's plan
    evidence: random.chance(isIncluded ? 0.84 : isDeclined ? 0.4 : 0.1)
      ? evidenceOf(random, area, isIncluded ? rung : null, partner, year)
      : null,
    asked_thb: random.chance(0.9) ? item.asked_thb : null,
    ...supportOf(random, state, item.asked_thb),
  };
}

function supportOf(
  random: Random,
  state: string,
  asked: number | null,
): Pick<PlanItemLinkRow, "support_kind" | "granted_thb"> {
  const isFunded = state === "funded" || state === "in_progress" || state === "done";
  if (!isFunded && !random.chance(state === "included" ? 0.12 : state === "accepted" ? 0.03 : 0)) {
    return { support_kind: null, granted_thb: null };
  }
  const kind = pickWeighted(random, [
    ["budget", isFunded ? 82 : 15],
    // what is funded is funded by budget; work under way or done may have had help of another kind
    ["staff", state === "funded" ? 0 : isFunded ? 8 : 50],
    ["materials", state === "funded" ? 0 : isFunded ? 6 : 35],
    [null, isFunded ? 4 : 0],
  ] as const);
  // the sum granted is not always on record
  const granted =
    kind === "budget" && random.chance(0.93) ? (asked ?? 0) * (0.35 + 0.65 * random.next()) : null;
  return {
    support_kind: kind,
    granted_thb: granted ? Math.max(1000, Math.round(granted / 1000) * 1000) : null,
  };
}

/** `rung` is null for an answer in writing, before anything is in a plan. */
function evidenceOf(
  random: Random,
  area: SampleArea,
  rung: string | null,
  partner: PartnerRow,
  year: number,
): string {
  // districts and tambon of Bangkok have no plan of their own to be in; their papers are those of the agency
  const texts =
    rung === null ? [answerText] : evidenceTexts[partner.rung === null || area.isBangkok ? "central" : rung]!;
  return fillPattern(random.pick(texts), {
    a: partner.name_th,
    n: String(random.integer(2, 120)),
    y: String(buddhistYear(year)),
    z: String(buddhistYear(year) + 4),
  });
}
