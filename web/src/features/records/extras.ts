// What kinds of records show beyond what their declaration says: files <kind>.extra.tsx, found by their names.
import type { ComponentType } from "react";
import type { RecordDetail } from "../../lib/record-item.ts";

export type RecordExtra = {
  /** under the facts of the card */
  Below?: ComponentType<{ item: RecordDetail }>;
  /** fields and related collections that it tells in its own way */
  isHidden?: (name: string, item: RecordDetail) => boolean;
};

const files = import.meta.glob<{ extra: RecordExtra }>("./*.extra.tsx", { eager: true });

/** @param kind id of the kind */
export const extraOf = (kind: string): RecordExtra =>
  files[`./${kind.replaceAll("_", "-")}.extra.tsx`]?.extra ?? {};
