// The description of the API (OpenAPI 3.1), made from the same schemas that check it: what the routes do not say of
// themselves is added here, for all of them alike.
import type { FastifyDynamicSwaggerOptions } from "@fastify/swagger";
import { createJsonSchemaTransform } from "fastify-type-provider-zod";
import { globalRegistry, toJSONSchema, type z } from "zod";
import { problem } from "./modules/problems/problems.schema.ts";

type OpenApi = NonNullable<FastifyDynamicSwaggerOptions["openapi"]>;

const TAGS: Record<string, string> = {
  areas: "Provinces, districts, tambon, regions and local authorities: names, codes, lines",
  coverage: "What the records say per place and fiscal year, toward a target, with the reasons",
  gaps: "Where the most is left to do",
  targets: "What an indicator should reach, by year and place, and how it stands",
  records: "What is on record, kind by kind; `/api/catalogue` describes every kind and its fields",
  tiles: "Vector tiles and their TileJSON, for QGIS, MapLibre and others",
  exports: "Whole sets as files; `/api/catalogue` names the formats",
  service: "The server itself",
};

const STATUS: Record<string, string> = {
  304: "Nothing changed since the ETag that was given as `If-None-Match`",
  400: "A field of the request is wrong; `errors` names it",
  401: "The edit key is missing or wrong",
  403: "Not allowed here; `code` says why",
  404: "There is no such thing; `errors` names what was asked for",
  409: "Somebody has changed it meanwhile",
  429: "This address has asked for much of late while others wait, or tried too many wrong keys; `Retry-After` says when to come back",
  503: "Busy, too slow, or without its database just now; `Retry-After` says when to come back",
};

/** Where the address stands that it was asked at (description.ts). */
export const ASKED_AT = "http://asked-at.invalid";

export function describeApi(version: string): FastifyDynamicSwaggerOptions {
  const openapi: OpenApi = {
    openapi: "3.1.0",
    info: {
      title: "Phuenthi (พื้นที่)",
      version,
      summary: "Area-based development in Thailand: areas, figures, records, tiles, exports",
      description:
        "Codes are text: 2, 4 and 6 digits are a province, a district and a tambon (DOPA, as in TIS 1099), `R2` a region, " +
        "`L1001` a local authority, `TH` the country. Years are CE, named by the year a Thai fiscal year ends in: 2021 is " +
        "1 October 2020 to 30 September 2021, ปีงบประมาณ 2564. Positions are WGS 84, longitude first, in degrees; areas are " +
        "m², money is Thai baht, distances km, ratios parts of one (0.5 is 50 %) unless an indicator declares another unit. " +
        "A number that may not be known is null, with its bound in `withheld_below`, never 0. Reading needs no key. " +
        "Errors are RFC 9457 problem+json with a stable `code`.",
      license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
    } as OpenApi["info"],
    servers: [{ url: ASKED_AT, description: "this server" }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    security: [],
    components: {
      securitySchemes: {
        editKey: {
          type: "http",
          scheme: "bearer",
          description:
            "The edit key of this installation (`EDIT_KEY`), for writing targets. Reading needs none.",
        },
      },
    },
  };
  return { openapi, transform };
}

type Override = NonNullable<NonNullable<Parameters<typeof toJSONSchema>[1]>["override"]>;

/** What zod writes, as readers of OpenAPI take it. */
const override: Override = ({ zodSchema, jsonSchema }) => {
  const { def } = zodSchema._zod;
  // what is read before it is checked (`a,b` as a list) is described as what it is checked as
  if (def.type === "pipe" && def.in._zod.def.type === "transform") {
    const { $schema, ...checked } = toJSONSchema(def.out, { io: "input", unrepresentable: "any", override });
    // examples are of what is asked: zod drops them where something is read first
    const { examples } = (globalRegistry.get(zodSchema as unknown as z.ZodType) ?? {}) as {
      examples?: unknown[];
    };
    Object.assign(jsonSchema, { ...checked, ...jsonSchema, ...(examples && { examples }) });
  }
  // readers of older drafts know nothing of prefixItems
  if (jsonSchema.prefixItems) {
    const { length } = jsonSchema.prefixItems;
    Object.assign(jsonSchema, { items: jsonSchema.prefixItems[0], minItems: length, maxItems: length });
  }
  // the bounds of every whole number say nothing
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
};

const toJson = createJsonSchemaTransform({ zodToJsonConfig: { override: override as never } });

const { $schema: _, ...problemSchema } = toJSONSchema(problem);
const content = { "application/problem+json": { schema: problemSchema } };
/** Whatever is asked for may have to wait, and in vain. */
const anyRoute = {
  429: { description: STATUS[429], content },
  503: { description: STATUS[503], content },
  default: { description: "Anything else that went wrong", content },
};

type Response = Record<string, unknown> & { description?: string };

const transform: FastifyDynamicSwaggerOptions["transform"] = (route) => {
  const { schema, url } = toJson(route as Parameters<typeof toJson>[0]) as ReturnType<
    NonNullable<typeof transform>
  >;
  const response = schema?.response as Record<string, Response> | undefined;
  if (!schema || !response) return { schema, url };
  for (const [status, answer] of Object.entries(response)) {
    answer.description ??= STATUS[status] ?? schema.summary ?? status;
  }
  // every answer that is read has an ETag (conditional.ts), but the server's own state, which is never kept
  const isKept = route.route.method !== "POST" && "200" in response && !schema.tags?.includes("service");
  const notModified = isKept ? { 304: { type: "null", description: STATUS[304] } } : {};
  // an operation says so where it needs the key; all others are open
  return {
    schema: { security: [], ...schema, response: { ...response, ...notModified, ...anyRoute } },
    url,
  };
};
