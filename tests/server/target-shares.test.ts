import { targetDetail, targetPreview } from "@phuenthi/server/contract/targets";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OwnApi, startOwnApi } from "../helpers/app.ts";
import { KEY, OWNER, type Targets, targetsOf } from "../helpers/targets.ts";

let api: OwnApi;
let targets: Targets;
beforeAll(async () => {
  api = await startOwnApi({ editKey: KEY });
  targets = targetsOf(api);
}, 60_000);
afterAll(() => api.close());

const sumOf = (
  target: { values: { place_code: string; fiscal_year: number; value: number }[] },
  pattern: RegExp,
  year: number,
) =>
  target.values
    .filter((one) => pattern.test(one.place_code) && one.fiscal_year === year)
    .reduce((sum, { value }) => sum + value, 0);

describe("sharing out", () => {
  it.each([
    ["plans-linked", "proportional", "units"],
    ["plans-linked", "proportional", "gap"],
    ["housing-households", "proportional", "need"],
    ["leaders", "even", undefined],
    ["cooperation-provinces", "even", undefined],
  ])("adds up to the whole: %s, %s by %s", async (indicator, method, basis) => {
    const { version, values } = await targets.inForce(indicator);
    const whole = values.find((one) => one.place_code === "TH")?.value;
    const change = { action: "share", based_on: version, owner: OWNER, level: "province", method, basis };
    const preview = targetPreview.parse((await targets.post(`${indicator}/preview`, change)).json());
    expect(preview.total).toBe(whole);
    const saved = targetDetail.parse(await targets.save(indicator, change));
    expect(saved.values).toEqual(expect.arrayContaining(preview.values));
    expect(saved.values).toHaveLength(preview.values.length);
    expect(sumOf(saved, /^\d\d$/, 2021)).toBe(whole);
    for (const region of saved.places.filter(({ code }) => code.startsWith("R"))) {
      expect(sumOf(saved, new RegExp(`^${region.code}$`), 2021)).toBeGreaterThan(0);
    }
    // a province may not be asked for more than there is to count in it
    if (indicator !== "housing-households" && indicator !== "leaders") {
      for (const place of saved.places) {
        const share = saved.values.find((one) => one.place_code === place.code)?.value ?? 0;
        expect(share).toBeLessThanOrEqual(place.units);
      }
    }
  });

  it("by what is left keeps what was reached, and gives most where most is left", async () => {
    const { version } = await targets.inForce("plans-linked");
    const change = { action: "share", based_on: version, owner: OWNER, method: "proportional", basis: "gap" };
    for (const level of ["region", "province"]) {
      const { values } = targetPreview.parse(
        (await targets.post("plans-linked/preview", { ...change, level })).json(),
      );
      const answer = await api.get(`/coverage/plans-linked?level=${level}&fiscal_year=2021`);
      const extra = (answer.codes as string[]).map((code, i) => {
        const share = values.find((one) => one.place_code === code && one.fiscal_year === 2021)?.value ?? 0;
        return { more: share - answer.values[i], left: answer.denominators[i] - answer.values[i] };
      });
      const reached = answer.values.reduce((sum: number, value: number) => sum + value, 0);
      const left = extra.reduce((sum, one) => sum + one.left, 0);
      for (const one of extra) {
        // its part of the rest, to the next whole number
        expect(Math.abs(one.more - ((3000 - reached) * one.left) / left)).toBeLessThan(1);
      }
    }
    const persons = await targets.inForce("leaders");
    const refused = await targets.post("leaders/preview", {
      ...change,
      level: "region",
      based_on: persons.version,
    });
    expect(refused.json()).toMatchObject({
      code: "target-not-shareable",
      detail: expect.stringContaining("what is left is not known"),
      reason: "unmeasured",
      params: { place: expect.stringMatching(/^R\d+$/) },
    });
  });

  it("shows in the coverage answer of each province, and names its version", async () => {
    const target = await targets.inForce("plans-linked");
    const answer = await api.get("/coverage/plans-linked?level=province&fiscal_year=2021");
    const shares = answer.targets.reduce((sum: number, share: number) => sum + share, 0);
    expect(shares).toBe(3000);
    expect(answer.total.target.version).toBe(target.version);
  });

  it("by hand must add up, and says by how much it does not", async () => {
    const { version, places } = await targets.inForce("leaders");
    const provinces = places.filter(({ code }) => /^\d\d$/.test(code)).map(({ code }) => code);
    const values = provinces.map((place_code, i) => ({ place_code, value: i === 0 ? 15_000 - 100 : 1 }));
    const change = { action: "share", based_on: version, level: "province", method: "by_hand", values };
    const refused = await targets.save("leaders", change, 400);
    expect(refused).toMatchObject({
      code: "target-shares-do-not-add-up",
      reason: "by-hand",
      params: { sum: 15_000 - 100 + provinces.length - 1, total: 15_000 },
      errors: [{ field: "values" }],
    });
    const exact = values.map((one, i) =>
      i === 0 ? { ...one, value: 15_000 - (provinces.length - 1) } : one,
    );
    const saved = targetDetail.parse(await targets.save("leaders", { ...change, values: exact }));
    expect(sumOf(saved, /^\d\d$/, 2021)).toBe(15_000);
    expect(saved.values).toContainEqual({
      place_code: provinces[0],
      fiscal_year: 2021,
      value: exact[0]?.value,
    });
  });

  it("follows milestones year by year, and never falls", async () => {
    const { version } = await targets.inForce("housing-households");
    const milestones = [
      { fiscal_year: 2019, value: 70_000 },
      { fiscal_year: 2021, value: 176_714 },
    ];
    const set = targetDetail.parse(
      await targets.save("housing-households", { action: "set", based_on: version, milestones }),
    );
    const shared = targetDetail.parse(
      await targets.save("housing-households", {
        action: "share",
        based_on: set.version,
        level: "province",
        method: "proportional",
        basis: "units",
      }),
    );
    expect([sumOf(shared, /^\d\d$/, 2019), sumOf(shared, /^\d\d$/, 2021)]).toEqual([70_000, 176_714]);
    const of = (code: string, year: number) =>
      shared.values.find((one) => one.place_code === code && one.fiscal_year === year)?.value ?? -1;
    for (const { code } of shared.places) expect(of(code, 2021)).toBeGreaterThanOrEqual(of(code, 2019));
  });

  it("takes no more than there is to count, of the country or of a province", async () => {
    const { version, values } = await targets.inForce("cooperation-provinces");
    const more = { action: "set", based_on: version, milestones: [{ fiscal_year: 2021, value: 78 }] };
    expect(await targets.save("cooperation-provinces", more, 400)).toMatchObject({
      reason: "too-many",
      params: { most: 77 },
      errors: [{ field: "milestones", message: expect.stringContaining("77") }],
    });
    const whole = values.find(({ place_code }) => place_code === "TH")?.value ?? 0;
    const one = { action: "share", based_on: version, level: "province", method: "by_hand" };
    expect(
      await targets.save(
        "cooperation-provinces",
        { ...one, values: [{ place_code: "10", value: whole }] },
        400,
      ),
    ).toMatchObject({ errors: [{ field: "values", message: expect.stringContaining("10 has 1") }] });
  });
});
