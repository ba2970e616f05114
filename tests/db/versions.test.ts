// Which versions an edit moves: enough that no answer is kept that says something else by now, and no more than that.
import { topicsOf } from "@phuenthi/server/data-version";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { withOwnDatabase, withRollback } from "../helpers/database.ts";
import { edits } from "../helpers/random-edits.ts";

const read = async (client: pg.Client): Promise<Map<string, number>> => {
  const { rows } = await client.query("select topic, version from data_version");
  return new Map(rows.map(({ topic, version }) => [topic, Number(version)]));
};

/** The topics that an edit moved, after a transaction of its own would have. */
async function moved(client: pg.Client, edit: string, values: string[] = []): Promise<string[]> {
  const before = await read(client);
  // versions move once a transaction: those of the sample's are another's here
  await client.query("savepoint edited");
  await client.query(edit, values);
  const after = await read(client);
  return [...after.keys()].filter((topic) => after.get(topic) !== before.get(topic)).toSorted();
}

// not the first of its source: that would be felt everywhere
const source = "'sample-records'";
const without = (indicator: string, province: string) =>
  `(select area_code from achievement where indicator_id = '${indicator}' and fiscal_year = 2021 and value = 0
    and area_code like '${province}____' order by area_code limit 1)`;

describe("the time of an edit", () => {
  it("is after that of every edit before it, whichever transaction began first", async () => {
    await withOwnDatabase(async ({ ownerUrl }) => {
      const [first, second] = [new pg.Client(ownerUrl), new pg.Client(ownerUrl)];
      await Promise.all([first.connect(), second.connect()]);
      const edit = (client: pg.Client) =>
        client.query(
          "update organization set name_en = concat(name_en, 'x') where id = (select id from organization limit 1)",
        );
      const time = async () =>
        (await second.query("select changed_at from data_version where topic = 'organization'")).rows[0]
          .changed_at as Date;
      try {
        await first.query("begin");
        await first.query("select");
        await edit(second);
        const before = await time();
        await edit(first);
        await first.query("commit");
        expect((await time()).getTime()).toBeGreaterThan(before.getTime());
      } finally {
        await Promise.all([first.end(), second.end()]);
      }
    });
  });
});

