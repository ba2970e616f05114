// What somebody may hold of the server who has not even asked yet: half a body, half a head, a connection. Limits are small here so that
// nobody waits; that others are answered meanwhile is what counts.
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { answerCounts, METRICS_TOKEN } from "../helpers/answer-counts.ts";
import { startApi, type TestApi } from "../helpers/app.ts";
import { get, hangUp, knock, post, type RawClient, statuses, trickle } from "../helpers/raw-client.ts";

const KEY = "a key of more than twenty-four characters";
const DOOR = {
  headMs: 400,
  requestMs: 700,
  lookMs: 50,
  connections: 60,
  connectionsPerClient: 20,
  bodies: 8,
  bodiesPerClient: 4,
  bodyPatienceMs: 100,
};
const ATTACKERS = ["127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5"];
const LAST = "connection: close\r\n";

/** On a busy machine that may take its time. */
const soon = <T>(read: () => T) => expect.poll(read, { timeout: 10_000 });

let api: TestApi;
let port: number;
beforeAll(async () => {
  [api, port] = await open(DOOR);
});
afterEach(hangUp);
afterAll(() => api.close());

async function open(door: Parameters<typeof startApi>[4]): Promise<[TestApi, number]> {
  const opened = await startApi(undefined, KEY, { metricsToken: METRICS_TOKEN }, {}, door);
  await opened.app.listen({ host: "127.0.0.1", port: 0 });
  return [opened, (opened.app.server.address() as AddressInfo).port];
}

const fromAll = (count: number, said: () => string, to = port) =>
  Array.from({ length: count }, (_, at) => knock(to, said(), ATTACKERS[at % ATTACKERS.length]));

const heldBy = ({ app }: TestApi) =>
  new Promise<number>((resolve) => app.server.getConnections((_, count) => resolve(count)));

/** Somebody who looks at the map, and a planner who saves (what is wrong with this change is told after its body is read). */
async function othersAreServed(to = port): Promise<void> {
  const statusOf = async (said: string) => statuses(await knock(to, said).closed)[0];
  expect(await statusOf(get("/indicators", LAST))).toBe("200");
  const save = post("/targets/leaders/versions", 2, `authorization: Bearer ${KEY}\r\n${LAST}`);
  expect(await statusOf(`${save}{}`)).toBe("400");
}

async function untilNobodyIsLeft(of = api): Promise<void> {
  await soon(() => heldBy(of)).toBe(0);
}

describe("half a request", () => {
  it("of a megabyte is refused before it is read", async () => {
    const halves = fromAll(60, () => `${post("/targets/leaders/preview", 1e6)}{"note":"`);
    await othersAreServed();
    for (const { closed } of halves) expect(statuses(await closed)).toEqual(["413"]);
    await untilNobodyIsLeft();
  });

  it("that arrives by the drop is given up, and holds up nobody", async () => {
    const inChunks = post("/targets/leaders/preview", 0, "transfer-encoding: chunked\r\n");
    const halves = [
      post("/targets/leaders/preview", 5_000),
      inChunks.replace(/content-length.*\r\n/, ""),
      "GET /api/indicators HTTP/1.1\r\nhost: test\r\nx-slow: ",
      "",
    ];
    const slow = halves.flatMap((said) => fromAll(12, () => said));
    for (const one of slow.slice(0, 36)) trickle(one);
    await othersAreServed();
    const ends = slow.map(async ({ closed }) => statuses(await closed)[0]);
    for (const end of await Promise.all(ends)) expect(["400", "408", "503", undefined]).toContain(end);
    await untilNobodyIsLeft();
  });
});

