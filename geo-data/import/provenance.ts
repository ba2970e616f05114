// Where rows come from that no publisher gave: the project's own lists, and what is invented.
import type { Provenance } from "./source.schema.ts";

type Said = Pick<Provenance, "id" | "title" | "attribution"> & Partial<Provenance>;
const unpublished = { url: null, sha256: null, reference_date: null, redistributable: true };

/** Of what the project put together itself. */
export const ownList = <Own extends Said>(said: Own): Provenance & Own => ({
  ...unpublished,
  publisher: { th: "คณะผู้จัดทำโครงการพื้นที่", en: "Phuenthi contributors" },
  licence: "Apache-2.0",
  licence_url: "https://www.apache.org/licenses/LICENSE-2.0",
  sample: false,
  ...said,
});

/** Of what is not real, so that there is something to show. */
export const madeUp = <Own extends Said>(said: Own): Provenance & Own => ({
  ...unpublished,
  publisher: { th: "โครงการพื้นที่", en: "Phuenthi" },
  licence: "CC0 1.0",
  licence_url: "https://creativecommons.org/publicdomain/zero/1.0/",
  sample: true,
  ...said,
});
