import type { Position } from "geojson";
import { describe, expect, it } from "vitest";
import { randomFor } from "../sample/random.ts";
import { checkCoverage } from "./check-coverage.ts";
import { conform } from "./conform.ts";
import type { RawRow } from "./reader.ts";
import { asLevels, makeSmallCountry, shapeOf, smallSource } from "./small-country.fixture.ts";
import { buildCoverage } from "./topology/coverage.ts";
import { buildUncrossedCoverage } from "./topology/uncross.ts";

function problemsAfter(breakIt: (rows: RawRow[]) => void): string[] {
  const rows = makeSmallCountry();
  breakIt(rows);
  const { tambon, problems } = conform(smallSource, asLevels(rows), []);
  expect(problems).toEqual([]);
  return checkCoverage(
    buildCoverage(tambon.map(({ polygons }) => polygons)),
    tambon.map(({ code }) => code),
  );
}

/** Four squares that meet in a point: straight lines, with no point between their corners. */
function plainSquares(): RawRow[] {
  const rows = makeSmallCountry().slice(0, 4);
  for (const [code, west, south] of [
    ["100101", 100, 9],
    ["100102", 100.1, 9],
    ["100103", 100, 9.1],
    ["100104", 100.1, 9.1],
  ] as const) {
    move(rows, code, [
      [west, south],
      [west + 0.1, south],
      [west + 0.1, south + 0.1],
      [west, south + 0.1],
    ]);
  }
  return rows;
}

function move(rows: RawRow[], code: string, corners: Position[]): void {
  shapeOf(rows, code).coordinates = [[[...corners, corners[0]!]]];
}

function problemsOf(rows: RawRow[]): string[] {
  const { tambon, problems } = conform(smallSource, asLevels(rows), []);
  expect(problems).toEqual([]);
  return checkCoverage(
    buildUncrossedCoverage(tambon.map(({ polygons }) => polygons)),
    tambon.map(({ code }) => code),
  );
}

/** Of upright rectangles. */
function shareGround(one: Position[], two: Position[]): boolean {
  const span = (ring: Position[], axis: 0 | 1) => {
    const values = ring.map((point) => Math.round(point[axis]! * 1e6));
    return [Math.min(...values), Math.max(...values)] as const;
  };
  return ([0, 1] as const).every((axis) => {
    const [[from, to], [otherFrom, otherTo]] = [span(one, axis), span(two, axis)];
    return from < otherTo && otherFrom < to;
  });
}

const outer = (rows: RawRow[], code: string) => shapeOf(rows, code).coordinates[0]![0]!;

