// What a coordinate reference system in WKT says (WKT 1 of GDAL and ESRI, WKT 2), whatever its names, order and line breaks.
// @ts-expect-error: the package comes without types
import parseTree from "wkt-parser/parser.js";

/** The numbers that decide where a coordinate is. */
export interface ReadWkt {
  name: string;
  datum: string;
  /** half axis in metres, and inverse flattening */
  ellipsoid: { name: string; a: number; rf: number };
  primeMeridian: number;
  /** radians in a unit of angle */
  angle: number;
  /** to WGS 84 by the file's own word: three or seven parameters */
  toWgs84: number[] | null;
  projection: { method: string; parameters: Record<string, number>; metres: number } | null;
}

type Node = [string, ...(string | number | Node)[]];

/** Letters and digits alone: names differ in case, spaces and underscores. */
export const bare = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** @throws Error when the text is no WKT of a geographic or projected system */
export function readWkt(text: string): ReadWkt {
  // the parser knows exponents by a capital E only
  const tree = parseTree(text.trim().replace(/(\d)e([+-]?\d)/g, "$1E$2")) as Node;
  const system = horizontal(tree);
  const projected = is(system, "PROJCS", "PROJCRS", "PROJECTEDCRS");
  const base = projected
    ? find(system, "GEOGCS", "BASEGEOGCRS", "BASEGEODCRS", "GEOGCRS", "GEODCRS")
    : system;
  if (
    !base ||
    !is(base, "GEOGCS", "GEOGCRS", "GEOGRAPHICCRS", "GEODCRS", "GEODETICCRS", "BASEGEOGCRS", "BASEGEODCRS")
  ) {
    throw new Error(`a system of the kind ${system[0]}`);
  }
  const datum = find(base, "DATUM", "ENSEMBLE", "GEODETICDATUM", "TRF");
  const ellipsoid = find(base, "SPHEROID", "ELLIPSOID");
  if (!datum || !ellipsoid) throw new Error("a system without a datum");
  const prime = find(base, "PRIMEM", "PRIMEMERIDIAN");
  const angle = children(base, "UNIT", "ANGLEUNIT")[0] ?? find(base, "ANGLEUNIT");
  return {
    name: text1(system),
    datum: text1(datum),
    ellipsoid: { name: text1(ellipsoid), a: number(ellipsoid, 2), rf: number(ellipsoid, 3) },
    primeMeridian: prime ? number(prime, 2) : 0,
    angle: angle ? number(angle, 2) : Math.PI / 180,
    toWgs84: readToWgs84(tree, base),
    projection: projected ? readProjection(system) : null,
  };
}

/** The part on the ground of a system with heights, and the system that a bound one starts from. */
function horizontal(tree: Node): Node {
  if (is(tree, "BOUNDCRS")) {
    const source = find(tree, "SOURCECRS")?.find(Array.isArray) as Node | undefined;
    if (source) return horizontal(source);
  }
  if (is(tree, "COMPD_CS", "COMPOUNDCRS")) {
    const first = tree.find(Array.isArray) as Node | undefined;
    if (first) return horizontal(first);
  }
  return tree;
}

function readToWgs84(tree: Node, base: Node): number[] | null {
  const own = find(base, "TOWGS84");
  if (own) return own.slice(1).map(Number);
  const bound = is(tree, "BOUNDCRS") ? find(tree, "ABRIDGEDTRANSFORMATION") : undefined;
  if (!bound) return null;
  // with rotations the sign depends on the method, and a grid is a file that is not here
  if (!bare(text1(find(bound, "METHOD") ?? bound)).startsWith("geocentrictranslations")) return null;
  const parameters = readParameters(bound);
  return ["x", "y", "z"].map((axis) => parameters[`${axis}axistranslation`] ?? Number.NaN);
}

function readProjection(system: Node): ReadWkt["projection"] {
  const conversion = find(system, "CONVERSION", "DERIVINGCONVERSION");
  const method = find(conversion ?? system, "PROJECTION", "METHOD");
  const unit =
    children(system, "UNIT", "LENGTHUNIT")[0] ??
    children(system, "AXIS").map((axis) => find(axis, "LENGTHUNIT"))[0];
  return {
    method: method ? bare(text1(method)) : "",
    parameters: readParameters(conversion ?? system),
    metres: unit ? number(unit, 2) : 1,
  };
}

function readParameters(node: Node): Record<string, number> {
  return Object.fromEntries(
    children(node, "PARAMETER").map((parameter) => [bare(text1(parameter)), number(parameter, 2)]),
  );
}

const is = (node: Node, ...keywords: string[]) => keywords.includes(node[0].toUpperCase());

const children = (node: Node, ...keywords: string[]) =>
  node.filter((part): part is Node => Array.isArray(part) && is(part, ...keywords));

/** The first at any depth. */
function find(node: Node, ...keywords: string[]): Node | undefined {
  for (const part of node) {
    if (!Array.isArray(part)) continue;
    const found = is(part, ...keywords) ? part : find(part, ...keywords);
    if (found) return found;
  }
  return undefined;
}

const text1 = (node: Node) => String(node[1] ?? "");
const number = (node: Node, at: number) => Number(node[at]);
