// Paging cursors: opaque to callers, checked when they come back.
import { z } from "zod";
import { ProblemError } from "../problems.ts";

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

function decode<T>(cursor: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw new ProblemError("cursor-invalid", {
      errors: [{ field: "cursor", message: "give back a next_cursor of the same list, unchanged" }],
    });
  }
}

/** For ranked lists, which have no key to go on from: the cursor is a place in the list. */
export function pageOffset(cursor: string | undefined): number {
  return cursor === undefined
    ? 0
    : decode(cursor, z.tuple([z.literal("offset"), z.number().int().min(0).max(1e6)]))[1];
}

export function offsetCursor(offset: number, count: number, total: number): string | null {
  return count > 0 && offset + count < total ? encode(["offset", offset + count]) : null;
}

/** Keyset: the list and its order, the last row's sort value and its id. */
export type Keyset = { value: string | number; id: string };

export function keysetFrom(cursor: string | undefined, list: string): Keyset | null {
  if (cursor === undefined) return null;
  const text = z.string().refine((value) => !value.includes("\u0000"));
  const schema = z.tuple([z.literal(list), z.union([text, z.number()]), z.uuid()]);
  const [, value, id] = decode(cursor, schema);
  return { value, id };
}

export function keysetCursor(list: string, last: Keyset | null): string | null {
  return last && encode([list, last.value, last.id]);
}
