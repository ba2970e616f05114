// What a source declares about itself. One file per source in geo-data/sources/<id>.source.json; `format` says
// whether it holds boundaries, local authorities or population.
import { localAuthorityKind } from "@phuenthi/server/contract/vocabulary";
import { z } from "zod";

/** A day of CE: a declaration is written by hand, where 2564 is soon written for 2021. */
const ceDate = z.iso.date().refine((date) => date < "2400", "a year of CE, not of พ.ศ. (543 less)");

const columns = z.strictObject({
  code: z.string(),
  name_th: z.string(),
  name_en: z.string(),
});

/** A name that is the same in both languages, or each in its own. */
const words = z.union([z.string().min(1), z.strictObject({ th: z.string().min(1), en: z.string().min(1) })]);

/** Where a set of numbers or shapes comes from; becomes a row of table `source`. */
export const provenance = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case words joined by -"),
  title: z.strictObject({ th: z.string().min(1), en: z.string().min(1) }),
  publisher: words,
  licence: words,
  licence_url: z.url().nullable(),
  attribution: z.string().min(1),
  url: z.url().nullable(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  reference_date: ceDate.nullable(),
  sample: z.boolean(),
  /** May its rows be handed on as a list or a file? false: only where the server's REDISTRIBUTE_SOURCES names it. */
  redistributable: z.boolean().default(true),
});
export type Provenance = z.infer<typeof provenance>;

/** What it takes to find a source's file. */
export type FileSource = Pick<BoundarySource, "id" | "sha256" | "bytes" | "file_name" | "url">;

export const boundarySource = provenance.extend({
  /** The first start takes the source with the highest fineness that is at hand. */
  fineness: z.number(),
  /** Which reader of import/readers/ reads it. */
  format: z.string(),
  /** Name under which the file is cached; null when there is no file (stand-in). */
  file_name: z.string().nullable(),
  /** Size of the file, so that only candidates of that size are hashed; null when unknown. */
  bytes: z.number().int().positive().nullable(),
  /** May it be downloaded without being asked for, on the first start? */
  download_on_first_start: z.boolean(),
  /** Part of a name: which shapefile of the zip holds the tambon. */
  zip_member: z.string().nullable().default(null),
  /** TopoJSON only: the object of each level. Other formats have all three levels in each tambon's row. */
  objects: z
    .strictObject({ tambon: z.string(), district: z.string(), province: z.string() })
    .nullable()
    .default(null),
  /** Put before every code by the publisher ("TH" in P-codes) and taken off. */
  code_prefix: z.string().default(""),
  columns: z.strictObject({ tambon: columns, district: columns, province: columns }),
  /** Thai names of this many characters may be cut; each must be in lookups/name-repairs.csv. */
  thai_names_cut_at: z.number().int().positive().nullable().default(null),
  expected: z.strictObject({
    province: z.number().int().positive(),
    district: z.number().int().positive(),
    tambon: z.number().int().positive(),
  }),
  /** What a maintainer should know about this file. */
  note: z.string().optional(),
});
export type BoundarySource = z.infer<typeof boundarySource>;

export const localAuthoritySource = provenance.extend({
  format: z.literal("local-authorities-csv"),
  file_name: z.string(),
  bytes: z.number().int().positive(),
  /** Their column for each of ours. `seat` and `covered` hold tambon codes, one and several with spaces between. */
  columns: z.strictObject({
    kind: z.string(),
    code: z.string(),
    name_th: z.string(),
    name_en: z.string(),
    seat: z.string(),
    covered: z.string(),
  }),
  /** Their word for a kind → ours. */
  kinds: z.record(z.string(), localAuthorityKind),
  /** A code or a Thai name → the kind it has whatever their word is. */
  special: z.record(z.string(), localAuthorityKind),
  note: z.string().optional(),
});
export type LocalAuthoritySource = z.infer<typeof localAuthoritySource>;

export const populationSource = provenance.extend({
  format: z.literal("population-csv"),
  file_name: z.string(),
  bytes: z.number().int().positive(),
  /** The day that the figures are of. */
  reference_date: ceDate,
  columns: z.strictObject({
    level: z.string(),
    code: z.string(),
    persons: z.string(),
    households: z.string(),
  }),
  /** Their word for each level in the column `level`; provinces are there to check the sums. */
  levels: z.strictObject({ province: z.string(), tambon: z.string() }),
  /** What all tambon add up to, as published. */
  expected_total: z.number().int().positive(),
  note: z.string().optional(),
});
export type PopulationSource = z.infer<typeof populationSource>;