describe("checkCoverage", () => {
  it("has nothing to say about a whole country with an enclave and an island", () => {
    expect(problemsAfter(() => {})).toEqual([]);
  });

  it("names the tambon whose ring crosses itself", () => {
    const [problem, ...others] = problemsAfter((rows) => {
      // two points of the outer coast change places: the line makes a knot
      const ring = outer(rows, "100101");
      [ring[4], ring[6]] = [ring[6]!, ring[4]!];
    });
    expect(others).toEqual([]);
    expect(problem).toMatch(/^tambon 100101: its border crosses or touches itself near 100\.0/);
  });

  it("names both tambon where borders cross", () => {
    const problems = problemsAfter((rows) => {
      // a point of the southern coast reaches right through the neighbour
      outer(rows, "100101")[10] = [100.3, 9.1];
    });
    expect(problems).toContainEqual(
      expect.stringMatching(/^tambon 100101 and 100103: their borders cross near 100\.\d+, 9\.\d+/),
    );
  });

  it("names both tambon where one bulges into the other without crossing a line", () => {
    const problems = problemsAfter((rows) => {
      const ring = outer(rows, "100101");
      const at = ring.findIndex(([x, y]) => x! > 100.19 && y! > 9.05 && y! < 9.15);
      ring[at] = [100.25, ring[at]![1]!];
    });
    expect(problems).toEqual([
      expect.stringMatching(/^tambon 100101 and 100103 overlap by about \d+ m² near 100\.\d+, 9\.\d+$/),
    ]);
  });

  it("names the tambon around a gap, and how large it is", () => {
    // a triangle is missing between two tambon that otherwise fit
    const problems = problemsAfter((rows) => {
      const ring = outer(rows, "100101");
      const at = ring.findIndex(([x, y]) => x! > 100.19 && y! > 9.05 && y! < 9.15);
      ring[at] = [100.18, ring[at]![1]!];
    });
    expect(problems).toEqual([
      expect.stringMatching(
        /^there is a gap of about \d+ m² between tambon 100101, 100103 near 100\.\d+, 9\.\d+$/,
      ),
    ]);
  });

  it("names a tambon that lies inside another", () => {
    const problems = problemsAfter((rows) => {
      shapeOf(rows, "100104").coordinates[0]!.splice(1, 1);
    });
    expect(problems).toEqual([
      expect.stringMatching(/^tambon 100203 and 100104 overlap by about \d+ m² near/),
    ]);
  });

  it("names an enclave that nobody fills", () => {
    const problems = problemsAfter((rows) => {
      rows.splice(
        rows.findIndex(({ properties }) => properties.code === "TH100203"),
        1,
      );
    });
    expect(problems).toEqual([
      expect.stringMatching(/^there is a gap of about \d+ m² between tambon 100104 near/),
    ]);
  });

  it("names a hole that is not in its own tambon", () => {
    const problems = problemsAfter((rows) => {
      const enclave = shapeOf(rows, "100104").coordinates[0]!.pop()!;
      shapeOf(rows, "100201").coordinates[0]!.push(enclave);
    });
    expect(problems).toContainEqual(
      expect.stringMatching(/^tambon 100201 has a hole outside its own border near 100\.2/),
    );
  });

  it("names both tambon where one is drawn half onto the other, their lines on each other", () => {
    const rows = plainSquares();
    move(rows, "100102", [
      [100.05, 9],
      [100.15, 9],
      [100.15, 9.1],
      [100.05, 9.1],
    ]);
    expect(problemsOf(rows)).toEqual([
      expect.stringMatching(/^tambon 100101 and 100102 overlap near 100\.\d+, 9\.\d+$/),
    ]);
    move(rows, "100102", [
      [100.05, 9],
      [100.2, 9],
      [100.2, 9.1],
      [100.05, 9.1],
    ]);
    expect(problemsOf(rows)).toEqual([
      expect.stringMatching(/^tambon 100101 and 100102 overlap near 100\.\d+, 9\.\d+$/),
    ]);
  });

  it("names both tambon where one lies on a part of the other, along a line that they share", () => {
    const rows = plainSquares();
    move(rows, "100102", [
      [100.05, 9.05],
      [100.1, 9.05],
      [100.1, 9.1],
      [100.05, 9.1],
    ]);
    expect(problemsOf(rows)[0]).toMatch(/^tambon 100101 and 100102 overlap near/);
  });

  it("names a tambon that has the same polygon twice, and one whose hole is all of it", () => {
    const twice = plainSquares();
    shapeOf(twice, "100101").coordinates.push(structuredClone(shapeOf(twice, "100101").coordinates[0]!));
    expect(problemsOf(twice)).toEqual([
      expect.stringMatching(/^tambon 100101 has the same ground twice near 100\.\d+, 9\.\d+$/),
    ]);
    const hollow = plainSquares().slice(0, 1);
    shapeOf(hollow, "100101").coordinates[0]!.push(outer(hollow, "100101").toReversed());
    expect(problemsOf(hollow)).toEqual([
      expect.stringMatching(/^tambon 100101 has a hole as large as itself near 100\.\d+, 9\.\d+$/),
    ]);
  });

  it("has a sentence, and never a fault, for whatever lies on whatever", () => {
    // corners on a small grid, so that lines lie on each other in every way
    const random = randomFor("overlaps");
    const at = () => Math.floor(random.next() * 4) / 20;
    for (let round = 0; round < 400; round++) {
      const rows = plainSquares();
      for (const code of ["100101", "100102"]) {
        const [a, b, c, d] = [at(), at(), at(), at()] as const;
        if (a === b || c === d) continue;
        const [west, east] = [100 + Math.min(a, b), 100 + Math.max(a, b)];
        const [south, north] = [9 + Math.min(c, d), 9 + Math.max(c, d)];
        move(rows, code, [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
        ]);
      }
      const overlap = shareGround(outer(rows, "100101"), outer(rows, "100102"));
      const problems = problemsOf(rows);
      if (!overlap) continue;
      // where more is wrong, it may be told first of another pair
      const pairs = problems.filter((problem) => /^tambon 1001\d\d and 1001\d\d\b/.test(problem));
      expect(pairs, `round ${round}: ${problems.join("; ")}`).not.toEqual([]);
    }
  });

  it("names two tambon on the same ground", () => {
    const problems = problemsAfter((rows) => {
      shapeOf(rows, "100103").coordinates = structuredClone(shapeOf(rows, "100101").coordinates);
    });
    expect(problems).toContainEqual(expect.stringMatching(/^tambon 100101 and 100103 overlap near/));
  });
});
