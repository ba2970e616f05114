// Community development plans of one tambon: 3–5 fiscal years, one after the other, with items by theme.
import type { ProvinceTraits, SampleArea } from "./area.ts";
import { buddhistYear, LAST_YEAR } from "./fiscal-year.ts";
import { fillPattern } from "./organization-names.ts";
import type { PartnerBook } from "./partners.ts";
import { makeLinks } from "./plan-links.ts";
import { type ItemText, itemTexts, ruralOnly, type Theme } from "./plan-texts.ts";
import { pickWeighted, type Random, randomFor, uuidFor } from "./random.ts";
import { type PlanItemLinkRow, type PlanItemRow, type PlanRow, SAMPLE_SOURCE_ID } from "./rows.ts";
import { pickVillage, type Village } from "./villages.ts";

export interface PlanRows {
  plan: PlanRow[];
  plan_item: PlanItemRow[];
  plan_item_link: PlanItemLinkRow[];
}

/** Plans become more common over the years; those begun before 2017 run into the framework's first years. */
const FIRST_YEAR_WEIGHTS: readonly (readonly [number, number])[] = [
  [2014, 2],
  [2015, 4],
  [2016, 7],
  [2017, 16],
  [2018, 20],
  [2019, 20],
  [2020, 17],
  [2021, 14],
];

/**
 * `count` plans of a tambon. The first two are the tambon's own, the second following the first; when more are
 * asked for than fit, villages plan too. `organizationId` is who made them, null when no one is on record.
 */
export function makePlans(
  seed: number,
  area: SampleArea,
  traits: ProvinceTraits,
  count: number,
  villages: readonly Village[],
  organizationId: string | null,
  partners: PartnerBook,
): PlanRows {
  const rows: PlanRows = { plan: [], plan_item: [], plan_item_link: [] };
  const strength = traits.planStrength + 0.8 * randomFor(`${seed}/${area.code}/plan-strength`).normal();
  let nextStart: number | null = null;
  for (let index = 0; index < count; index++) {
    const key = `${seed}/${area.code}/plan/${index}`;
    const random = randomFor(key);
    const length = pickWeighted(random, [
      [3, 1],
      [4, 3],
      [5, 6],
    ]);
    // a tambon with two plans planned early: the second takes over from the first
    const follows = index === 1 && nextStart !== null && nextStart <= LAST_YEAR;
    const drawn = pickWeighted(
      random,
      index === 0 && count > 1 ? FIRST_YEAR_WEIGHTS.slice(0, 4) : FIRST_YEAR_WEIGHTS,
    );
    const first: number = follows ? nextStart! : drawn;
    const isTambonPlan = index === 0 || follows;
    if (index === 0) nextStart = first + length;
    const village = isTambonPlan ? null : pickVillage(random, villages);
    const plan: PlanRow = {
      id: uuidFor(key),
      area_code: area.code,
      organization_id: random.chance(0.8) ? organizationId : null,
      ...titleOf(random, area, village, first, first + length - 1),
      first_fiscal_year: first,
      last_fiscal_year: first + length - 1,
      source_id: SAMPLE_SOURCE_ID,
    };
    rows.plan.push(plan);
    for (const item of makeItems(random, area, plan, villages)) {
      rows.plan_item.push(item);
      rows.plan_item_link.push(...makeLinks(random, area, plan, item, strength, partners));
    }
  }
  return rows;
}

function titleOf(random: Random, area: SampleArea, village: Village | null, first: number, last: number) {
  const years = `พ.ศ. ${buddhistYear(first)}–${buddhistYear(last)}`;
  return {
    title_th: `แผนพัฒนาชุมชนท้องถิ่น ${village ? `${village.placeTh} ` : ""}${area.fullTh} ${years}`,
    title_en: random.chance(0.6)
      ? `Community development plan of ${village ? `${village.placeEn}, ` : ""}${area.fullEn}, ${first}–${last}`
      : null,
  };
}

function makeItems(
  random: Random,
  area: SampleArea,
  plan: PlanRow,
  villages: readonly Village[],
): PlanItemRow[] {
  const wanted = random.integer(2, 6);
  const items: PlanItemRow[] = [];
  const taken = new Set<ItemText>();
  for (let attempt = 0; items.length < wanted && attempt < 40; attempt++) {
    const theme = pickWeighted<Theme>(random, [
      ["social", 4],
      ["economy", 3.2],
      ["environment", 2.8],
    ]);
    const text = random.pick(itemTexts[theme]);
    if (taken.has(text) || (area.isBangkok && ruralOnly.test(text[0]))) continue;
    taken.add(text);
    const asked = Math.max(5000, Math.round(random.heavy(text[1], 0.5) / 1000) * 1000);
    items.push({
      id: uuidFor(`${plan.id}/item/${items.length + 1}`),
      plan_id: plan.id,
      item_number: items.length + 1,
      theme,
      title_th: fillPattern(text[0], { v: pickVillage(random, villages).placeTh, t: area.fullTh }),
      asked_thb: random.chance(0.95) ? asked : null,
    });
  }
  return items;
}
