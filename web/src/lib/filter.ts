// The one filter: what the map, the figures, the tables and the exports are of. Field names are those of the API.
import type { furthestState, linkState, organizationKind } from "@phuenthi/server/contract/filter";
import type { z } from "zod";

export type Filter = {
  /** codes of areas, regions and local authorities; each includes all below it */
  within: string[];
  kind: z.infer<typeof organizationKind>[];
  state: z.infer<typeof linkState>[];
  best_state: z.infer<typeof furthestState>[];
  /** whether any baht was granted; null: either */
  granted: "none" | "some" | "unknown" | null;
  q: string;
};

export const emptyFilter: Filter = { within: [], kind: [], state: [], best_state: [], granted: null, q: "" };
