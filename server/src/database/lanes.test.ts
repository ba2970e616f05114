import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { type Asker, type LaneName, Lanes } from "./lanes.ts";

const by = (client: string, lane: LaneName = "public"): Asker => ({ lane, clients: [client] });
const one = (waitMs = 60_000) => new Lanes({ public: { atOnce: 1, waitMs } });
const code = (error: { code: string }) => error.code;

/** Takes the lane for so long, then asks as each of the clients, and lets them have it one after the other. */
async function orderOf(lanes: Lanes, askers: Asker[]): Promise<string[]> {
  const leave = await lanes.enter(by("holder"));
  const order: string[] = [];
  const all = askers.map(async (asker, at) => {
    const done = await lanes.enter(asker);
    order.push(`${asker.clients[0]}${at}`);
    done();
  });
  leave();
  await Promise.all(all);
  return order;
}

/** Has cost so much. */
async function spend(lanes: Lanes, client: string, ms: number): Promise<void> {
  const leave = await lanes.enter(by(client));
  await sleep(ms);
  leave();
}

describe("a lane", () => {
  it("serves whoever has cost least first, and of equals who came first", async () => {
    const lanes = one();
    await spend(lanes, "dear", 20);
    expect(
      await orderOf(
        lanes,
        ["dear", "dear", "new", "dear", "other", "new"].map((name) => by(name)),
      ),
    ).toEqual(["new2", "other4", "new5", "dear0", "dear1", "dear3"]);
  });

  it("serves of those who have cost the same whoever asks for less", async () => {
    const lanes = one();
    const leave = await lanes.enter(by("holder"));
    const order: number[] = [];
    const all = [300, 50, 100].map(async (usualMs, at) => {
      const done = await lanes.enter(by(`client${at}`), usualMs);
      order.push(usualMs);
      done();
    });
    leave();
    await Promise.all(all);
    expect(order).toEqual([50, 100, 300]);
  });

  it("of one connection gives it to quick work first", async () => {
    const lanes = new Lanes({ files: { atOnce: 1, waitMs: 60_000 } });
    const order: string[] = [];
    const leave = await lanes.enter(by("holder", "files"));
    const all = [500, 1, 300].map(async (usualMs, at) => {
      const done = await lanes.enter(by(`client${at}`, "files"), usualMs);
      order.push(`client${at}`);
      done();
    });
    leave();
    await Promise.all(all);
    expect(order).toEqual(["client1", "client2", "client0"]);
  });

  it("serves what several wait for when it is the turn of any of them", async () => {
    const lanes = one();
    await spend(lanes, "dear", 20);
    await spend(lanes, "cheap", 2);
    const joined: Asker = { lane: "public", clients: ["dear", "new"] };
    expect(await orderOf(lanes, [by("dear"), by("cheap"), joined])).toEqual(["dear2", "cheap1", "dear0"]);
  });

  it("keeps a connection from dear work while quick work may come, and one from quick work while dear waits", async () => {
    const lanes = new Lanes({ public: { atOnce: 3, waitMs: 60_000 } });
    const order: string[] = [];
    const enter = async (name: string, isDear: boolean) => {
      const leave = await lanes.enter(by(name), isDear ? 100 : 1);
      order.push(name);
      return leave;
    };
    const first = await Promise.all([enter("dear 1", true), enter("dear 2", true)]);
    const third = enter("dear 3", true);
    const quick = await enter("quick 1", false);
    const second = enter("quick 2", false);
    quick();
    await second;
    expect(order).toEqual(["dear 1", "dear 2", "quick 1", "quick 2"]);
    const more = enter("quick 3", false);
    for (const leave of first) leave();
    // the first place goes to quick work, since dear work has one still; the second to dear work
    await Promise.all([third, more]);
    expect(order.slice(4)).toEqual(["quick 3", "dear 3"]);
  });

  it("is not held up by another that is full", async () => {
    const lanes = new Lanes({ public: { atOnce: 1, waitMs: 60_000 }, writes: { atOnce: 1, waitMs: 60_000 } });
    await lanes.enter(by("a"));
    lanes.enter(by("b")).catch(() => {});
    (await lanes.enter(by("c", "writes")))();
    expect(lanes.standing().slice(0, 3)).toMatchObject([
      { lane: "public", running: 1, waiting: 1 },
      { lane: "files", running: 0 },
      { lane: "writes", running: 0, waiting: 0 },
    ]);
  });

  it("says that it is busy to whoever has waited long", async () => {
    const lanes = one(10);
    const leave = await lanes.enter(by("a"));
    await expect(lanes.enter(by("b"))).rejects.toMatchObject({ code: "busy" });
    leave();
    expect(lanes.standing()[0]).toMatchObject({ running: 0, waiting: 0 });
  });

  it("lets one client wait with some, and others all the same", async () => {
    const lanes = one();
    const leave = await lanes.enter(by("a"));
    const many = Array.from({ length: 130 }, () => lanes.enter(by("many")).then((done) => done(), code));
    const other = lanes.enter(by("other"));
    leave();
    (await other)();
    const answers = await Promise.all(many);
    expect(answers.filter((answer) => answer === "busy")).toHaveLength(10);
  });

  it("gives room to who has cost less when it is full of who has cost more", {
    timeout: 60_000,
  }, async () => {
    const lanes = one();
    const crowd = Array.from({ length: 10 }, (_, at) => `dear${at}`);
    for (const client of crowd) await spend(lanes, client, 3);
    await spend(lanes, "dearest", 50);
    const leave = await lanes.enter(by("holder"));
    const waiting = crowd.flatMap((client) =>
      Array.from({ length: 100 }, () => lanes.enter(by(client)).then((done) => done(), code)),
    );
    await expect(lanes.enter(by("dearest"))).rejects.toMatchObject({ code: "busy" });
    const newcomer = lanes.enter(by("new"));
    leave();
    (await newcomer)();
    const answers = await Promise.all(waiting);
    expect(answers.filter((answer) => answer === "busy")).toHaveLength(1);
  });
});