describe("versions", () => {
  it("of a record and its figures move alone and in its province", async () => {
    await withRollback(async (client) => {
      const topics = await moved(
        client,
        `insert into organization (kind, name_th, area_code, registered_on, source_id)
         values ('council', 'ทดสอบ', ${without("councils", "50")}, '2015-01-01', ${source})`,
      );
      expect(topics).toEqual(
        [
          ...[
            "coverage",
            "coverage councils",
            "coverage organization-density",
            "organization",
            "records",
          ].flatMap((topic) => [topic, `${topic}@50`]),
          "edit",
        ].toSorted(),
      );
    });
  });

  it("of no figure move where an edit changes none", async () => {
    await withRollback(async (client) => {
      const topics = await moved(
        client,
        `update plan_item_link set evidence = evidence || '.' where id = (
           select plan_item_link.id from plan_item_link join plan_item on plan_item.id = plan_item_id join plan on plan.id = plan_id
           where area_code like '50%' and evidence is not null limit 1)`,
      );
      const kinds = ["plan", "plan_item", "plan_item_link", "records"];
      expect(topics).toEqual([...kinds.flatMap((kind) => [kind, `${kind}@50`]), "edit"].toSorted());
    });
  });

  it("of both provinces move with what goes from one to the other", async () => {
    await withRollback(async (client) => {
      const topics = await moved(
        client,
        `update housing_project set area_code = '100101' where id = (select id from housing_project where area_code like '50%' limit 1)`,
      );
      expect(topics).toEqual(expect.arrayContaining(["housing_project@10", "housing_project@50"]));
      expect(topics.filter((topic) => /@(?!10|50)/.test(topic))).toEqual([]);
    });
  });

  it("of a sum of small figures move when it takes in ten of them, and before that where one is marked alone", async () => {
    await withRollback(async (client) => {
      // tambon of a province with a sum, that have had no leader yet
      const { rows } = await client.query(`
        select achievement.area_code as code from achievement join pooled_amount pool using (indicator_id, fiscal_year)
        where indicator_id = 'leaders' and fiscal_year = 2021 and length(pool.place_code) = 2
          and pool.place_code = (select min(place_code) from pooled_amount
            where indicator_id = 'leaders' and fiscal_year = 2021 and length(place_code) = 2)
          and achievement.area_code like pool.place_code || '%' and value = 0 and achievement.withheld = 0
        order by 1 limit 10`);
      expect(rows.length).toBe(10);
      const province = rows[0].code.slice(0, 2);
      const sums = async () => {
        const { rows: told } = await client.query(
          "select fiscal_year, amount from pooled_amount where indicator_id = 'leaders' and place_code = $1 order by 1",
          [province],
        );
        return told;
      };
      const before = await sums();
      for (const [at, { code }] of rows.entries()) {
        expect(await sums()).toEqual(before);
        const topics = await moved(
          client,
          `with leader as (
             insert into person (name_th, area_code, source_id) values ('ทดสอบ', '${code}', ${source}) returning id
           ), trained as (
             insert into training_result (person_id, course_th, completed_on, passed, source_id) select id, 'ก', '2021-01-05', true, ${source} from leader
           )
           insert into participation (person_id, activity_th, took_place_on, source_id) select id, 'ข', '2021-01-05', ${source} from leader`,
        );
        if (at === 0) expect(topics).toContain(`coverage leaders@${province}`);
      }
      expect(await sums()).not.toEqual(before);
    });
  });

  it("of a target move everywhere, and of its indicator alone", async () => {
    await withRollback(async (client) => {
      const topics = await moved(
        client,
        `select api.write_target_version('plans-linked', (select max(version) from target_version where indicator_id = 'plans-linked'),
           '{"action": "set", "owner": "x"}', '[{"place_code": "TH", "fiscal_year": 2021, "value": 3001}]')`,
      );
      expect(topics).toEqual(
        ["coverage", "coverage plans-linked", "coverage plans-linked@TH", "coverage@TH", "edit"].toSorted(),
      );
    });
  });

  it("of what lies nowhere move everywhere", async () => {
    await withRollback(async (client) => {
      const topics = await moved(
        client,
        "update partner set name_th = name_th || '.' where id = (select id from partner limit 1)",
      );
      expect(topics).toEqual(expect.arrayContaining(["partner@TH", "plan@TH", "records@TH"]));
    });
  });
});

describe("what is kept of a place", () => {
  it("says the same until its versions move, whatever is edited", { timeout: 300_000 }, async () => {
    const provinces = ["10", "50", "34"];
    const answersOf = async (client: pg.Client) => {
      const { rows } = await client.query(
        `select place, md5(api.place_figures(place, 2021)::text) as overview, md5(api.place_profile(place, 2021)::text) as profile
         from unnest($1::text[]) place`,
        [provinces],
      );
      return rows as { place: string; overview: string; profile: string }[];
    };
    await withRollback(async (client) => {
      // as the server asks
      await client.query("set local jit = off");
      let before = await answersOf(client);
      for (const [at, edit] of edits.entries()) {
        const topics = await moved(client, edit, [String(at)]);
        const after = await answersOf(client);
        for (const [nth, { place, overview, profile }] of after.entries()) {
          const has = (...made: string[]) => topicsOf(made, [place]).some((topic) => topics.includes(topic));
          if (overview !== before[nth]?.overview)
            expect([edit, place, has("coverage")]).toEqual([edit, place, true]);
          if (profile !== before[nth]?.profile)
            expect([edit, place, has("records", "coverage")]).toEqual([edit, place, true]);
        }
        before = after;
      }
    });
  });
});
