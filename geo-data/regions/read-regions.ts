// A grouping of provinces into regions, read from CSV: one line per province and time in a region.
import { z } from "zod";
import { parseCsv } from "../import/csv.ts";
import { GeoDataError } from "../import/errors.ts";

const date = z
  .union([z.literal(""), z.iso.date()])
  .transform((text) => text || null)
  .describe("the first or last day, empty for no end");

const line = z
  .strictObject({
    region_code: z.string().regex(/^R[0-9]{1,2}$/, "R and a number, such as R3"),
    region_th: z.string().trim().min(1, "a Thai name"),
    region_en: z.string().trim().min(1, "an English name"),
    province_code: z.string().regex(/^[0-9]{2}$/, "a province's code of 2 digits"),
    valid_from: date,
    valid_to: date,
  })
  .refine(({ valid_from, valid_to }) => !valid_from || !valid_to || valid_from <= valid_to, {
    path: ["valid_to"],
    message: "before valid_from",
  });
export type RegionLine = z.infer<typeof line>;

/**
 * @param provinces codes of the register
 * @returns the lines, and the provinces that none of them names
 * @throws GeoDataError naming file, line and column of the first thing that is wrong
 */
export function readRegions(
  text: string,
  file: string,
  provinces: readonly string[],
): { lines: RegionLine[]; without: string[] } {
  const refuse = (index: number, column: string, message: string) => {
    // the header is line 1
    throw new GeoDataError(
      `${file} line ${index + 2}, ${column}: ${message}`,
      "correct the line; nothing was loaded.",
    );
  };
  const lines = parseCsv(text).map((row, index) => {
    const parsed = line.safeParse(row);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    return refuse(index, issue?.path.join(".") ?? "", issue?.message ?? "is wrong");
  }) as RegionLine[];
  const names = new Map<string, RegionLine>();
  lines.forEach((one, index) => {
    if (!provinces.includes(one.province_code))
      refuse(index, "province_code", `${one.province_code} is no province`);
    const held = names.get(one.region_code) ?? one;
    names.set(one.region_code, held);
    if (held.region_th !== one.region_th || held.region_en !== one.region_en) {
      refuse(index, "region_th", `${one.region_code} has another name further up`);
    }
    const twice = lines
      .slice(0, index)
      .some((other) => other.province_code === one.province_code && overlap(other, one));
    if (twice) refuse(index, "province_code", `${one.province_code} is in a region at that time already`);
  });
  const named = new Set(lines.map((one) => one.province_code));
  return { lines, without: provinces.filter((code) => !named.has(code)) };
}

const overlap = (a: RegionLine, b: RegionLine) =>
  (a.valid_from ?? "") <= (b.valid_to ?? "9999") && (b.valid_from ?? "") <= (a.valid_to ?? "9999");
