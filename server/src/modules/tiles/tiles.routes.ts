import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { ApiApp, ApiContext } from "../../api-context.ts";
import { getAuthoritiesTaken } from "../../common/authorities-taken.sql.ts";
import { checkPlaces } from "../../common/check-place.sql.ts";
import { getCurrentBoundary } from "../../common/current-boundary.sql.ts";
import { getSampleRecords } from "../../common/sample-records.sql.ts";
import type { Topic } from "../../data-version.ts";
import { invalidQuery, ProblemError } from "../../problems.ts";
import { publicBase } from "../../public-address.ts";
import { register } from "../../records/kinds.ts";
import { exportQueryOf, filterFieldsOf, type RecordFilter } from "../../records/record-contract.ts";
import { sayVersion } from "../../seen-version.ts";
import { nothingThere, problemAnswer } from "../problems/problems.schema.ts";
import { AREA_MAX_ZOOM } from "./area-layers.ts";
import { areasTileJson, layerTileJson } from "./tile-json.ts";
import { TileLayers } from "./tile-layers.ts";
import {
  areaTileParams,
  areaTileQuery,
  layerParams,
  layerTileParams,
  type TileJson,
  type TileLayer,
  tileJson,
  vectorTileAnswer,
} from "./tiles.schema.ts";
import { findAreaTile, getTile } from "./tiles.sql.ts";

const MVT = "application/vnd.mapbox-vector-tile";
const ENDINGS =
  "`y` may have the ending `.pbf` or `.mvt`, which some programs look for; the tile is the same.";
const WHOLE_FILTER =
  "A layer takes the fields of the filter that its TileJSON lists as `filter`, and refuses the others by name.";
/** Every field that some layer takes, as it is written; what a layer's own kind says of it holds. */
const anyFilter = z.looseObject(
  Object.fromEntries(
    register.open.flatMap((kind) =>
      Object.entries(filterFieldsOf(kind)).map(([name, { description = name }]) => [
        name,
        z
          .union([z.string(), z.array(z.string())])
          .optional()
          .describe(description),
      ]),
    ),
  ),
);

