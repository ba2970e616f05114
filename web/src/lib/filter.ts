// The one filter: what the map, the figures, the tables and the exports are of. Field names are those of the API.
import type { CodeOf } from "@phuenthi/server/records/code-list";
import { linkStates } from "@phuenthi/server/records/codes/ladder.codes";
import type { organizationKinds } from "@phuenthi/server/records/codes/organization-kind.codes";

/** The furthest of a plan's items; none: nothing was ever proposed. */
export const furthestStates = ["none", ...linkStates.schema.options] as const;
type FurthestState = (typeof furthestStates)[number];

export type Filter = {
  /** codes of areas, regions and local authorities; each includes all below it */
  within: string[];
  kind: CodeOf<typeof organizationKinds>[];
  state: CodeOf<typeof linkStates>[];
  best_state: FurthestState[];
  /** whether any baht was granted; null: either */
  granted: "none" | "some" | "unknown" | null;
  q: string;
  /** other conditions of kinds of records, by `<collection>.<field>`: codes, or the id of a record that they name */
  own: Readonly<Record<string, readonly string[]>>;
};

export const emptyFilter: Filter = {
  within: [],
  kind: [],
  state: [],
  best_state: [],
  granted: null,
  q: "",
  own: {},
};
