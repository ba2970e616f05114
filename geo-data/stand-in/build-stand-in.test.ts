// Builds the whole stand-in once (about 20 s) and proves it clean: nothing here trusts how it was made.
import { createHash } from "node:crypto";
import type { FeatureCollection, Position } from "geojson";
import { topology } from "topojson-server";
import { beforeAll, describe, expect, it } from "vitest";
import { buildStandIn, type StandIn, type StandInFeature } from "./build-stand-in.ts";
import { readOutlines } from "./outlines.ts";

let standIn: StandIn;
const progress: number[] = [];

beforeAll(async () => {
  standIn = await buildStandIn({ onProgress: (fraction) => progress.push(fraction) });
}, 180_000);

function polygonsOf({ geometry }: StandInFeature): Position[][][] {
  return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
}

const ringsOf = (tambon: StandInFeature) => polygonsOf(tambon).flat();

function* edgesOf(tambon: StandInFeature): Generator<[Position, Position]> {
  for (const ring of ringsOf(tambon)) {
    for (let i = 1; i < ring.length; i++) yield [ring[i - 1]!, ring[i]!];
  }
}

/** Square degrees, positive when anticlockwise. */
function signedArea(ring: Position[]): number {
  const [x0 = 0, y0 = 0] = ring[0]!;
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1]!;
    const [bx = 0, by = 0] = ring[i]!;
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return sum / 2;
}

/** Flat kilometres around the ring's own latitude: good to a percent, enough for sizes and shapes. */
function toKilometres(ring: Position[]): Position[] {
  const shrink = Math.cos(((ring[0]![1] ?? 0) * Math.PI) / 180);
  return ring.map(([lon = 0, lat = 0]) => [lon * 111.32 * shrink, lat * 110.6]);
}

/** Which tambon has each edge, by the way it walks along it; filled by the first test that asks. */
let owners: Map<string, StandInFeature> | undefined;
function ownersOfEdges(): Map<string, StandInFeature> {
  if (owners) return owners;
  owners = new Map();
  for (const tambon of standIn.features) {
    for (const [from, to] of edgesOf(tambon)) {
      const key = `${from} ${to}`;
      const other = owners.get(key);
      if (other) throw new Error(`${tambon.id} and ${other.id} lie on the same side of ${key}.`);
      owners.set(key, tambon);
    }
  }
  return owners;
}