export function tileRoutes(
  app: ApiApp,
  { dbOf, publicDb, answers, versions, publicUrl, redistributeSources }: ApiContext,
): void {
  const tags = ["tiles"];
  const layers = new TileLayers(publicDb);
  const boundaryInForce = versions.kept(["boundary"], () => getCurrentBoundary(publicDb));
  const tilesOf = (request: FastifyRequest) => `${publicBase(request, publicUrl)}/api/tiles`;

  app.get(
    "/tiles/areas.json",
    {
      schema: {
        tags,
        operationId: "getAreaTileJson",
        summary: "TileJSON of the area tiles in force",
        querystring: areaTileQuery,
        response: { 200: tileJson, 400: problemAnswer },
      },
    },
    async (request, reply): Promise<TileJson> => {
      reply.header("cache-control", "no-cache");
      return areasTileJson(await boundaryInForce(), tilesOf(request));
    },
  );

  app.get(
    "/tiles/areas/:version/:z/:x/:y",
    {
      schema: {
        tags,
        operationId: "getAreaTile",
        summary: "Vector tile of areas: codes and names, never values; never changes within a version",
        description: ENDINGS,
        params: areaTileParams,
        querystring: areaTileQuery,
        response: { 204: nothingThere, 200: vectorTileAnswer, 400: problemAnswer, 404: problemAnswer },
      },
    },
    (request, reply) => {
      const { version, z, x, y } = request.params;
      checkTile(z, x, y, AREA_MAX_ZOOM);
      return answers.send(request, reply as FastifyReply, {
        topics: ["boundary"],
        type: MVT,
        make: async (db) => {
          const gzipped = await findAreaTile(db, version, z, x, y);
          if (gzipped === undefined) {
            throw new ProblemError("boundary-version-not-found", {
              detail: `boundary version ${version} is not served; /api/tiles/areas.json names the one in force`,
              errors: [{ field: "version", message: "not served (any more)" }],
            });
          }
          const headers = {
            etag: `W/"${version}-${z}-${x}-${y}"`,
            "cache-control": "public, max-age=31536000, immutable",
          };
          return { gzipped, headers };
        },
      });
    },
  );

  app.get(
    "/tiles/:layer.json",
    {
      schema: {
        tags,
        operationId: "getTileJson",
        summary: "TileJSON of a layer of records, with the filter of this request",
        description: WHOLE_FILTER,
        params: layerParams,
        querystring: anyFilter,
        response: { 200: tileJson, 400: problemAnswer, 404: problemAnswer },
      },
    },
    async (request, reply): Promise<TileJson> => {
      const { params, query } = request;
      const db = dbOf(request);
      const layer = await layers.get(params.layer);
      const filter = filterOf(layer.kind, query);
      reply.header("cache-control", "no-cache");
      const { edit } = await sayVersion(versions, request, reply as FastifyReply, topicsOf(layer));
      const boundary = await boundaryInForce();
      await checkPlaces(db, filter.within, "within");
      const sample = await getSampleRecords(db, [layer.kind]);
      const within_authorities = await getAuthoritiesTaken(db, redistributeSources, filter.within);
      const about = layerTileJson(params.layer, layer, filter, sample, boundary, tilesOf(request));
      return { ...about, version: `1.${edit}.0`, within_authorities };
    },
  );

  app.get(
    "/tiles/:layer/:z/:x/:y",
    {
      schema: {
        tags,
        operationId: "getTile",
        summary: "Vector tile of records that the filter lets through, neighbours as one point from afar",
        description: `${ENDINGS} ${WHOLE_FILTER}`,
        params: layerTileParams,
        querystring: anyFilter,
        response: { 204: nothingThere, 200: vectorTileAnswer, 400: problemAnswer, 404: problemAnswer },
      },
    },
    async (request, reply) => {
      const { params, query } = request;
      const { layer: id, z, x, y } = params;
      const layer = await layers.get(id);
      checkTile(z, x, y, layer.maxzoom);
      const filter = filterOf(layer.kind, query);
      return answers.send(request, reply as FastifyReply, {
        topics: topicsOf(layer),
        type: MVT,
        make: async (db) => {
          await checkPlaces(db, filter.within, "within");
          return getTile(db, id, z, x, y, filter);
        },
      });
    },
  );
}

const topicsOf = ({ kind }: TileLayer): Topic[] => [kind, "boundary"];

const queries = new Map(register.open.map((kind) => [kind.id, exportQueryOf(kind, {})]));

/** @throws ProblemError invalid-request naming each field that does not act on the kind, or is wrong */
function filterOf(kind: string, query: Record<string, unknown>): RecordFilter {
  const parsed = queries.get(kind)?.safeParse(query);
  if (!parsed) throw new Error(`a tile layer is of the kind ${kind}, which nobody may see`);
  if (!parsed.success) throw invalidQuery(parsed.error.issues, query);
  return parsed.data as RecordFilter;
}

/** @throws ProblemError tile-out-of-range naming the coordinate */
function checkTile(z: number, x: number, y: number, maxZoom: number): void {
  const edge = 2 ** Math.min(Math.max(z, 0), maxZoom) - 1;
  const errors = [
    ...(z < 0 || z > maxZoom ? [{ field: "z", message: `0 to ${maxZoom}` }] : []),
    ...(x < 0 || x > edge ? [{ field: "x", message: `0 to ${edge} at this zoom` }] : []),
    ...(y < 0 || y > edge ? [{ field: "y", message: `0 to ${edge} at this zoom` }] : []),
  ];
  if (errors.length > 0)
    throw new ProblemError("tile-out-of-range", { detail: `no tile ${z}/${x}/${y}`, errors });
}
