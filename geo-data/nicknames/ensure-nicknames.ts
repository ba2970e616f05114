// Puts the colloquial names of places into the database whenever the shipped list is not the one in it.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lookupsFolder } from "../import/folders.ts";
import { copyRows } from "../import/load/copy.ts";
import { writeSource } from "../import/load/write.ts";
import { ownList } from "../import/provenance.ts";
import { inStep } from "../import/reference-table.ts";
import { readNicknames } from "./read-nicknames.ts";

const SOURCE = ownList({
  id: "place-nicknames",
  title: { th: "ชื่อเรียกพื้นที่ที่รู้จักกันทั่วไป", en: "What people call places" },
  attribution: "Phuenthi contributors",
});

/**
 * @param options.databaseUrl connection string of the owner
 * @returns false when the list was in step already
 */
export async function ensureNicknames(options: {
  databaseUrl: string;
  onProgress?: (line: string) => void;
}): Promise<boolean> {
  const csv = readFileSync(join(lookupsFolder, "place-nicknames.csv"), "utf8");
  const sha256 = createHash("sha256").update(csv).digest("hex");
  return inStep(options.databaseUrl, "place_nickname", async (client) => {
    const { rows } = await client.query("select from source where id = $1 and sha256 = $2", [
      SOURCE.id,
      sha256,
    ]);
    if (rows.length > 0) return false;
    const nicknames = readNicknames(csv);
    await writeSource(client, SOURCE, sha256);
    await client.query("delete from place_nickname");
    await copyRows(
      client,
      "place_nickname (name, stands_for, use, reason, source_id)",
      nicknames.map((one) => [one.name, one.stands_for, one.use, one.reason, SOURCE.id]),
    );
    options.onProgress?.(`${nicknames.length} colloquial names`);
    return true;
  });
}
