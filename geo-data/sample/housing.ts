// Housing projects of one tambon by programme and year, with households planned ≥ approved ≥ built ≥ benefited.
import type { ProvinceTraits, SampleArea } from "./area.ts";
import { LAST_YEAR, SAMPLE_YEARS } from "./fiscal-year.ts";
import { type Random, randomFor, uuidFor } from "./random.ts";
import { type HousingProjectRow, SAMPLE_SOURCE_ID } from "./rows.ts";
import { pickVillage, type Village } from "./villages.ts";

interface Programme {
  id: string;
  /** chance of a project in a year, for a tambon of a province like the mean */
  yearly: number;
  /** households planned: mean and spread (sigma of the logarithm) */
  households: [number, number];
  /** baht per household, lowest and highest */
  baht: [number, number];
  title: string;
}

const urban: Programme = {
  id: "baan_mankong_urban",
  yearly: 0.088,
  households: [128, 0.75],
  baht: [60_000, 95_000],
  title: "โครงการบ้านมั่นคงเมือง",
};
const rural: Programme = {
  id: "baan_mankong_rural",
  yearly: 0.011,
  households: [82, 0.6],
  baht: [40_000, 75_000],
  title: "โครงการบ้านมั่นคงชนบท",
};
const phorPhiang: Programme = {
  id: "baan_phor_phiang_rural",
  yearly: 0.125,
  households: [24, 0.4],
  baht: [18_000, 25_000],
  title: "โครงการบ้านพอเพียงชนบท",
};

/** The programmes took off slowly: factors of the yearly chance, 2017 to 2021. */
const GROWTH = [0.65, 0.9, 1.1, 1.2, 1.15];
/** Projects of a tambon. Urban ones in towns and Bangkok only, rural ones elsewhere only. */
export function makeHousingProjects(
  seed: number,
  area: SampleArea,
  traits: ProvinceTraits,
  villages: readonly Village[],
): HousingProjectRow[] {
  const rows: HousingProjectRow[] = [];
  const need = randomFor(`${seed}/${area.code}/housing-need`).heavy(traits.housingFactor, 0.5);
  for (const programme of area.isUrban ? [urban] : [phorPhiang, rural]) {
    SAMPLE_YEARS.forEach((year, index) => {
      const key = `${seed}/${area.code}/housing/${programme.id}/${year}`;
      const random = randomFor(key);
      if (!random.chance(Math.min(0.8, programme.yearly * need * GROWTH[index]!))) return;
      const counts = householdCounts(random, programme, year);
      rows.push({
        id: uuidFor(key),
        area_code: area.code,
        programme: programme.id,
        // its year is a field of its own, told in the language of the reader
        name_th: `${programme.title} ${
          programme === phorPhiang ? area.fullTh : pickVillage(random, villages).placeTh
        }`,
        fiscal_year: year,
        ...counts,
        tenure: tenureOf(area, programme),
        budget_thb: random.chance(0.94)
          ? counts.households_approved *
            random.integer(programme.baht[0] / 1000, programme.baht[1] / 1000) *
            1000
          : null,
        source_id: SAMPLE_SOURCE_ID,
      });
    });
  }
  return rows;
}

/** By what right the households stay: their own land in the countryside, shared or leased land in town. */
function tenureOf(area: SampleArea, programme: Programme): string {
  const random = randomFor(`${area.code}/tenure/${programme.id}`);
  if (programme === phorPhiang) return random.chance(0.8) ? "own_land" : "public_land";
  return random.pick(["cooperative_land", "long_lease", "public_land"]);
}

function householdCounts(random: Random, programme: Programme, year: number) {
  const planned = Math.max(8, Math.round(random.heavy(...programme.households)));
  const approved = Math.ceil(planned * (0.85 + 0.15 * random.next()));
  // older projects are further along; one in twenty never broke ground
  const age = LAST_YEAR - year;
  const progress = random.chance(0.05) ? 0 : Math.min(1, 0.55 + 0.1 * age + 0.45 * random.next());
  const built = Math.round(approved * progress);
  const benefited = Math.round(built * (0.88 + 0.12 * random.next()));
  return {
    households_planned: planned,
    households_approved: approved,
    households_built: built,
    households_benefited: benefited,
  };
}
