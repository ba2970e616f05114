import type { ApiApp, ApiContext } from "../../api-context.ts";
import { exportFormats } from "../../common/export-formats.ts";
import { mayNameAuthorities } from "../../common/redistribution.sql.ts";
import { register } from "../../records/kinds.ts";
import { problemAnswer } from "../problems/problems.schema.ts";
import { type Catalogue, catalogue } from "./catalogue.schema.ts";
import { getKindsStanding, getPlaceStanding } from "./catalogue.sql.ts";
import { describeCodes, describeKind, describePlaces, placeCodeLists } from "./describe-kind.ts";

export function catalogueRoutes(app: ApiApp, { answers, redistributeSources }: ApiContext): void {
  const formats = exportFormats.map(({ id }) => id);

  app.get(
    "/catalogue",
    {
      schema: {
        tags: ["records"],
        operationId: "getCatalogue",
        summary:
          "The data dictionary: every collection with fields, units, codes, sources, licences and addresses",
        response: { 200: catalogue, 400: problemAnswer },
      },
    },
    (request, reply) =>
      answers.send(request, reply, {
        topics: ["boundary", "records"],
        type: "application/json; charset=utf-8",
        make: async (db) => {
          const places = describePlaces(formats, await mayNameAuthorities(db, redistributeSources));
          const standing = await getKindsStanding(db);
          const answer: Catalogue = {
            collections: [
              { ...places.areas, ...(await getPlaceStanding(db, "area_shape")) },
              { ...places.authorities, ...(await getPlaceStanding(db, "local_authority")) },
              ...standing.map(({ kind, ...stands }) => ({
                ...describeKind(register.byId(kind), formats),
                ...stands,
              })),
            ],
            code_lists: [...register.codeLists, ...placeCodeLists].map(describeCodes),
            formats: exportFormats.map(({ id, mediaType, title, description, hasWords }) => ({
              id,
              media_type: mediaType,
              title,
              description,
              has_words: hasWords,
            })),
          };
          return JSON.stringify(answer);
        },
      }),
  );
}
