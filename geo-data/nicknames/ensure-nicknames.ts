// Puts the colloquial names of places into the database whenever the shipped list is not the one in it.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inTransaction } from "../import/db-client.ts";
import { copyRows } from "../import/load/copy.ts";
import { writeSource } from "../import/load/write.ts";
import { lookupsFolder } from "../import/places.ts";
import type { Provenance } from "../import/source.schema.ts";
import { readNicknames } from "./read-nicknames.ts";

const SOURCE: Provenance = {
  id: "place-nicknames",
  title: { th: "ชื่อเรียกพื้นที่ที่รู้จักกันทั่วไป", en: "What people call places" },
  publisher: { th: "คณะผู้จัดทำโครงการพื้นที่", en: "Phuenthi contributors" },
  licence: "Apache-2.0",
  licence_url: "https://www.apache.org/licenses/LICENSE-2.0",
  attribution: "Phuenthi contributors",
  url: null,
  sha256: null,
  reference_date: null,
  sample: false,
  redistributable: true,
};

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
  return inTransaction(options.databaseUrl, async (client) => {
    await client.query("lock table place_nickname in share row exclusive mode");
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
