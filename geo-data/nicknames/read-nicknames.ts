// What people call places, read from CSV: a name, the official name it stands for, and why it is taken.
import { z } from "zod";
import { parseCsv } from "../import/csv.ts";

const text = z.string().trim().min(1);

const nickname = z.strictObject({
  name: text,
  /** an official Thai name of an area on the map or a region */
  stands_for: text,
  /** alone: only when nothing else is typed, because official places are called so too */
  use: z.enum(["anywhere", "alone"]),
  reason: text,
});
export type Nickname = z.infer<typeof nickname>;

export function readNicknames(csv: string): Nickname[] {
  return z.array(nickname).parse(parseCsv(csv));
}
