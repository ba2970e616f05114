import { createHash } from "node:crypto";

const names = new Map<string, string>();

/** What a connection knows a statement by: read and planned the first time alone. There are as many as are written. */
export function statementName(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash("sha256").update(text).digest("base64url").slice(0, 20);
    names.set(text, name);
  }
  return name;
}
