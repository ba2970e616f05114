// What contracts have in common: codes and names of places, levels, years, texts. Nothing here is asked for by itself.
import { z } from "zod";

const YEARS = { first: 1990, last: 2200 };
const BUDDHIST_ERA = 543;

/** The year CE that somebody means who writes a year of the Buddhist era (2564 is 2021); null for any other number. */
export function meantByBuddhistYear(year: number): number | null {
  const meant = year - BUDDHIST_ERA;
  return Number.isInteger(year) && meant >= YEARS.first && meant <= YEARS.last ? meant : null;
}

const notAYear = ({ input }: { input?: unknown }) => {
  const year = Number(input);
  const meant = meantByBuddhistYear(year);
  if (meant !== null) return `${year} is a Buddhist-era year (พ.ศ.): write ${meant}`;
  // "64" is said of 2564
  const short = year > 0 && year < 100 ? meantByBuddhistYear(2500 + year) : null;
  if (short !== null) return `${year} may be short for พ.ศ. ${2500 + year}: write ${short}`;
  return `a year CE of four digits, ${YEARS.first} to ${YEARS.last}`;
};

/**
 * A whole number of a query or a path, as people write it. What JavaScript reads as one besides is a slip: nothing as 0, `0x10` as 16,
 * `1e1` as 10.
 */
export const whole = <T extends z.ZodNumber>(number: T) =>
  z.preprocess(
    (value) => (typeof value === "string" && /^-?[0-9]{1,15}$/.test(value) ? Number(value) : value),
    number,
  );

/** Dates of พ.ศ. 2560–2564 are 2017–2021 here: the CE year in which the Thai fiscal year ends. */
export const fiscalYear = whole(
  z
    .number({ error: notAYear })
    .int({ error: notAYear })
    .min(YEARS.first, { error: notAYear })
    .max(YEARS.last, { error: notAYear }),
).meta({
  description: "CE year the fiscal year ends in; the latest that is declared when left out",
  examples: [2021],
});

export const areaCode = z
  .string()
  .regex(/^([0-9]{2}|[0-9]{4}|[0-9]{6})$/, "a code of 2, 4 or 6 digits: province, district or tambon")
  .meta({ description: "code of 2, 4 or 6 digits: a province, district or tambon", examples: ["500101"] });

export const regionCode = z.string().regex(/^R[0-9]{1,2}$/, "R and a number, such as R3");

export const localAuthorityRef = z.string().regex(/^L[0-9]{2,8}$/, "L and a local authority's code");

/** What the filter's `within` takes: an area, a region, which is the provinces it has, or a local authority. */
export const withinCode = z.union([areaCode, regionCode, localAuthorityRef], {
  error:
    "a region (R1 …), a code of 2, 4 or 6 digits (province, district or tambon), or L and a local authority's code",
});

/** Any place that a figure can be asked for. */
export const placeCode = z
  .string()
  .regex(
    /^(TH|R[0-9]{1,2}|[0-9]{2}|[0-9]{4}|[0-9]{6}|L[0-9]{2,8})$/,
    "TH, a region (R1 …), an area's code of 2, 4 or 6 digits, or L and a local authority's code",
  )
  .meta({
    description: "TH, a region (R1 …), an area's code of 2, 4 or 6 digits, or L and a local authority's code",
    examples: ["50"],
  });

/** Ids of indicators and boundary versions. */
export const kebabId = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case words and digits joined by hyphens");

export const indicatorId = kebabId.meta({
  description: "id of an indicator; /api/indicators lists them",
  examples: ["plans-linked"],
});

export const areaLevel = z.enum(["province", "district", "tambon"]);
export type AreaLevel = z.infer<typeof areaLevel>;

/** Areas by which a figure can be broken down; local authorities stand beside tambon, not above or below. */
export const coverageLevel = z.enum(["region", "province", "district", "tambon", "local_authority"]);
export type CoverageLevel = z.infer<typeof coverageLevel>;
export const placeLevel = z.enum(["country", ...coverageLevel.options]);
export type PlaceLevel = z.infer<typeof placeLevel>;

/** `municipality`: the source does not say of which rank. `bangkok_district` (เขต) takes that place in Bangkok. */
export const localAuthorityKind = z.enum([
  "provincial_organization",
  "city_municipality",
  "town_municipality",
  "subdistrict_municipality",
  "municipality",
  "subdistrict_organization",
  "bangkok",
  "bangkok_district",
  "pattaya",
]);
export type LocalAuthorityKind = z.infer<typeof localAuthorityKind>;

/** How much of the records behind an answer is made up: all, some or none of their sources say so. */
export const sampleRecords = z
  .enum(["all", "some", "none"])
  .describe("how much of the records behind it is made up, not real");
export type SampleRecords = z.infer<typeof sampleRecords>;

/** Both languages, always. */
export const localText = z.object({ th: z.string(), en: z.string() });
export type LocalText = z.infer<typeof localText>;

/** One step of ตำบล › อำเภอ › จังหวัด. */
export const areaRef = z.object({
  code: z.string(),
  level: areaLevel,
  name_th: z.string(),
  name_en: z.string(),
});
export type AreaRef = z.infer<typeof areaRef>;

/** Any place with its names; the country, a region and a local authority are places that are no area. */
export const placeRef = areaRef.extend({
  level: placeLevel,
  kind: localAuthorityKind.optional().describe("of a local authority; its name alone does not say it"),
});
export type PlaceRef = z.infer<typeof placeRef>;

/** Of an answer that may have more local authorities in it than may be named at once. */
const nameLeftOut = z
  .string()
  .nullable()
  .describe(
    "null: of a local authority, where the answer has more than 20 of them and their list may not be handed on " +
      "(`not_redistributed` of /api/health); /api/local-authorities/L1001 names one",
  );
export const namesLeftOut = { name_th: nameLeftOut, name_en: nameLeftOut };
