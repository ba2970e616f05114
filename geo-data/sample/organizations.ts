// All kinds of community groups but the councils: kind, name, members, baht and place, one at a time. Record k of a
// tambon is the same whether ten or a hundred thousand are asked for.
import type { SampleArea } from "./area.ts";
import { dateAt } from "./fiscal-year.ts";
import { fillPattern, type GroupKind, namePatterns } from "./organization-names.ts";
import { pointNear, type Shape } from "./polygon.ts";
import { pickWeighted, type Random, randomFor, uuidFor } from "./random.ts";
import { type OrganizationRow, SAMPLE_SOURCE_ID } from "./rows.ts";
import { pickVillage, type Village } from "./villages.ts";

/** Mean members and baht with the spread of each (sigma of the logarithm); baht null where a group keeps no fund. */
const sizes: Record<GroupKind, { members: [number, number]; baht: [number, number] | null }> = {
  // 3,960,074 members and 4,259.64 M baht in 5,660 funds, 31 August 2556
  welfare_fund: { members: [700, 0.85], baht: [752_600, 0.9] },
  savings_group: { members: [95, 0.7], baht: [1_200_000, 1.1] },
  housing_cooperative: { members: [120, 0.6], baht: [3_000_000, 0.9] },
  community_enterprise: { members: [26, 0.6], baht: [140_000, 1] },
  network: { members: [16, 0.5], baht: null },
  land_group: { members: [60, 0.6], baht: [180_000, 0.9] },
  other: { members: [45, 0.6], baht: [60_000, 0.9] },
};

/** How often each kind turns up; housing cooperatives belong to towns, land groups to the country. */
function kindWeights(area: SampleArea): [GroupKind, number][] {
  return [
    ["welfare_fund", 40],
    ["savings_group", 25],
    ["community_enterprise", area.isBangkok ? 10 : 20],
    ["housing_cooperative", area.isUrban ? 14 : 2.5],
    ["network", 8],
    ["land_group", area.isUrban ? 1 : 6.5],
    ["other", 9],
  ];
}

/** `count` groups of a tambon. Names do not repeat inside it; it has one welfare fund at most. */
export function makeGroups(
  seed: number,
  area: SampleArea,
  count: number,
  ground: { shape: Shape; villages: readonly Village[] },
): OrganizationRow[] {
  const rows: OrganizationRow[] = [];
  const names = new Set<string>();
  const weights = kindWeights(area);
  // 5,660 funds in about 7,400 tambon: three in four ever have one
  let mayHaveFund = randomFor(`${seed}/${area.code}/welfare-fund`).chance(0.77);
  for (let index = 0; index < count; index++) {
    const key = `${seed}/${area.code}/organization/${index}`;
    const random = randomFor(key);
    const kind = pickWeighted(random, mayHaveFund ? weights : weights.slice(1));
    if (kind === "welfare_fund") mayHaveFund = false;
    const village = pickVillage(random, ground.villages);
    const name = groupName(random, area, kind, village, names);
    names.add(name.th);
    rows.push({
      id: uuidFor(key),
      kind,
      name_th: name.th,
      name_en: random.chance(0.7) ? name.en : null,
      area_code: area.code,
      source_id: SAMPLE_SOURCE_ID,
      ...datesOf(random),
      ...sizeOf(random, kind),
      position: placeOf(random, ground.shape, village),
      office_address: random.chance(0.6) ? `${village.placeTh} ${area.fullTh} (สมมุติ)` : null,
    });
  }
  return rows;
}

function groupName(
  random: Random,
  area: SampleArea,
  kind: GroupKind,
  village: Village,
  taken: ReadonlySet<string>,
): { th: string; en: string } {
  const patterns = namePatterns(kind, area.dialect);
  const values = {
    v: village.placeTh,
    V: village.placeEn,
    n: village.nameTh,
    N: village.placeEn,
    t: area.fullTh,
    T: area.fullEn,
  };
  const first = random.integer(0, patterns.length - 1);
  for (let step = 0; step < patterns.length; step++) {
    const pattern = patterns[(first + step) % patterns.length]!;
    const th = fillPattern(pattern.th, values);
    if (!taken.has(th)) return { th, en: fillPattern(pattern.en, values) };
  }
  // every name of this village is used: groups of one kind are then told apart by number, as villages do
  const th = fillPattern(patterns[first]!.th, values);
  let number = 2;
  while (taken.has(`${th} กลุ่มที่ ${number}`)) number++;
  return { th: `${th} กลุ่มที่ ${number}`, en: `${fillPattern(patterns[first]!.en, values)}, group ${number}` };
}

function datesOf(random: Random): Pick<OrganizationRow, "registered_on" | "ended_on"> {
  const registered = 2008.25 + 13.4 * random.next() ** 0.9;
  const isDissolved = random.chance(0.02) && registered < 2017;
  return {
    registered_on: isDissolved || random.chance(0.9) ? dateAt(registered) : null,
    ended_on: isDissolved ? dateAt(registered + 1 + random.next() * (2020.7 - registered)) : null,
  };
}

function sizeOf(random: Random, kind: GroupKind): Pick<OrganizationRow, "member_count" | "fund_balance_thb"> {
  const { members, baht } = sizes[kind];
  // one draw for both: large groups hold larger funds
  const size = random.normal();
  const bend = (sigma: number, own: number) => Math.exp(sigma * own - (sigma * sigma) / 2);
  const memberCount = Math.max(7, Math.round(members[0] * bend(members[1], size)));
  const own = 0.8 * size + 0.6 * random.normal();
  return {
    member_count: random.chance(0.93) ? memberCount : null,
    fund_balance_thb:
      baht && random.chance(0.85) ? Math.round(baht[0] * bend(baht[1], own) * 100) / 100 : null,
  };
}

function placeOf(random: Random, shape: Shape, village: Village): string | null {
  const spread = Math.min(0.004, 0.04 * Math.sqrt((shape.east - shape.west) * (shape.north - shape.south)));
  const position = pointNear(shape, random, village.position, spread);
  return random.chance(0.85) ? `SRID=4326;POINT(${position.lon} ${position.lat})` : null;
}