describe("buildStandIn: codes and names", () => {
  it("has 77 provinces, 928 districts and 7,436 tambon", () => {
    const codes = standIn.features.map(({ properties }) => properties);
    expect(new Set(codes.map((area) => area.province_code)).size).toBe(77);
    expect(new Set(codes.map((area) => area.district_code)).size).toBe(928);
    expect(new Set(codes.map((area) => area.code)).size).toBe(7436);
    expect(codes.filter((area) => area.province_code === "10")).toHaveLength(180);
    expect(standIn.features).toHaveLength(7436);
  });

  it("has codes of six digits, in order, whose parents are their prefixes", () => {
    let previous = "";
    for (const { id, properties } of standIn.features) {
      expect(properties.code).toMatch(/^[1-9]\d{5}$/);
      expect(id).toBe(properties.code);
      expect(properties.district_code).toBe(properties.code.slice(0, 4));
      expect(properties.province_code).toBe(properties.code.slice(0, 2));
      expect(properties.code > previous, `${properties.code} comes after ${previous}`).toBe(true);
      previous = properties.code;
    }
  });

  it("has Thai and English names without prefixes", () => {
    const thai = /^[\u0E01-\u0E4E][\u0E01-\u0E4E .()\d-]*$/;
    const english = /^[A-Z][A-Za-z' .()\d-]*$/;
    for (const { properties: area } of standIn.features) {
      for (const name of [area.name_th, area.district_name_th, area.province_name_th]) {
        expect(name, area.code).toMatch(thai);
        expect(name, area.code).not.toMatch(/^(จังหวัด|อำเภอ|เขต |แขวง|เทศบาล)/);
      }
      for (const name of [area.name_en, area.district_name_en, area.province_name_en]) {
        expect(name, area.code).toMatch(english);
        expect(name, area.code).not.toBe("NULL");
      }
    }
    expect(standIn.features.find(({ id }) => id === "100404")?.properties).toEqual({
      code: "100404",
      name_th: "บางรัก",
      name_en: "Bang Rak",
      district_code: "1004",
      district_name_th: "บางรัก",
      district_name_en: "Bang Rak",
      province_code: "10",
      province_name_th: "กรุงเทพมหานคร",
      province_name_en: "Bangkok",
    });
  });
});

describe("buildStandIn: clean lines", () => {
  it("has closed, simple rings of at most six decimals, outer ones anticlockwise", () => {
    const faults: string[] = [];
    for (const tambon of standIn.features) {
      for (const polygon of polygonsOf(tambon)) {
        polygon.forEach((ring, index) => {
          if (String(ring.at(-1)) !== String(ring[0])) faults.push(`${tambon.id} is open`);
          if (new Set(ring.map(String)).size !== ring.length - 1) faults.push(`${tambon.id} touches itself`);
          if (signedArea(ring) > 0 !== (index === 0)) faults.push(`${tambon.id} turns the wrong way`);
          if (findCrossing(ring)) faults.push(`${tambon.id} crosses itself`);
          if (ring.flat().some((value) => Number(value.toFixed(6)) !== value)) {
            faults.push(`${tambon.id} has more than six decimals`);
          }
        });
      }
    }
    expect(faults).toEqual([]);
  }, 30_000);

  it("has every edge twice, once each way, except along the outline of the country", () => {
    const ownerOf = ownersOfEdges();
    let outlineLength = 0;
    for (const [key, tambon] of ownerOf) {
      const [from = "", to = ""] = key.split(" ");
      const neighbour = ownerOf.get(`${to} ${from}`);
      if (neighbour === tambon) throw new Error(`${tambon.id} lies on both sides of ${key}.`);
      if (!neighbour) outlineLength += lengthBetween(from.split(",").map(Number), to.split(",").map(Number));
    }
    // A gap, an overlap or a vertex that only one side has would leave lone edges inside the country.
    const { x, y, segments } = readOutlines();
    const expected = segments
      .filter(({ right }) => right < 0)
      .reduce(
        (sum, { from, to }) =>
          sum + lengthBetween([x[from]! / 1e6, y[from]! / 1e6], [x[to]! / 1e6, y[to]! / 1e6]),
        0,
      );
    expect(outlineLength / expected).toBeCloseTo(1, 6);
  }, 30_000);

  it("gives each province the land of its outline", () => {
    const { codes, x, y, segments } = readOutlines();
    const expected = codes.map(() => 0);
    for (const { from, to, left, right } of segments) {
      const part = (x[from]! * y[to]! - x[to]! * y[from]!) / 2e12;
      expected[left]! += part;
      if (right >= 0) expected[right]! -= part;
    }
    codes.forEach((code, index) => {
      const members = standIn.features.filter(({ properties }) => properties.province_code === code);
      const area = members.flatMap(ringsOf).reduce((sum, ring) => sum + signedArea(ring), 0);
      expect(Math.abs(area / expected[index]! - 1), code).toBeLessThan(1e-6);
    });
  });

  it("makes a TopoJSON whose arcs belong to one or two tambon", () => {
    const collection: FeatureCollection = standIn;
    const shared = topology({ tambon: collection });
    const uses = new Map<number, number>();
    const count = (arcs: unknown): void => {
      if (Array.isArray(arcs)) arcs.forEach(count);
      else if (typeof arcs === "number")
        uses.set(arcs < 0 ? ~arcs : arcs, (uses.get(arcs < 0 ? ~arcs : arcs) ?? 0) + 1);
    };
    const { tambon } = shared.objects;
    if (tambon?.type !== "GeometryCollection") throw new Error("expected a collection");
    for (const geometry of tambon.geometries) if ("arcs" in geometry) count(geometry.arcs);
    expect(Math.max(...uses.values())).toBe(2);
  });
});

describe("buildStandIn: believable areas", () => {
  it("has districts in one piece, apart from islands", () => {
    const ownerOf = ownersOfEdges();
    const pairs = [...ownerOf].flatMap(([key, tambon]) => {
      const neighbour = ownerOf.get(key.split(" ").toReversed().join(" "));
      return neighbour ? [[tambon, neighbour] as const] : [];
    });
    const islandOf = findPieces(pairs, "province_code");
    const pieceOf = findPieces(pairs, "district_code");
    const islandOfPiece = new Map([...pieceOf].map(([id, piece]) => [piece, islandOf.get(id)!]));
    const seen = new Set<string>();
    for (const [piece, island] of islandOfPiece) {
      // Pieces of a province are islands; a district has at most one piece on each.
      const place = `${piece.slice(0, 4)} on ${island}`;
      expect(seen.has(place), place).toBe(false);
      seen.add(place);
    }
    expect(islandOfPiece.size).toBeLessThan(928 + 20);
  });

  it("has no slivers or specks, and sizes like the real ones", () => {
    const areas = standIn.features.map((tambon) => {
      const rings = polygonsOf(tambon).map(([ring]) => toKilometres(ring!));
      const largest = rings.toSorted((a, b) => signedArea(b) - signedArea(a))[0]!;
      const around = largest.reduce(
        (sum, to, i) => (i === 0 ? 0 : sum + lengthBetween(largest[i - 1]!, to)),
        0,
      );
      // A circle has 1, a square 0.79, a strip ten times as long as wide 0.26.
      expect((4 * Math.PI * signedArea(largest)) / around ** 2, `${tambon.id} is a sliver`).toBeGreaterThan(
        0.25,
      );
      return rings.reduce((sum, ring) => sum + signedArea(ring), 0);
    });
    areas.sort((a, b) => a - b);
    expect(areas[0]).toBeGreaterThan(0.25);
    expect(areas[3718]).toBeGreaterThan(35);
    expect(areas[3718]).toBeLessThan(65);
    expect(areas.at(-1)).toBeLessThan(3000);
  });

  it("has about as many vertices as real lines at zoom 10", () => {
    const count = standIn.features.flatMap(ringsOf).reduce((sum, ring) => sum + ring.length, 0);
    expect(count).toBeGreaterThan(200_000);
    expect(count).toBeLessThan(400_000);
  });
});

describe("buildStandIn: the making", () => {
  it("tells its progress from 0 to 1", () => {
    expect(progress[0]).toBe(0);
    expect(progress.at(-1)).toBe(1);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  });

  it("makes the same lines as ever", () => {
    // Change this only together with a change that is meant to move lines: sample records are placed by them.
    const hash = createHash("sha256").update(JSON.stringify(standIn)).digest("hex");
    expect(hash).toBe("4063d015bbeb376f3fab4a5e29b752ff5956105fc982ae9d2c5457c28a6eae3b");
  });
});

function lengthBetween([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): number {
  return Math.hypot(bx - ax, by - ay);
}

/** Two edges of a ring that cross, or null. */
function findCrossing(ring: Position[]): Position[] | null {
  const turn = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, [cx = 0, cy = 0]: Position) =>
    Math.sign((bx - ax) * (cy - ay) - (cx - ax) * (by - ay));
  for (let i = 1; i < ring.length; i++) {
    for (let j = i + 2; j < ring.length; j++) {
      if (i === 1 && j === ring.length - 1) continue;
      const [a, b, c, d] = [ring[i - 1]!, ring[i]!, ring[j - 1]!, ring[j]!];
      if (turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b)) return [a, b, c, d];
    }
  }
  return null;
}

/** A name for the piece each tambon is in, when neighbours of the same district or province hang together. */
function findPieces(
  pairs: (readonly [StandInFeature, StandInFeature])[],
  level: "province_code" | "district_code",
): Map<string, string> {
  const leader = new Map(standIn.features.map((tambon) => [tambon.id, tambon.id]));
  const find = (id: string): string => {
    let at = id;
    while (leader.get(at) !== at) at = leader.get(at)!;
    leader.set(id, at);
    return at;
  };
  for (const [a, b] of pairs) {
    if (a.properties[level] === b.properties[level]) leader.set(find(a.id), find(b.id));
  }
  return new Map(standIn.features.map(({ id }) => [id, find(id)]));
}
