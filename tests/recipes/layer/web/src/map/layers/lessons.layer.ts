// Tambon with lessons written down, each a point.
import { kind } from "@phuenthi/server/records/lesson.record";
import type { MapLayer } from "../map-layer.ts";
import { palettes } from "../palette.ts";
import { countOf, recordSource, textOf } from "../record-points.ts";

const ID = "lessons";

export const layer: MapLayer = {
  id: ID,
  order: 66,
  switch: {
    text: kind.many,
    collection: kind.collection,
    legend: ({ theme }) => [{ shape: "circle", color: palettes[theme].cluster, text: kind.one }],
    hits: [ID],
    hover: (properties, language) => ({ title: textOf(properties, "title_th") ?? kind.one[language] }),
    opens: (properties) => (countOf(properties) === 1 ? { type: kind.id, id: String(properties.id) } : null),
  },
  sources: recordSource(ID),
  layers: ({ palette, recordTiles }) =>
    recordTiles[ID]
      ? [
          {
            id: ID,
            type: "circle",
            source: ID,
            "source-layer": ID,
            paint: { "circle-color": palette.cluster, "circle-radius": 6 },
          },
        ]
      : [],
};
