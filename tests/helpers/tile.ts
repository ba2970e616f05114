// Vector tiles, read.
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";

export const decode = (bytes: Buffer) => new VectorTile(new PbfReader(bytes));

export function features(tile: VectorTile, layerId: string) {
  const layer = tile.layers[layerId];
  return layer ? Array.from({ length: layer.length }, (_, index) => layer.feature(index)) : [];
}

/** The tile that holds a point, in the scheme of web maps. */
export function tileAt(lon: number, lat: number, z: number): [x: number, y: number] {
  const radians = (lat * Math.PI) / 180;
  const x = ((lon + 180) / 360) * 2 ** z;
  const y = ((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2) * 2 ** z;
  return [Math.floor(x), Math.floor(y)];
}
