// What a file says, as a message repeats it: on one line, without signs that a terminal obeys or nobody sees, and short.

const MOST_LETTERS = 60;
/** Control signs, marks of direction, zero-width signs, line and paragraph ends, halves of letters, private use. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
const escapes: Record<string, string> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Without quotation marks, as in a list of names. */
export function shown(text: string, most = MOST_LETTERS): string {
  // a letter has one or two units: no more than that is looked at
  const letters = [...text.slice(0, (most + 1) * 2)];
  const cut = letters.length > most;
  return `${letters.slice(0, most).join("").replace(UNSEEN, escapeOf)}${cut ? "…" : ""}`;
}

export function quoted(text: string, most = MOST_LETTERS): string {
  return `"${shown(text, most)}"`;
}

/** The first few names of what may be many. */
export function listed(names: readonly string[], most = 8): string {
  const first = names.slice(0, most).map((name) => shown(name));
  if (names.length > most) first.push(`and ${names.length - most} more`);
  return first.join(", ");
}

/** Any value out of JSON; what is nested deeper than can be written is told as that. */
export function quotedJson(value: unknown, most = MOST_LETTERS): string {
  try {
    return shown(JSON.stringify(value) ?? "nothing", most);
  } catch (error) {
    if (error instanceof RangeError) return "lists in lists, thousands deep";
    throw error;
  }
}

const escapeOf = (sign: string) =>
  escapes[sign] ?? `\\u${sign.codePointAt(0)!.toString(16).padStart(4, "0")}`;
