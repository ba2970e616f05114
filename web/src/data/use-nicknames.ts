import type { Nickname } from "@phuenthi/server/contract/places";
import { useQuery } from "@tanstack/react-query";
import { nicknamesQuery } from "./queries.ts";

const NONE: readonly Nickname[] = [];

/** What people call places; none until it is here, or where it cannot be read: official names are found all the same. */
export function useNicknames(isNeeded: boolean): readonly Nickname[] {
  return useQuery({ ...nicknamesQuery, enabled: isNeeded }).data ?? NONE;
}
