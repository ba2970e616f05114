// Search by name, never the same twice: what is measured is the search, not the memory of the last one.
import { baseUrl, compare, startAlternative } from "./load.ts";

const { codes, names_th, names_en } = (await (await fetch(`${baseUrl}/api/areas/index`)).json()) as Record<
  "codes" | "names_th" | "names_en",
  string[]
>;
const nameOf = new Map(codes.map((code, at) => [code, names_th[at]]));
/** Names as people type them: whole, begun, with their province, in Latin letters. */
const words = [
  ...new Set(
    codes.flatMap((code, at) => [
      `${names_th[at]}`,
      `${names_th[at]} ${nameOf.get(code.slice(0, 2))}`,
      `${names_th[at]?.slice(0, 4)}`,
      `${names_en[at]?.toLowerCase()}`,
    ]),
  ),
];
// the same order in each run, and no order in it
words.sort((a, b) => scattered(a) - scattered(b));

function scattered(text: string): number {
  let hash = 7;
  for (const letter of text) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return hash;
}

const stop = await startAlternative();
try {
  await compare(
    "search, never the same twice",
    words.map((word) => `/api/places?limit=10&q=${word}`),
    { name: "ILIKE over names", paths: words.map((word) => `/search?q=${word}`) },
    { asksOnce: true, reach: { times: 8 } },
  );
} finally {
  stop();
}
