// Small facts that repair what publishers got wrong. Each row says why; see geo-data/lookups/.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readCsv } from "./csv.ts";
import { GeoDataError } from "./errors.ts";
import { lookupsFolder } from "./folders.ts";
import { type Provenance, provenance } from "./source.schema.ts";

const areaCode = z.string().regex(/^([0-9]{2}|[0-9]{4}|[0-9]{6})$/);
const text = z.string().trim().min(1);

const nameRepair = z.strictObject({ code: areaCode, found: text, name_th: text, reason: text });
/** `found` is replaced by `name_th`; where both are the same, a suspicious name was looked up and is right. */
export type NameRepair = z.infer<typeof nameRepair>;

const areaWithoutPolygon = z.strictObject({
  code: z.string().regex(/^[0-9]{6}$/),
  name_th: text,
  name_en: text,
  shape_code: z.string().regex(/^[0-9]{6}$/),
  reason_th: text,
  reason_en: text,
});
/** An official tambon that no boundary file draws, and the tambon whose ground holds it. */
export type AreaWithoutPolygon = z.infer<typeof areaWithoutPolygon>;

export interface Lookups {
  provenance: Provenance;
  nameRepairs: NameRepair[];
  areasWithoutPolygon: AreaWithoutPolygon[];
  /** The bytes of all of it: a changed lookup makes a new boundary version. */
  fingerprint: string;
}

export function readLookups(folder = lookupsFolder): Lookups {
  const texts = ["provenance.json", "name-repairs.csv", "areas-without-polygon.csv"].map((name) =>
    readFileSync(join(folder, name), "utf8"),
  ) as [string, string, string];
  return {
    provenance: provenance.parse(JSON.parse(texts[0])),
    nameRepairs: readRows(texts[1], "name-repairs.csv", nameRepair),
    areasWithoutPolygon: readRows(texts[2], "areas-without-polygon.csv", areaWithoutPolygon),
    fingerprint: texts.join("\0"),
  };
}

function readRows<Shape extends z.ZodRawShape>(
  text: string,
  name: string,
  shape: z.ZodObject<Shape>,
): z.infer<z.ZodObject<Shape>>[] {
  const file = `geo-data/lookups/${name}`;
  return readCsv(text, { file, columns: Object.keys(shape.shape) }).map(({ line, cells }) => {
    const parsed = shape.safeParse(cells);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const column = String(issue?.path[0] ?? "");
    throw new GeoDataError(
      `${file} line ${line}, ${column}: ${JSON.stringify(cells[column])} is wrong (${issue?.message}).`,
      "correct the line.",
    );
  });
}
