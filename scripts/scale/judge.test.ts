import { describe, expect, it } from "vitest";
import { judge, tableOf } from "./judge.mjs";

const read = (ended: number, status = 200, what = "list", code = "") => ({
  what,
  began: ended - 5,
  ended,
  status,
  code,
});
const every = (from: number, to: number, step = 100) =>
  Array.from({ length: (to - from) / step }, (_, at) => read(from + at * step));
const saved = (version: number, ended: number) => ({
  version,
  edit: version,
  owner: "",
  began: ended,
  ended,
});
const seen = (version: number, began: number, edit = version) => ({
  server: "one",
  what: "figure",
  began,
  ended: began + 5,
  version,
  edit,
});
const save = (ended: number, status = 201, code = "") => read(ended, status, "save", code);
const saves = every(0, 20_000).map(({ ended }) => save(ended));
const fault = { name: "a fault", began: 0, back: 2_000, ended: 20_000, takesWrites: true };

describe("judge", () => {
  it("finds nothing where all goes well", () => {
    const records = {
      answers: [...every(0, 20_000), ...saves],
      saved: [saved(1, 50)],
      seen: [seen(1, 60), seen(1, 400)],
    };
    expect(judge(records, fault)).toMatchObject({ missed: [], reads: 200, writes: 200, refused: 0 });
  });

  it("finds a gap of one kind of reading although others are answered, and one that does not end", () => {
    const health = [read(100, 200, "health"), read(6_000, 503, "health"), read(6_100, 200, "health")];
    const answers = [...every(0, 20_000), ...saves, ...health];
    expect(judge({ answers, saved: [], seen: [] }, fault).missed[0]).toBe("no answer for 13900 ms");
  });

  it("counts a gap in saving from when the primary is back", () => {
    const late = saves.filter(({ ended }) => ended > 6_500);
    const records = { answers: [...every(0, 20_000), ...late], saved: [], seen: [] };
    expect(judge(records, fault).missed).toEqual(["nothing saved for 6600 ms"]);
    expect(judge(records, { ...fault, takesWrites: false }).missed).toEqual([]);
  });

  it("fails what is not back after 5 s, although nothing can be saved until then", () => {
    const late = saves.filter(({ ended }) => ended > 5_100);
    const records = { answers: [...every(0, 20_000), ...late], saved: [], seen: [] };
    const away = { ...fault, back: 5_100, takesWrites: false };
    expect(judge(records, away).missed).toEqual(["back after 5100 ms"]);
    expect(judge(records, { ...away, says: "no-room" }).missed).toEqual(["nobody was told no-room"]);
  });

  it("finds an answer that is asked for more than 250 ms after a write and lacks it, or says a lower number", () => {
    const answers = [...every(0, 20_000), ...saves];
    const of = (...looks: ReturnType<typeof seen>[]) =>
      judge({ answers, saved: [saved(7, 5_000)], seen: looks }, fault).missed;
    expect(of(seen(6, 5_249), seen(6, 4_999), seen(8, 5_600))).toEqual([]);
    expect(of(seen(6, 5_300))).toEqual(["300 ms stale"]);
    expect(of(seen(7, 5_300, 6))).toEqual(["300 ms stale"]);
  });

  it("lets a killed party explain 502 and 503 for a while, and nothing else", () => {
    const of = (...failed: ReturnType<typeof read>[]) =>
      judge({ answers: [...every(0, 20_000), ...saves, ...failed], saved: [], seen: [] }, fault);
    expect(of(read(1_000, 503), read(3_000, 502), save(1_000, 409))).toMatchObject({
      missed: [],
      refused: 3,
    });
    expect(of(read(1_000, 500, "list", "internal"), read(19_000, 503), read(1_000, 0)).missed).toEqual([
      "1 × list 500 internal",
      "1 × list 503",
      "1 × list 0",
    ]);
  });

  it("takes for a full disk only what saving says of it", () => {
    const of = (...failed: ReturnType<typeof read>[]) =>
      judge(
        { answers: [...every(0, 20_000), ...saves, ...failed], saved: [], seen: [] },
        { ...fault, says: "no-room" },
      ).missed;
    expect(of(save(1_000, 503, "no-room"))).toEqual([]);
    expect(of(save(1_000, 503, "database-unavailable"), read(1_000, 503, "list", "no-room"))).toEqual([
      "1 × save 503 database-unavailable",
      "1 × list 503 no-room",
    ]);
    expect(of()).toEqual(["nobody was told no-room"]);
  });

  it("is told as a table", () => {
    const verdict = judge({ answers: [...every(0, 20_000), ...saves], saved: [], seen: [] }, fault);
    expect(tableOf([verdict]).split("\n")[2]).toMatch(/^\| a fault +\| 200 +\| 100 ms/);
  });
});
