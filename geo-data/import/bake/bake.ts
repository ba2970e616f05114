// Cuts every zoom's shapes into vector tiles, once per boundary version; the server only hands the bytes out.
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import type { Shape } from "../shapes.ts";
import type { Band } from "../topology/bands.ts";
import { type Arc, ringPoints } from "../topology/coverage.ts";
import { toMercator } from "../topology/simplify.ts";
import { boxAround, type SliceFeature, sliceTiles } from "./slice.ts";
import { type LabelFeature, type LabelledShape, placeLabels } from "./tile-labels.ts";
import { BUFFER, EXTENT, levels, MAX_ZOOM, PROPERTIES_FROM_ZOOM, polygonsFromZoom } from "./tile-layers.ts";
import { toTileRings } from "./tile-shapes.ts";

export interface BakedTile {
  z: number;
  x: number;
  y: number;
  /** gzip, level 9 */
  data: Buffer;
}

type TileLayers = Parameters<typeof fromGeojsonVt>[0];

const compress = promisify(gzip);

/** All tiles that are not empty, z0 to z12. */
export async function bakeTiles(
  shapes: readonly LabelledShape[],
  bands: readonly Band[],
  onProgress?: (line: string) => void,
): Promise<BakedTile[]> {
  const tiles: BakedTile[] = [];
  for (const band of bands) {
    const { minZoom } = band;
    const maxZoom = Math.min(band.maxZoom, MAX_ZOOM);
    const raw: { z: number; x: number; y: number; data: Uint8Array }[] = [];
    const labels = placeLabels(shapes, minZoom, maxZoom);
    const options = { minZoom, maxZoom, margin: BUFFER / EXTENT };
    sliceTiles(listFeatures(shapes, band.arcs), options, (z, x, y, features) => {
      const data = encodeTile(z, x, y, features, labels.get(`${z}/${x}/${y}`));
      if (data) raw.push({ z, x, y, data });
    });
    for (let first = 0; first < raw.length; first += 32) {
      // zlib has its own threads; a few at a time, since each takes a quarter of a megabyte
      const some = raw.slice(first, first + 32);
      tiles.push(
        ...(await Promise.all(
          some.map(async ({ z, x, y, data }) => ({ z, x, y, data: await compress(data, { level: 9 }) })),
        )),
      );
    }
    onProgress?.(`${tiles.length} tiles, down to zoom ${maxZoom}`);
  }
  return tiles;
}

function encodeTile(
  z: number,
  x: number,
  y: number,
  inside: readonly SliceFeature[],
  labels: LabelFeature[] | undefined,
): Uint8Array | null {
  const layers: TileLayers = {};
  for (const level of levels) {
    if (z < polygonsFromZoom[level]) continue;
    const features = [];
    for (const { shape, rings } of inside) {
      if (shape.level !== level) continue;
      const geometry = toTileRings(rings, z, x, y, EXTENT);
      const { code, name_th, name_en } = shape;
      const tags = z >= PROPERTIES_FROM_ZOOM ? { code, name_th, name_en } : null;
      if (geometry) features.push({ type: 3 as const, id: Number(code), tags, geometry });
    }
    if (features.length > 0) layers[level] = asLayer(features);
  }
  if (labels) layers.label = asLayer(labels);
  if (Object.keys(layers).length === 0) return null;
  return fromGeojsonVt(layers, { version: 2, extent: EXTENT });
}

/** vt-pbf reads only the features of what geojson-vt calls a tile. */
const asLayer = (features: unknown[]): TileLayers[string] => ({ features }) as TileLayers[string];

/** Every area on the Mercator square, turned as tiles want it: y grows downward, so the other way round. */
function listFeatures(shapes: readonly Shape[], arcs: readonly Arc[]): SliceFeature[] {
  return shapes.map((shape) => {
    const rings = shape.polygons.flat().map((ring) => {
      const points = ringPoints(ring, arcs);
      const flat: number[] = [];
      for (let at = points.length - 2; at >= 0; at -= 2)
        flat.push(...toMercator(points[at]!, points[at + 1]!));
      return flat;
    });
    return { shape, rings, box: boxAround(rings) };
  });
}
