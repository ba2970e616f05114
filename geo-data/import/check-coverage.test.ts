import { describe, expect, it } from "vitest";
import { checkCoverage } from "./check-coverage.ts";
import { conform } from "./conform.ts";
import type { RawRow } from "./reader.ts";
import { asLevels, makeSmallCountry, shapeOf, smallSource } from "./small-country.fixture.ts";
import { buildCoverage } from "./topology/coverage.ts";

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

  it("names two tambon on the same ground", () => {
    const problems = problemsAfter((rows) => {
      shapeOf(rows, "100103").coordinates = structuredClone(shapeOf(rows, "100101").coordinates);
    });
    expect(problems).toContainEqual(expect.stringMatching(/^tambon 100101 and 100103 overlap near/));
  });
});
