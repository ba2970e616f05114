// The villages (or, in Bangkok, communities) of one tambon: a few names, each at a point, where records gather.
import type { SampleArea } from "./area.ts";
import { villageWordsOf } from "./lookups.ts";
import { type Position, pointInside, type Shape } from "./polygon.ts";
import { pickWeighted, type Random, randomFor } from "./random.ts";

export interface Village {
  /** หมู่ที่ */
  number: number;
  /** with its prefix: บ้านหนองแวง, ชุมชนริมคลองมะขาม */
  placeTh: string;
  placeEn: string;
  /** without prefix */
  nameTh: string;
  position: Position;
}

/** Villages of a tambon, no two of one name. Depends on the seed, the code and the shape. */
export function makeVillages(seed: number, area: SampleArea, shape: Shape): Village[] {
  const random = randomFor(`${seed}/${area.code}/villages`);
  const wanted = area.isBangkok ? random.integer(3, 7) : random.integer(5, 12);
  const villages: Village[] = [];
  const taken = new Set<string>([area.nameTh]);
  for (let attempt = 0; villages.length < wanted && attempt < 100; attempt++) {
    const name = villageName(random, area);
    if (taken.has(name.th)) continue;
    taken.add(name.th);
    villages.push({
      number: villages.length + 1,
      placeTh: `${area.isBangkok ? "ชุมชน" : "บ้าน"}${name.th}`,
      placeEn: area.isBangkok ? `${name.en} Community` : `Ban ${name.en}`,
      nameTh: name.th,
      position: pointInside(shape, random, area.point),
    });
  }
  return villages;
}

/** A village for the next record: the first ones are larger, so they are chosen more often. */
export function pickVillage(random: Random, villages: readonly Village[]): Village {
  return pickWeighted(
    random,
    villages.map((village) => [village, 1 / Math.sqrt(village.number)] as const),
  );
}

function villageName(random: Random, area: SampleArea): { th: string; en: string } {
  const { heads, tails, suffixes } = villageWordsOf(area.dialect);
  const head = random.pick(heads);
  const tail = random.pick(
    tails.filter(
      ({ classes, th, en }) =>
        classes.some((one) => head.classes.includes(one)) && th !== head.th && en !== head.en,
    ),
  );
  const takesSuffix = !tail.classes.includes("quality") && random.chance(0.15);
  const suffix = takesSuffix ? random.pick(suffixes) : null;
  return {
    th: `${head.th}${tail.th}${suffix?.th ?? ""}`,
    en: [head.en, tail.en, suffix?.en].filter(Boolean).join(" "),
  };
}
