// What is answered while an edit is on its way: the former answer for a moment to whoever has not seen the edit, and nothing older
// than what they have seen to anybody.
import { AnswerCache } from "@phuenthi/server/cached-answer";
import { DataVersions } from "@phuenthi/server/data-version";
import { createDatabase } from "@phuenthi/server/db";
import fastify from "fastify";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { answerCounts, METRICS_TOKEN } from "../helpers/answer-counts.ts";
import { startApi, type TestApi } from "../helpers/app.ts";
import { query, withOwnDatabase } from "../helpers/database.ts";

const VERSION = "data-version";
const HARDLY_ANY_TIME = 200;

type House = {
  ask: (seen?: number) => Promise<{ body: string; edit: number; etag: string }>;
  /** moves the topic; the number of the edit */
  edit: (isErasure?: boolean) => Promise<number>;
  /** the same, and the note of it is still on its way */
  editUnheard: () => Promise<number>;
  /** until the server has heard of it */
  heard: (edit: number) => Promise<void>;
  /** what whoever serves may send, without any edit, and until the server has taken it */
  forge: (note: string) => Promise<void>;
  /** answers wait here; what is made says how many were made before it */
  gate: { opens: Promise<void>; made: number };
};

/** One answer, kept as all are, that is made when the test lets it. */
async function withAnswer(work: (house: House) => Promise<void>): Promise<void> {
  await withOwnDatabase(async ({ ownerUrl, apiUrl }) => {
    const database = createDatabase(apiUrl);
    const versions = new DataVersions(database);
    const answers = new AnswerCache(database, versions);
    const app = fastify();
    const gate: House["gate"] = { opens: Promise.resolve(), made: 0 };
    app.get("/", (request, reply) =>
      answers.send(request, reply, {
        topics: ["boundary", "plan@50"],
        type: "text/plain",
        make: async () => {
          gate.made += 1;
          const body = String(gate.made);
          await gate.opens;
          return body;
        },
      }),
    );
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    await versions.listen();
    try {
      await work({
        gate,
        async ask(seen) {
          const { body, headers } = await app.inject({
            url: "/",
            headers: seen === undefined ? {} : { [VERSION]: String(seen) },
          });
          return { body, edit: Number(headers[VERSION]), etag: String(headers.etag) };
        },
        async edit(isErasure = false) {
          await owner.query("begin");
          await owner.query("select api.move_versions('{plan@50}', $1)", [isErasure]);
          const { rows } = await owner.query("select version from data_version where topic = 'edit'");
          await owner.query("commit");
          return Number(rows[0].version);
        },
        async editUnheard() {
          const { rows } = await owner.query(
            "update data_version set version = (select max(version) + 1 from data_version) where topic in ('edit', 'plan@50') returning version",
          );
          return Number(rows[0].version);
        },
        async heard(edit) {
          while ((versions.atOnce(["plan@50"])?.edit ?? 0) < edit)
            await new Promise((resolve) => setTimeout(resolve, 1));
        },
        async forge(note) {
          await query(apiUrl, `select pg_notify('phuenthi_data', '${note}')`);
          // notes come in the order in which they were sent
          await owner.query("select api.move_versions('{training}')");
          const { rows } = await owner.query("select version from data_version where topic = 'training'");
          while ((versions.atOnce(["training"])?.edit ?? 0) < Number(rows[0].version))
            await new Promise((resolve) => setTimeout(resolve, 1));
        },
      });
    } finally {
      await versions.close();
      await owner.end();
      await app.close();
      await database.close();
    }
  });
}

/** A gate that stays shut until it is opened. */
function shut(gate: House["gate"]): () => void {
  let open = () => {};
  gate.opens = new Promise((resolve) => {
    open = resolve;
  });
  return open;
}

describe("while the next answer is made", { retry: 2 }, () => {
  it("whoever has seen nothing newer gets the former one, with its tag and its number", async () => {
    await withAnswer(async ({ ask, edit, heard, gate }) => {
      const former = await ask();
      const open = shut(gate);
      await heard(await edit());
      expect(await ask()).toEqual(former);
      expect(await ask(former.edit)).toEqual(former);
      open();
      await expect.poll(async () => (await ask()).body).toBe("2");
      expect(gate.made).toBe(2);
    });
  });

  it("whoever made the edit waits for it, even before the server has heard", async () => {
    await withAnswer(async ({ ask, editUnheard, gate }) => {
      const former = await ask();
      const made = await editUnheard();
      const seen = await ask(made);
      expect([seen.body, seen.edit]).toEqual(["2", made]);
      expect(seen.etag).not.toBe(former.etag);
      expect(gate.made).toBe(2);
    });
  });

  it("nobody gets the former one longer than a quarter second after the first edit that it does not have", async () => {
    await withAnswer(async ({ ask, edit, heard, gate }) => {
      await ask();
      const open = shut(gate);
      await heard(await edit());
      for (let i = 0; i < 4; i += 1) {
        await new Promise((resolve) => setTimeout(resolve, 80));
        await heard(await edit());
      }
      const waiting = ask();
      const first = await Promise.race([
        waiting,
        new Promise((resolve) => setTimeout(resolve, HARDLY_ANY_TIME)),
      ]);
      expect(first).toBeUndefined();
      open();
      expect((await waiting).body).not.toBe("1");
    });
  });

  it("nobody gets one from before an erasure", async () => {
    await withAnswer(async ({ ask, edit, heard }) => {
      await ask();
      await heard(await edit(true));
      expect((await ask()).body).toBe("2");
    });
  });
});

