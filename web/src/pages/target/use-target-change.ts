// A change of the target on its way: asked for, signed in the dialog, written, and taken back if it was a mistake.
import type { TargetChange, TargetDetail } from "@phuenthi/server/contract/targets";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { updatePageSearch } from "../../address/use-url.ts";
import { writeTarget } from "../../data/api.ts";
import { targetQuery } from "../../data/queries.ts";
import { page as targetPage } from "./target.page.tsx";

/** A change before somebody has put their name to it. */
export type DraftChange = TargetChange extends infer One
  ? One extends TargetChange
    ? Omit<One, "owner" | "note">
    : never
  : never;

export type Signature = { owner: string; note: string; key: string };

export function useTargetChange(indicator: string) {
  const client = useQueryClient();
  const [asked, setAsked] = useState<DraftChange | null>(null);
  const [saved, setSaved] = useState<TargetDetail | null>(null);
  // kept for as long as the page: the key is never stored
  const [signature, setSignature] = useState<Signature | null>(null);
  const writing = useMutation({
    mutationFn: ({ draft, signed }: { draft: DraftChange; signed: Signature }) => {
      const { owner, note, key } = signed;
      return writeTarget(indicator, { ...draft, owner, ...(note ? { note } : {}) } as TargetChange, key);
    },
    onSuccess: async (target, { signed }) => {
      // the next change is made from this version, not from the one that is still being asked for
      client.setQueryData(targetQuery(indicator, null).queryKey, target);
      setSignature(signed);
      setSaved(target);
      setAsked(null);
      updatePageSearch(targetPage, { version: null });
      // previews are of the version that was in force until now
      client.removeQueries({ queryKey: ["target-preview"] });
      // figures anywhere name the version they used
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "target-preview" });
    },
  });
  return {
    asked,
    saved,
    signature,
    error: writing.error,
    isWriting: writing.isPending,
    open: (draft: DraftChange) => {
      writing.reset();
      setAsked(draft);
    },
    close: () => setAsked(null),
    write: (signed: Signature) => {
      if (asked) writing.mutate({ draft: asked, signed });
    },
    /** takes back what was saved last, in the same name */
    undoSaved: () => {
      if (saved && signature) {
        const draft: DraftChange = { action: "undo", based_on: saved.version };
        writing.mutate({ draft, signed: { ...signature, note: "" } });
      }
    },
  };
}
export type TargetChanging = ReturnType<typeof useTargetChange>;
