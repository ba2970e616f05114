// Vector tiles. Area tiles hold ids and names only (never values) and never change within a version.
import { z } from "zod";
import { authoritiesTaken, queryOf } from "../collections/collections.schema.ts";
import { kebabId, sampleRecords, whole } from "../vocabulary/vocabulary.schema.ts";

const tileNumber = whole(z.number().int());
/** Many programs ask for a file: `7.pbf` and `7.mvt` are 7. */
const lastTileNumber = z.preprocess(
  (text) => (typeof text === "string" ? text.replace(/\.(pbf|mvt)$/, "") : text),
  tileNumber,
);
export const tileCoordinates = {
  z: tileNumber.meta({ description: "zoom", examples: [8] }),
  x: tileNumber.meta({ description: "column from the west, in Web Mercator", examples: [198] }),
  y: lastTileNumber.meta({ description: "row from the north; may end in .pbf or .mvt", examples: [114] }),
};

const boundaryVersion = kebabId.meta({
  description: "id of a boundary version; /api/tiles/areas.json names the one in force",
  examples: ["rtsd-2022-1a2b3c4d"],
});

export const areaTileParams = z.object({ version: boundaryVersion, ...tileCoordinates });
const layerId = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,62}$/)
  .meta({
    description: "a layer of records: organizations, model_areas, housing_projects, …",
    examples: ["organizations"],
  });
export const layerParams = z.object({ layer: layerId });
export const layerTileParams = z.object({ layer: layerId, ...tileCoordinates });
export const areaTileQuery = queryOf("area_tiles", {});

const zoom = z.number().int().min(0).max(22);

/** What the comment of a function tiles.<id> declares: all that serving it, and a map of others, need to know. */
export const tileLayer = z.strictObject({
  title: z.string().describe("what it shows, such as: Community organizations"),
  description: z.string().describe("what a feature is, and when it carries which field"),
  kind: z
    .string()
    .describe(
      "kind of record that it shows: the function takes the kind's filter, and an edit of the kind makes its tiles anew",
    ),
  minzoom: zoom,
  maxzoom: zoom.describe("maps draw closer views from the tiles of this zoom"),
  fields: z.record(z.string(), z.enum(["String", "Number", "Boolean"])),
  fields_minzoom: z.record(z.string(), zoom).default({}),
});
export type TileLayer = z.infer<typeof tileLayer>;

/** TileJSON 3.0.0, the parts used here. https://github.com/mapbox/tilejson-spec */
export const tileJson = z.object({
  tilejson: z.literal("3.0.0"),
  name: z.string(),
  description: z.string(),
  version: z
    .string()
    .regex(/^1\.\d+\.0$/)
    .optional()
    .describe(
      "of tiles that edits change: another in the middle says that they have changed, and a map asks for them again",
    ),
  attribution: z.string(),
  tiles: z.array(z.string()),
  minzoom: z.number().int(),
  maxzoom: z.number().int(),
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  vector_layers: z.array(
    z.object({
      id: z.string(),
      minzoom: z.number().int(),
      maxzoom: z.number().int(),
      description: z.string(),
      fields: z.record(z.string(), z.string()),
      fields_minzoom: z
        .record(z.string(), z.number().int())
        .describe(
          "of fields that are not there at every zoom of the layer: the first zoom where all features have it",
        ),
    }),
  ),
  /** extensions: whether the lines, and how much of the records, are made up */
  sample_boundary: z.boolean().optional(),
  sample_records: sampleRecords.optional(),
  /** extensions, of tiles that take the filter */
  filter: z.array(z.string()).optional().describe("fields of the filter that act on these tiles"),
  within_authorities: authoritiesTaken.optional(),
});
export type TileJson = z.infer<typeof tileJson>;

export const vectorTileAnswer = {
  description: "Mapbox Vector Tile 2.1; 204 where there is nothing",
  content: { "application/vnd.mapbox-vector-tile": { schema: z.string().describe("binary") } },
};