describe("connections", () => {
  let patient: TestApi;
  let to: number;
  beforeAll(async () => {
    const { bodies, bodiesPerClient } = DOOR;
    [patient, to] = await open({
      connections: 60,
      connectionsPerClient: 20,
      unsentBytes: 64 * 1024,
      bodies,
      bodiesPerClient,
    });
  });
  afterAll(() => patient.close());

  it("are bounded in all and for each client, and whoever comes next is let in", async () => {
    for (let at = 0; at < 50; at += 1) knock(to, "", "127.0.0.9");
    await soon(() => heldBy(patient)).toBe(20);
    const idle = fromAll(400, () => "", to);
    await soon(() => idle.filter(({ socket }) => socket.closed).length).toBeGreaterThan(330);
    expect(await heldBy(patient)).toBeLessThanOrEqual(60);
    await othersAreServed(to);
    hangUp();
    await untilNobodyIsLeft(patient);
  });

  it("give way where they wait, not where they are being served", async () => {
    const more = `authorization: Bearer ${KEY}\r\nexpect: 100-continue\r\n${LAST}`;
    const save = post("/targets/leaders/versions", 2, more);
    const served = Array.from({ length: 12 }, () => knock(to, save, "127.0.0.9"));
    await Promise.all(served.map(({ text }) => soon(text).toContain("100 Continue")));
    for (let at = 0; at < 50; at += 1) knock(to, "", "127.0.0.9");
    fromAll(100, () => "", to);
    await othersAreServed(to);
    for (const { socket } of served) socket.write("{}");
    for (const { closed } of served) expect(statuses(await closed)).toEqual(["100", "400"]);
    hangUp();
    await untilNobodyIsLeft(patient);
  });

  it("send so many bodies at once, and whoever has none among them is let in", async () => {
    const half = post("/targets/leaders/preview", 5_000);
    const slow = fromAll(16, () => half, to);
    const kept = () => slow.filter(({ socket, text }) => !socket.closed && text() === "").length;
    await soon(kept).toBe(DOOR.bodies);
    await othersAreServed(to);
    const whole = `${post("/targets/leaders/preview", 2, LAST)}{}`;
    expect(statuses(await knock(to, whole, "127.0.0.9").closed)).toEqual(["400"]);
    await soon(kept).toBe(DOOR.bodies - 1);
    hangUp();
    await untilNobodyIsLeft(patient);
  });

  it("ask so much at once, and what comes on top is not even begun", async () => {
    const begun = async () => {
      const { from_memory, made } = await answerCounts(patient.app);
      return from_memory + made;
    };
    const before = await begun();
    const asked = knock(to, get("/indicators").repeat(500));
    expect(statuses(await asked.closed).length).toBeLessThan(17);
    expect((await begun()) - before).toBeLessThan(17);
  });

  it("that read nothing are closed when too much waits for them", async () => {
    const readers = Array.from({ length: 4 }, () => knock(to, get("/areas/index").repeat(12)));
    for (const { socket } of readers) socket.pause();
    await soon(() => heldBy(patient)).toBeLessThan(4);
    await othersAreServed(to);
    hangUp();
    await untilNobodyIsLeft(patient);
  });
});

describe("a body", () => {
  const wrongKey = (length: number) =>
    post("/targets/leaders/versions", length, "authorization: Bearer wrong\r\n");

  it("of whoever may not write is not waited for", async () => {
    const asked = knock(port, wrongKey(5_000));
    const answer = await asked.closed;
    expect(statuses(answer)).toEqual(["401"]);
    expect(answer.toLowerCase()).toContain("connection: close");
  });

  it("that was refused is no other request", async () => {
    const hidden = get("/indicators");
    const answer = await knock(port, wrongKey(hidden.length + 10) + hidden).closed;
    expect(statuses(answer)).toEqual(["401"]);
  });

  it.each([
    ["where no route is", `POST /api/nowhere HTTP/1.1`, "404"],
    ["where nothing is sent", `GET /api/indicators HTTP/1.1`, "400"],
    ["to a page", `POST /targets HTTP/1.1`, "404"],
  ])("is not read %s", async (_where, line, status) => {
    const head = `${line}\r\nhost: test\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n`;
    expect(statuses(await knock(port, head).closed)).toEqual([status]);
  });

  it("is asked for only where it is read", async () => {
    const expecting = "expect: 100-continue\r\n";
    const bearer = `authorization: Bearer ${KEY}\r\n`;
    const refused = knock(port, post("/targets/leaders/versions", 2, expecting));
    expect(statuses(await refused.closed)).toEqual(["401"]);
    const taken = knock(port, post("/targets/leaders/versions", 2, expecting + bearer + LAST));
    await soon(() => statuses(taken.text())).toEqual(["100"]);
    taken.socket.write("{}");
    expect(statuses(await taken.closed)).toEqual(["100", "400"]);
  });
});

describe("what is no request", () => {
  it("never answers into the middle of another answer", async () => {
    const asked: RawClient = knock(port, get("/areas/index"));
    asked.socket.pause();
    await sleep(50);
    asked.socket.write("nonsense\r\n\r\n");
    await sleep(50);
    asked.socket.resume();
    expect(statuses(await asked.closed)).not.toContain("400 ");
    expect((await asked.closed).match(/HTTP\/1\.1/g)?.length).toBeLessThanOrEqual(2);
  });
});
