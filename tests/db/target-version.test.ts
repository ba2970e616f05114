// What the database takes as a version of a target, whatever the server that writes it has checked.
import { describe, expect, it } from "vitest";
import { withRollback } from "../helpers/database.ts";
import { OWNER } from "../helpers/targets.ts";

describe("a version of a target", () => {
  const country = { place_code: "TH", fiscal_year: 2021, value: 10 };
  const set = { action: "set", owner: OWNER };
  const shared = { action: "shared", method: "even", owner: OWNER };
  /** As the serving role, whatever its server has checked, on top of version 1 of plans-linked with 10 of the country in 2021. */
  const write = (head: unknown, values: unknown, indicator = "plans-linked") =>
    withRollback(async (client) => {
      await client.query(
        `with made as (insert into target_version (indicator_id, version, action, owner, source_id)
           select indicator_id, 90, 'set', 'x', source_id from target_version where version = 1 and indicator_id in ('plans-linked', 'governance-efficiency')
           returning id, indicator_id)
         insert into target_value (target_version_id, fiscal_year, value) select id, 2021, case indicator_id when 'plans-linked' then 10 else 0.9 end from made`,
      );
      await client.query("set local role phuenthi_api");
      const written = "select api.write_target_version($1, 90, $2, $3) as version";
      const { rows } = await client.query(written, [indicator, JSON.stringify(head), JSON.stringify(values)]);
      return rows[0].version;
    });

  it.each<[string, object, unknown, string?]>([
    ["nothing", set, []],
    ["null", set, null],
    ["no list", set, country],
    ["a place without a value", set, [{ ...country, value: null }]],
    ["a value that is no number", set, [{ ...country, value: "NaN" }]],
    ["a value without an end", set, [{ ...country, value: "Infinity" }]],
    ["less than nothing", set, [{ ...country, value: -1 }]],
    ["nothing to reach", set, [{ ...country, value: 0 }]],
    ["parts of one", set, [{ ...country, value: 1.5 }]],
    ["a target that falls", set, [country, { ...country, fiscal_year: 2020, value: 11 }]],
    ["a share above one", set, [{ ...country, value: 1.5 }], "governance-efficiency"],
    ["no year", set, [{ ...country, fiscal_year: null }]],
    ["a year of no calendar", set, [{ ...country, fiscal_year: 2_000_000_000 }]],
    ["a year twice", set, [country, country]],
    ["no action", { owner: OWNER }, [country]],
    ["what only the strategy declares", { ...set, action: "declared" }, [country]],
    ["no owner", { ...set, owner: " " }, [country]],
    ["an owner without an end", { ...set, owner: "x".repeat(201) }, [country]],
    [
      "shares of another whole",
      shared,
      [
        { ...country, value: 9 },
        { ...country, place_code: "50", value: 9 },
      ],
    ],
    ["shares that are not their whole", shared, [country, { ...country, place_code: "50", value: 9 }]],
    ["shares without their whole", shared, [{ ...country, place_code: "50" }]],
    ["a whole without shares", shared, [country]],
    ["a place that is none", shared, [country, { ...country, place_code: "R77" }]],
    ["a share of a district", shared, [country, { ...country, place_code: "5001" }]],
    [
      "shares of a rate",
      shared,
      [
        { ...country, value: 0.9 },
        { ...country, place_code: "50", value: 0.9 },
      ],
      "governance-efficiency",
    ],
    ["an undoing of what never was", { ...set, action: "undone", undoes_version: 400 }, [country]],
    ["an undoing that says something new", { ...set, action: "undone", undoes_version: 90 }, [country]],
  ])("takes no whole of %s", async (_what, head, values, indicator) => {
    await expect(write(head, values, indicator)).rejects.toMatchObject({
      code: expect.stringMatching(/^23/),
    });
  });
  it("takes a whole and shares of it, and none on top of another or of no indicator", async () => {
    expect(await write(set, [country])).toBe(91);
    expect(await write(shared, [country, { ...country, place_code: "50" }])).toBe(91);
    expect(await write(set, [country], "no-such-indicator")).toBeNull();
  });
  it.each([
    "update target_value set value = 1",
    "delete from target_version",
    "insert into target_value (target_version_id, fiscal_year, value) values (1, 2020, 1)",
  ])("lets the serving role do no: %s", async (statement) => {
    await withRollback(
      async (client) => {
        await expect(client.query(statement)).rejects.toThrow(/permission denied/);
      },
      { as: "api" },
    );
  });
});
