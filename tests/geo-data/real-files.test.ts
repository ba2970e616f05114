// The publisher's own files, where GEO_DATA_DIR has them: what the lookups repair, and that two sets agree.
import { getFile } from "@phuenthi/geo-data/import/find-file";
import { readLookups } from "@phuenthi/geo-data/import/lookups";
import { understand } from "@phuenthi/geo-data/import/prepare";
import { readSourceFile } from "@phuenthi/geo-data/import/read";
import { getSource } from "@phuenthi/geo-data/import/sources";
import { beforeAll, describe, expect, it } from "vitest";

const geoDataDir = process.env.GEO_DATA_DIR;
type Understood = ReturnType<typeof understand>;

async function read(id: string): Promise<Understood> {
  const source = getSource(id);
  return understand(
    source,
    await readSourceFile(source, await getFile(source, { geoDataDir })),
    readLookups(),
  );
}

describe.skipIf(!geoDataDir)("the files in GEO_DATA_DIR", () => {
  let light: Understood;
  let fine: Understood;
  beforeAll(async () => {
    light = await read("rtsd-2022");
    fine = await read("codab-20m");
  });

  it("have 77 provinces, 928 districts and 7,425 tambon", () => {
    for (const { areas } of [light, fine]) {
      expect([areas.province.length, areas.district.length, areas.tambon.length]).toEqual([77, 928, 7425]);
    }
  });

  it("have the same codes and names once the cut ones are repaired", () => {
    expect(light.areas.repaired.toSorted()).toEqual([
      "1008",
      "342504",
      "610612",
      "620112",
      "640905",
      "650905",
      "7701",
      "8001",
      "801210",
      "801214",
      "8401",
    ]);
    const namesOf = ({ areas }: Understood) =>
      [...areas.province, ...areas.district, ...areas.tambon].map(({ code, name_th, name_en }) => ({
        code,
        name_th,
        name_en,
      }));
    expect(namesOf(light)).toEqual(namesOf(fine));
  });

  it("share nearly every inner border, so that levels nest", () => {
    for (const { coverage } of [light, fine]) {
      const used = new Map<number, number>();
      for (const reference of coverage.areas.flat(3)) {
        const arc = reference < 0 ? ~reference : reference;
        used.set(arc, (used.get(arc) ?? 0) + 1);
      }
      expect(used.size).toBe(coverage.arcs.length);
      expect(Math.max(...used.values())).toBe(2);
      expect([...used.values()].filter((times) => times === 1).length).toBeLessThan(1_500);
    }
  });
});
