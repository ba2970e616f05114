// Lists of codes with their words and colours. A new code is one row of its list: the contract, the check in the database,
// the filter, the legend and the data dictionary follow.
import { z } from "zod";
import type { LocalText } from "../modules/vocabulary/vocabulary.schema.ts";

/** `colors`: on the light map and on the dark one. All codes of a list have some, or none has. */
export type CodeWords = LocalText & { colors?: readonly [light: string, dark: string] };

export type CodeList<Code extends string = string> = {
  id: string;
  title: LocalText;
  /** in the order in which they are shown */
  codes: Record<Code, CodeWords>;
  schema: z.ZodEnum<{ [C in Code]: C }>;
  /** why its codes have no colours */
  uncolored?: string;
};

export type CodeOf<List extends CodeList> = keyof List["codes"] & string;

export function codeList<const Code extends string>(
  id: string,
  title: LocalText,
  codes: Record<Code, CodeWords>,
  more: Pick<CodeList, "uncolored"> = {},
): CodeList<Code> {
  const schema = z.enum(Object.keys(codes) as Code[]) as unknown as CodeList<Code>["schema"];
  return { id, title, codes, schema, ...more };
}
