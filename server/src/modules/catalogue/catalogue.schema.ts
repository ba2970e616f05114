// The data dictionary: every collection with its fields, units, codes, sources and licences.
import { z } from "zod";
import { sourceRef } from "../sources/sources.schema.ts";
import { localText, sampleRecords } from "../vocabulary/vocabulary.schema.ts";

export const catalogueField = z.object({
  name: z.string().describe("as answers, filters and files call it"),
  label: localText,
  help: localText.nullable(),
  type: z.enum([
    "id",
    "text",
    "long_text",
    "date",
    "moment",
    "year",
    "count",
    "amount",
    "code",
    "reference",
    "references",
    "flag",
    "place",
    "position",
  ]),
  unit: localText.nullable(),
  is_required: z.boolean(),
  is_computed: z.boolean().describe("made from other records, never typed"),
  told: z
    .enum(["always", "from_five_on", "in_sums_only", "never"])
    .describe(
      "from_five_on: null where fewer; in_sums_only: of a single record to nobody, in figures that withhold small ones; never: in no figure either",
    ),
  code_list: z.string().nullable().describe("id of the list in code_lists that its values are of"),
  refers_to: z.string().nullable().describe("collection whose id it is"),
  given_in: z
    .enum(["answers_and_files", "answers", "files", "files_with_indicator"])
    .describe("answers: of the API; files_with_indicator: those that are asked for with `indicator`"),
  columns: z
    .array(z.string())
    .describe("of a file in rows, by their headings in English: of a code its words too, of a year พ.ศ."),
});
export type CatalogueField = z.infer<typeof catalogueField>;

export const catalogueCollection = z.object({
  id: z.string().describe("the collection's name"),
  one: localText,
  many: localText,
  description: localText,
  closed_because: z
    .enum(["persons", "licence"])
    .nullable()
    .describe(
      "why there is no list or file of it; null: there is. persons: about persons, who are counted in figures alone. licence: " +
        "its source does not allow the list to be handed on, while single ones are found by code and by name",
    ),
  count: z.number().int().nullable().describe("records that stand now; null where nobody may see them"),
  lies_at: z
    .enum(["area", "province", "local_authority", "country"])
    .describe("what kind of place a record is of; country: none in particular"),
  part_of: z.string().nullable().describe("collection of the records that these are parts of"),
  parts: z.array(z.string()).describe("collections of its parts"),
  life: z
    .enum(["lasting", "stated"])
    .describe(
      "lasting: ends on a day and counts for the years before; stated: says something once, and may be withdrawn",
    ),
  filter: z.array(z.string()).describe("fields of the filter that act on it"),
  sort: z.array(z.string()),
  fields: z.array(catalogueField),
  list: z.string().nullable().describe("address of its list"),
  exports: z.array(z.object({ format: z.string(), address: z.string() })),
  sources: z.array(sourceRef),
  sample_records: sampleRecords,
  updated_at: z.string().nullable().describe("when a record of it last changed (ISO time)"),
});
export type CatalogueCollection = z.infer<typeof catalogueCollection>;

export const codeListAnswer = z.object({
  id: z.string(),
  title: localText,
  codes: z.array(
    z.object({
      code: z.string(),
      th: z.string(),
      en: z.string(),
      colors: z.tuple([z.string(), z.string()]).nullable().describe("on the light map and on the dark one"),
    }),
  ),
});

const exportFormat = z.object({
  id: z.string().describe("the ending of its files"),
  media_type: z.string(),
  title: localText,
  description: localText,
  has_words: z.boolean().describe("headings and words in the language that `lang` asks for"),
});
export type CatalogueFormat = z.infer<typeof exportFormat>;

export const catalogue = z.object({
  collections: z.array(catalogueCollection),
  code_lists: z.array(codeListAnswer),
  formats: z.array(exportFormat).describe("of files with all that a filter lets through"),
});
export type Catalogue = z.infer<typeof catalogue>;