describe("a note that no edit sent", { retry: 2 }, () => {
  it("changes nothing that is known", async () => {
    await withAnswer(async ({ ask, edit, heard, forge, gate }) => {
      for (const note of ["1000000 1\nplan@50\nboundary", "1000000 1 erasure\nplan@50", "NaN", "", "*"]) {
        const former = await ask();
        await forge(note);
        expect(await ask(), note).toEqual(former);
        const open = shut(gate);
        const made = await edit();
        await heard(made);
        // an erasure that was none keeps nobody waiting, and a number that was none hides no edit
        expect(await ask(), note).toEqual(former);
        open();
        expect((await ask(made)).edit, note).toBe(made);
      }
    });
  });
});

describe("edits that follow each other faster than an answer is made", () => {
  it("cost one answer after the one under way, however many there are and whoever waits", async () => {
    await withAnswer(async ({ ask, edit, heard, gate }) => {
      await ask();
      const open = shut(gate);
      const waiting: ReturnType<typeof ask>[] = [];
      for (let i = 0; i < 10; i += 1) {
        const made = await edit();
        await heard(made);
        waiting.push(ask(made), ask(made));
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      open();
      const answers = await Promise.all(waiting);
      expect(new Set(answers.map(({ body }) => body))).toEqual(new Set(["2", "3"]));
      expect(gate.made).toBe(3);
    });
  });
});

describe("an edit in one province", () => {
  const counts = async (api: TestApi) => (await answerCounts(api.app)).made;
  const of = (province: string) => [
    `/coverage/councils?level=tambon&fiscal_year=2021&within=${province}`,
    `/coverage/councils/areas/${province}01?fiscal_year=2021`,
    `/overview?place=${province}`,
    `/areas/${province}/profile`,
    `/gaps/plans-linked?level=district&within=${province}`,
    `/explain/councils/${province}01.csv?fiscal_year=2021`,
  ];
  const country = "/coverage/councils?level=province&fiscal_year=2021";
  const others = "/coverage/plans-linked?level=province&fiscal_year=2021";

  it("leaves answers of other provinces and of other indicators in memory", {
    timeout: 120_000,
  }, async () => {
    await withOwnDatabase(async ({ ownerUrl, apiUrl }) => {
      const api = await startApi(apiUrl, null, { metricsToken: METRICS_TOKEN });
      const owner = new pg.Client({ connectionString: ownerUrl });
      await owner.connect();
      try {
        for (const path of [...of("10"), ...of("50"), country, others]) await api.fetch(path);
        const before = await api.get(country);
        await owner.query(
          `insert into organization (kind, name_th, area_code, registered_on, source_id)
           values ('council', 'ทดสอบ', (select area_code from achievement where indicator_id = 'councils' and fiscal_year = 2021
             and value = 0 and area_code like '50____' limit 1), '2015-01-01', 'sample-records')`,
        );
        await expect.poll(async () => (await api.get(country)).total.value).toBe(before.total.value + 1);
        // whoever says which edit they have seen is given nothing older: a quick machine asks within the quarter second
        const seen = { [VERSION]: String((await api.fetch(country)).headers[VERSION]) };
        const made = await counts(api);
        for (const path of [...of("10"), others]) await api.fetch(path, seen);
        expect((await counts(api)) - made).toBe(0);
        for (const path of of("50")) await api.fetch(path, seen);
        // all but the gaps, which are of plans
        expect((await counts(api)) - made).toBe(of("50").length - 1);
      } finally {
        await owner.end();
        await api.close();
      }
    });
  });
});

describe("a write", () => {
  it("says which edit it was, and whoever says so too gets nothing older", { timeout: 120_000 }, async () => {
    await withOwnDatabase(async ({ apiUrl }) => {
      const api = await startApi(apiUrl, "key");
      try {
        const { version } = await api.get("/targets/plans-linked");
        await api.get("/overview?place=TH");
        for (let value = 3_001; value < 3_004; value += 1) {
          const written = await api.app.inject({
            method: "POST",
            url: "/api/targets/plans-linked/versions",
            headers: { authorization: "Bearer key" },
            payload: {
              action: "set",
              owner: "x",
              based_on: version + value - 3_001,
              milestones: [{ fiscal_year: 2021, value }],
            },
          });
          expect([written.statusCode, written.json()]).toEqual([201, expect.anything()]);
          const seen = String(written.headers[VERSION]);
          const { items } = (await api.fetch("/overview?place=TH", { [VERSION]: seen })).json();
          const plans = items.find((item: { indicator: string }) => item.indicator === "plans-linked");
          expect(plans.target.value).toBe(value);
        }
      } finally {
        await api.close();
      }
    });
  });
});
