// From areas and a seed to rows, without a database: how many of each a tambon gets, then tambon by tambon.

import { type ProvinceTraits, provinceTraits, type SampleArea } from "./area.ts";
import { appliesTo, makeReports } from "./area-reports.ts";
import { makeProvinceAssemblies, makeTambonAssembly } from "./assemblies.ts";
import { makeCooperation } from "./cooperation.ts";
import { councilId, councilUnitOf, findCouncilDate, makeCouncil } from "./councils.ts";
import { makeHousingProjects } from "./housing.ts";
import { makeKpiReports } from "./kpi-reports.ts";
import { makeLeaders } from "./leaders.ts";
import { makeModelAreas } from "./model-areas.ts";
import { makeNeedSurveys } from "./need-surveys.ts";
import { makeGroups } from "./organizations.ts";
import { PartnerBook } from "./partners.ts";
import { makePlans } from "./plans.ts";
import type { Shape } from "./polygon.ts";
import { makeReviews } from "./quality-reviews.ts";
import { randomFor, shareOut } from "./random.ts";
import { noRows, type SampleRows } from "./rows.ts";
import { makeVillages } from "./villages.ts";

/** The default size is for the country's tambon; fewer on the map get proportionally fewer records. */
const COUNTRY_TAMBON = 7425;
const COUNTRY_ORGANIZATIONS = 12_000;
const COUNTRY_PLANS = 6_000;

export interface GenerateOptions {
  seed: number;
  /** every tambon on the map, in code order */
  areas: readonly SampleArea[];
  /** exact totals; left out: 12,000 and 6,000 for the whole country, in proportion for less of it */
  organizations?: number | undefined;
  plans?: number | undefined;
  /** units (tambon or Bangkok district codes) that already have a council which is not ours */
  unitsWithCouncil?: ReadonlySet<string>;
}

interface AreaShare {
  traits: ProvinceTraits;
  /** ISO date, null when the tambon (or, for a district's first khwaeng, the district) has no council to make */
  councilDate: string | null;
  /** a council to name as the maker of plans, also where another khwaeng holds its row */
  planCouncilId: string | null;
  groups: number;
  plans: number;
}

/** Makes the rows of one run. Feed every area once with its shape, then take the rows. */
export class SampleGenerator {
  readonly #seed: number;
  readonly #shares: Map<string, AreaShare>;
  readonly #partners: PartnerBook;
  readonly #rows = noRows();
  readonly #areas: readonly SampleArea[];

  constructor(options: GenerateOptions) {
    this.#seed = options.seed;
    this.#areas = options.areas;
    this.#partners = new PartnerBook(options.seed);
    this.#shares = planShares(options);
  }

  /** Makes every record of one tambon. */
  add(area: SampleArea, shape: Shape): void {
    const seed = this.#seed;
    const share = this.#shares.get(area.code)!;
    const villages = makeVillages(seed, area, shape);
    const ground = { shape, villages };
    const rows = this.#rows;

    if (share.councilDate) rows.organization.push(makeCouncil(seed, area, share.councilDate, ground));
    const groups = makeGroups(seed, area, share.groups, ground);
    rows.organization.push(...groups);

    const makerId = share.planCouncilId ?? groups.find(({ kind }) => kind === "network")?.id ?? null;
    const plans = makePlans(seed, area, share.traits, share.plans, villages, makerId, this.#partners);
    rows.plan.push(...plans.plan);
    rows.plan_item.push(...plans.plan_item);
    rows.plan_item_link.push(...plans.plan_item_link);

    if (appliesTo(seed, area, "housing")) {
      rows.housing_project.push(...makeHousingProjects(seed, area, share.traits, villages));
      rows.need_survey.push(...makeNeedSurveys(seed, area, share.traits));
    }
    this.#push(makeLeaders(seed, area));
    this.#push(makeModelAreas(seed, area, makerId));
    this.#push(makeTambonAssembly(seed, area, this.#partners));
    rows.area_report.push(...makeReports(seed, area, share.traits));
  }

  /** Makes what belongs to no one tambon: cooperation of provinces, reviews of local authorities, reported KPIs. */
  addCountry({ authorityCodes }: { authorityCodes: readonly string[] }): void {
    const byProvince = new Map<string, SampleArea[]>();
    for (const area of this.#areas) {
      const tambon = byProvince.get(area.provinceCode);
      if (tambon) tambon.push(area);
      else byProvince.set(area.provinceCode, [area]);
    }
    for (const tambon of byProvince.values()) {
      this.#push(makeCooperation(this.#seed, tambon));
      this.#push(makeProvinceAssemblies(this.#seed, tambon, this.#partners));
    }
    for (const code of authorityCodes) this.#push(makeReviews(this.#seed, code));
    this.#rows.kpi_report.push(...makeKpiReports(this.#seed));
  }

  #push(made: Partial<SampleRows>): void {
    for (const [table, list] of Object.entries(made)) {
      (this.#rows[table as keyof typeof made] as unknown[]).push(...list);
    }
  }

  /** All rows, with the partners that links name. */
  rows(): SampleRows {
    return { ...this.#rows, partner: this.#partners.list() };
  }
}

/** Decides the numbers per tambon, so that they add up to what was asked for. */
function planShares({ seed, areas, unitsWithCouncil, ...asked }: GenerateOptions): Map<string, AreaShare> {
  const part = areas.length / COUNTRY_TAMBON;
  const organizations = asked.organizations ?? Math.round(COUNTRY_ORGANIZATIONS * part);
  const plans = asked.plans ?? Math.round(COUNTRY_PLANS * part);

  const traitsByProvince = new Map<string, ProvinceTraits>();
  const traitsOf = (area: SampleArea): ProvinceTraits => {
    let traits = traitsByProvince.get(area.provinceCode);
    if (!traits) {
      traits = provinceTraits(seed, area.provinceCode);
      traitsByProvince.set(area.provinceCode, traits);
    }
    return traits;
  };

  const councilDates = (kept: number): (string | null)[] => {
    const done = new Set(unitsWithCouncil);
    return areas.map((area) => {
      const unit = councilUnitOf(area);
      if (done.has(unit)) return null;
      done.add(unit);
      return findCouncilDate(seed, area, traitsOf(area), kept);
    });
  };
  const countOf = (dates: readonly (string | null)[]) => dates.filter((date) => date !== null).length;
  let dates = councilDates(1);
  // a register too small for all councils keeps half its room for other groups
  if (countOf(dates) > organizations / 2) dates = councilDates(organizations / 2 / countOf(dates));

  const groups = shareOut(
    organizations - countOf(dates),
    areas.map((area) => {
      const random = randomFor(`${seed}/${area.code}/share/organization`);
      return { luck: random.next(), weight: random.heavy(traitsOf(area).organizationFactor, 0.5) };
    }),
  );
  const planCounts = shareOut(
    plans,
    areas.map((area) => {
      const random = randomFor(`${seed}/${area.code}/share/plan`);
      const luck = random.next();
      const weight = random.heavy(Math.exp(0.3 * traitsOf(area).planStrength), 0.6);
      return { luck, weight: appliesTo(seed, area, "plan") ? weight : 0 };
    }),
  );

  const councils = new Set(areas.flatMap((area, index) => (dates[index] ? [councilUnitOf(area)] : [])));
  return new Map(
    areas.map((area, index) => [
      area.code,
      {
        traits: traitsOf(area),
        councilDate: dates[index]!,
        planCouncilId: councils.has(councilUnitOf(area)) ? councilId(seed, councilUnitOf(area)) : null,
        groups: groups[index]!,
        plans: planCounts[index]!,
      },
    ]),
  );
}
