// What is kept of how far plans have come is what counting their items' steps anew gives, whatever was edited.
import { linkStates, rungs } from "@phuenthi/server/records/codes/ladder.codes";
import type pg from "pg";
import { describe, expect, it } from "vitest";
import { withRollback } from "../helpers/database.ts";

/** Plans whose kept standing differs from their steps. */
const DIFFERING = `
  with counted as (
    select plan.id, sum(link.granted_thb) as granted,
      count(*) filter (where link.granted_thb is null and (link.rung <> 'community' or link.partner_id is not null)
        and (link.support_kind = 'budget' and link.state in ('funded', 'in_progress', 'done')
          or link.support_kind is null and link.state = 'funded')) as unrecorded,
      max(array_position(array['declined', 'proposed', 'accepted', 'included', 'funded', 'in_progress', 'done'],
        link.state)) as height
    from plan
    left join plan_item on plan_item.plan_id = plan.id
    left join plan_item_link link on link.plan_item_id = plan_item.id
    group by plan.id
  )
  select counted.*, best_state, granted_thb
  from counted full join plan_standing on plan_standing.plan_id = counted.id
  where plan_id is null or counted.id is null or unrecorded_grants <> unrecorded
    or granted_thb is distinct from case when unrecorded > 0 then granted else coalesce(granted, 0) end
    or best_state is distinct from
      (array['declined', 'proposed', 'accepted', 'included', 'funded', 'in_progress', 'done'])[height]`;

const differing = async (client: pg.Client) => (await client.query(DIFFERING)).rows;

describe("the ladder", () => {
  it("has its rungs and states in SQL in the order of their lists of codes", () =>
    withRollback(async (client) => {
      const { rows } = await client.query(
        "select api.link_states() as states, array(select api.rung_height(rung) from unnest($1::text[]) rung) as heights",
        [rungs.schema.options],
      );
      const climbed = linkStates.schema.options.filter((state) => state !== "declined");
      expect(rows[0].states).toEqual(["declined", ...climbed]);
      expect(rows[0].heights).toEqual(rungs.schema.options.map((_, i) => i + 1));
    }));
});

describe("plan_standing", () => {
  it("has every plan of the sample as its steps say", () =>
    withRollback(async (client) => {
      const { rows } = await client.query(
        "select count(distinct best_state)::int as states from plan_standing",
      );
      expect(rows[0].states).toBeGreaterThan(4);
      expect(await differing(client)).toEqual([]);
    }));

  it.each([
    [
      "a plan is added",
      "insert into plan (area_code, title_th, search_key, first_fiscal_year, last_fiscal_year, source_id) select area_code, 'ใหม่', '', 2021, 2024, source_id from plan limit 1",
    ],
    [
      "a step is added",
      "insert into plan_item_link (plan_item_id, rung, fiscal_year, state, granted_thb) select id, 'province', 2021, 'done', 12.5 from plan_item order by id limit 5",
    ],
    [
      "steps change",
      "update plan_item_link set state = 'accepted', granted_thb = null where state = 'funded'",
    ],
    [
      "an amount is no longer known",
      "update plan_item_link set granted_thb = null where state = 'funded' and support_kind = 'budget'",
    ],
    ["steps go", "delete from plan_item_link where state in ('done', 'in_progress')"],
    ["items go", "delete from plan_item where item_number = 1"],
    [
      "an item moves to another plan",
      "update plan_item set plan_id = (select max(id::text)::uuid from plan), item_number = 99 where id = (select plan_item_id from plan_item_link where granted_thb > 0 limit 1)",
    ],
    ["plans go", "delete from plan where id in (select id from plan order by id limit 50)"],
  ])("stays right when %s", (_what, statement) =>
    withRollback(async (client) => {
      const { rowCount } = await client.query(statement);
      expect(rowCount).toBeGreaterThan(0);
      expect(await differing(client)).toEqual([]);
    }),
  );
});
