// Assertions on lines: rings are simple, neighbours share their border exactly, nothing overlaps, nothing is
// left out between areas. Exact, so there is no tolerance to argue about.
import { type Coverage, doubleArea, type Ring, ringPoints, UNITS_PER_DEGREE } from "./topology/coverage.ts";
import { findCrossings } from "./topology/crossings.ts";
import { dissolve, ringContains } from "./topology/dissolve.ts";
import { listUsers } from "./topology/nesting.ts";

/** @param codes of the coverage's areas, in its order */
export function checkCoverage(coverage: Coverage, codes: readonly string[]): string[] {
  const users = listUsers(coverage);
  const crossing = findBadCrossings(coverage, codes, users);
  const shared = findSharedSides(coverage, codes);
  // with crossing borders there is no saying what lies inside what
  if (crossing.length > 0) return [...crossing, ...shared];
  const misplaced = [...shared, ...findStrayHoles(coverage, codes)];
  // nor is there an outline where a border has the same inside twice, or a hole lies in nothing
  return misplaced.length > 0 ? misplaced : findGapsAndDoubles(coverage, codes, users);
}

const place = (x: number, y: number): string =>
  `${(x / UNITS_PER_DEGREE).toFixed(5)}, ${(y / UNITS_PER_DEGREE).toFixed(5)}`;

function findBadCrossings(coverage: Coverage, codes: readonly string[], users: number[][]): string[] {
  const said = new Map<string, string>();
  for (const { arcs, segments } of findCrossings(coverage.arcs)) {
    const [[x, y]] = segments;
    const [one, two] = arcs.map((arc) => users[arc]!.map((area) => codes[area]!)) as [string[], string[]];
    const shared = one.find((code) => two.includes(code));
    const other = two.find((code) => !one.includes(code)) ?? one.find((code) => !two.includes(code));
    if (arcs[0] === arcs[1] || other === undefined) {
      said.set(`${shared}`, `tambon ${shared}: its border crosses or touches itself near ${place(x, y)}`);
    } else {
      const pair = [one[0]!, two.find((code) => code !== one[0]) ?? other].sort();
      said.set(
        pair.join(),
        `tambon ${pair.join(" and ")}: their borders cross near ${place(x, y)} (overlap or gap)`,
      );
    }
  }
  return [...said.values()];
}

/** Two areas on the same side of a border. */
function findSharedSides(coverage: Coverage, codes: readonly string[]): string[] {
  const ownerOf = new Map<number, number>();
  // two areas that overlap have many borders in common, and are said once
  const said = new Map<string, string>();
  coverage.areas.forEach((polygons, area) => {
    for (const reference of polygons.flat(2)) {
      const before = ownerOf.get(reference);
      if (before === undefined) ownerOf.set(reference, area);
      else {
        const arc = coverage.arcs[reference < 0 ? ~reference : reference]!;
        const near = `near ${place(arc[0]!, arc[1]!)}`;
        const pair = `${codes[before]} ${codes[area]}`;
        if (said.has(pair)) continue;
        said.set(
          pair,
          before === area
            ? `tambon ${codes[area]} has the same ground twice ${near}`
            : `tambon ${codes[before]} and ${codes[area]} overlap ${near}`,
        );
      }
    }
  });
  return [...said.values()];
}

/** A hole must lie in its own outer ring. */
function findStrayHoles(coverage: Coverage, codes: readonly string[]): string[] {
  return coverage.areas.flatMap((polygons, area) =>
    polygons.flatMap(([outer, ...holes]) => {
      const around = holes.length > 0 ? ringPoints(outer!, coverage.arcs) : [];
      return holes.flatMap((hole) => {
        const isWhole = hole.length === outer!.length && hole.every((arc) => outer!.includes(~arc));
        if (isWhole) {
          const [x, y] = around as [number, number];
          return [`tambon ${codes[area]} has a hole as large as itself near ${place(x, y)}`];
        }
        const [x, y] = middleOf(ringPoints(hole, coverage.arcs));
        return ringContains(around, x, y)
          ? []
          : [`tambon ${codes[area]} has a hole outside its own border near ${place(x, y)}`];
      });
    }),
  );
}

/**
 * Walks the outline of all areas together. Since no borders cross, it says how often any ground is covered: a hole
 * in it is ground that belongs to none, and a part of it inside another part is ground that belongs to two.
 */
function findGapsAndDoubles(coverage: Coverage, codes: readonly string[], users: number[][]): string[] {
  const outline = dissolve(coverage.areas, coverage.arcs).map((rings) => ({
    rings,
    points: rings.map((ring) => ringPoints(ring, coverage.arcs)),
  }));
  const namesAround = (ring: Ring) => [
    ...new Set(
      ring.flatMap((reference) => users[reference < 0 ? ~reference : reference]!.map((area) => codes[area]!)),
    ),
  ];
  return outline.flatMap(({ rings, points }, index) => {
    const problems = rings.slice(1).map((hole, at) => {
      const [x, y] = middleOf(points[at + 1]!);
      const size = Math.ceil(squareMetres(points[at + 1]!));
      return `there is a gap of about ${size} m² between tambon ${namesAround(hole).slice(0, 4).join(", ")} near ${place(x, y)}`;
    });
    const [x, y] = middleOf(points[0]!);
    const isInside = (other: (typeof outline)[number]) =>
      other.points.filter((ring) => ringContains(ring, x, y)).length === 1;
    if (outline.some((other, otherIndex) => otherIndex !== index && isInside(other))) {
      const size = Math.ceil(squareMetres(points[0]!));
      const names = new Set([
        ...namesAround(rings[0]!),
        ...findCovering(coverage, x, y).map((area) => codes[area]!),
      ]);
      const what =
        names.size > 1
          ? `${[...names].slice(0, 4).join(" and ")} overlap by about ${size} m²`
          : `${[...names][0]} has about ${size} m² twice`;
      problems.push(`tambon ${what} near ${place(x, y)}`);
    }
    return problems;
  });
}

/** Areas that cover a point; only asked when something is wrong, so it looks at all of them. */
function findCovering(coverage: Coverage, x: number, y: number): number[] {
  return coverage.areas.flatMap((polygons, area) => {
    const around = polygons.flat().filter((ring) => ringContains(ringPoints(ring, coverage.arcs), x, y));
    return around.length % 2 === 1 ? [area] : [];
  });
}

/** The middle of a ring's first border: unlike a corner, no other ring can touch it there. */
const middleOf = (points: readonly number[]): [number, number] => [
  (points[0]! + points[2]!) / 2,
  (points[1]! + points[3]!) / 2,
];

function squareMetres(points: readonly number[]): number {
  const metresPerUnit = 111_320 / UNITS_PER_DEGREE;
  const latitude = (points[1]! / UNITS_PER_DEGREE) * (Math.PI / 180);
  return (Math.abs(doubleArea(points)) / 2) * metresPerUnit ** 2 * Math.cos(latitude);
}
