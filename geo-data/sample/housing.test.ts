// Enough tambon that the rare project with a handful of households turns up.
import { describe, expect, it } from "vitest";
import { type ProvinceTraits, sampleArea } from "./area.ts";
import { makeHousingProjects } from "./housing.ts";

const traits: ProvinceTraits = {
  councilShift: 0,
  planStrength: 0,
  organizationFactor: 1,
  housingFactor: 1,
  reported: { organization: 1, plan: 1, housing: 1, leader: 1 },
};
const village = {
  number: 1,
  placeTh: "บ้านโคกสูง",
  placeEn: "Ban Khok Sung",
  nameTh: "โคกสูง",
  position: { lon: 102, lat: 15 },
};

const projectsOf = (code: string, nameTh = "โคกกลาง") =>
  makeHousingProjects(
    2560,
    sampleArea({
      code,
      nameTh,
      nameEn: "Khok Klang",
      districtTh: "ปากช่อง",
      districtEn: "Pak Chong",
      provinceTh: "นครราชสีมา",
      provinceEn: "Nakhon Ratchasima",
      point: village.position,
    }),
    traits,
    [village],
  );

const rural = Array.from({ length: 9000 }, (_, index) => projectsOf(`30${1000 + index}`)).flat();
const urban = Array.from({ length: 900 }, (_, index) => projectsOf(`10${1000 + index}`)).flat();

describe("makeHousingProjects", () => {
  it("counts households planned ≥ approved ≥ built ≥ benefited", () => {
    expect(rural.length).toBeGreaterThan(4000);
    for (const project of [...rural, ...urban]) {
      expect(project.households_planned).toBeGreaterThanOrEqual(project.households_approved);
      expect(project.households_approved).toBeGreaterThanOrEqual(project.households_built);
      expect(project.households_built).toBeGreaterThanOrEqual(project.households_benefited);
    }
    // the handful of households that has to be withheld is in the sample, too
    expect(rural.some(({ households_benefited }) => [1, 2, 3, 4].includes(households_benefited))).toBe(true);
  });

  it("runs the urban programme in Bangkok and towns only, the rural ones elsewhere only", () => {
    const programmes = (projects: typeof rural) =>
      [...new Set(projects.map(({ programme }) => programme))].sort();
    expect(programmes(urban)).toEqual(["baan_mankong_urban"]);
    expect(programmes(rural)).toEqual(["baan_mankong_rural", "baan_phor_phiang_rural"]);
  });
});
