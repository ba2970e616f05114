import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { Presence } from "./presence.ts";

function start() {
  const database = { isThere: true, asked: 0 };
  const told: string[] = [];
  const presence = new Presence(
    async () => {
      database.asked += 1;
      await sleep(1);
      if (!database.isThere) throw new Error("refused");
    },
    () => false,
    ({ message }) => told.push(message),
  );
  return { database, presence, told };
}

describe("whether the database is there", () => {
  it("is asked once for all, and one that is there is not away because somebody suspects it", async () => {
    const { database, presence, told } = start();
    await Promise.all([presence.suspect(), presence.ask(), presence.suspect()]);
    expect([database.asked, presence.isAway, told]).toEqual([1, false, []]);
    presence.check();
    presence.close();
  });

  it("is known to everybody from the first who did not get an answer until it answers again", async () => {
    const { database, presence, told } = start();
    database.isThere = false;
    await expect(presence.ask()).rejects.toMatchObject({ code: "database-unavailable" });
    await presence.suspect();
    expect(presence.isAway).toBe(true);
    expect(() => presence.check()).toThrow(/database is away/);
    database.isThere = true;
    await expect.poll(() => presence.isAway).toBe(false);
    presence.check();
    expect(told).toHaveLength(1);
    presence.close();
  });
});
