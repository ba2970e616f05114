// Search in lists of places that are in memory, as db/functions/find-places.sql does it in the database: "ตบางรัก", "บางรัก กทม",
// "ต.ตลาด อ.เมืองภูเก็ต", "bang rak", "โคราช", "TH 50 07".
import type { Nickname } from "@phuenthi/server/contract/places";
import { foldText, foldTone } from "./fold-text.ts";

type Level = "region" | "province" | "district" | "tambon" | "local_authority";
/** One way a word may be meant: its folded text, and the level that a prefix says it is of. */
type Meaning = { key: string; level: Level | null };
export type PlaceQuery = {
  /** a code, or the beginning of one; then the words do not count */
  code: string | null;
  /** each word in every way it may be meant */
  words: Meaning[][];
  /** all of it as one name, for names typed with or without spaces */
  whole: Meaning[];
  /** tone marks do not count: the keys that are searched must be without them too */
  isToneless: boolean;
};

/** A place as it is searched: its own names folded, and those of what it lies in. */
export type Searched = { code: string; keys: readonly string[]; above: readonly string[] };

/** How well a place matches, the lower the better: its exact name, its beginning, inside it. */
type Rank = 0 | 1 | 2;

const PREFIXES: [written: string, level: Level][] = [
  ["ภาค", "region"],
  ["จังหวัด", "province"],
  ["จว.", "province"],
  ["จ.", "province"],
  ["จ", "province"],
  ["กิ่งอำเภอ", "district"],
  ["อำเภอ", "district"],
  ["อ.", "district"],
  ["อ", "district"],
  ["เขต", "district"],
  ["ตำบล", "tambon"],
  ["ต.", "tambon"],
  ["ต", "tambon"],
  ["แขวง", "tambon"],
  ["เทศบาล", "local_authority"],
];
/** The words for a local authority's kind as its name has them; กทม. is none. */
const KINDS: [written: RegExp, short: string][] = [
  [/องค์การบริหารส่วนตำบล\s*/g, " อบต."],
  [/องค์การบริหารส่วนจังหวัด\s*/g, " อบจ."],
  [/(^|[^ก-๛])ทน\.\s*/g, "$1เทศบาลนคร"],
  [/(^|[^ก-๛])ทม\.\s*/g, "$1เทศบาลเมือง"],
  [/(^|[^ก-๛])ทต\.\s*/g, "$1เทศบาลตำบล"],
];
/** A prefix starts a new word even when typed without a space, and belongs to the word after it. */
const SPACED = /(เทศบาล(?:นคร|เมือง|ตำบล)?|กิ่งอำเภอ|ตำบล|อำเภอ|จังหวัด|แขวง|อบ[ตจ]\.|จว\.|[ตอจ]\.)\s*/g;
const ALONE = /(^|\s)(อบ[ตจ]|[ตอจ]|จว|เขต|ภาค)\.?\s+/g;
const ENGLISH = /\b(tambon|amphoe|changwat|khet|khwaeng|(sub-?)?district|province|region)\b/g;

/** @returns null when nothing that counts is typed */
export function readPlaceQuery(typed: string, nicknames: readonly Nickname[]): PlaceQuery | null {
  if (foldText(typed) === "") return null;
  const text = KINDS.reduce((kept, [written, short]) => kept.replace(written, short), typed.toLowerCase())
    .replace(ALONE, "$1$2")
    .replace(SPACED, " $1")
    .replace(ENGLISH, " ");
  const parts = text.split(/[\s,;›>]+/).filter((part) => foldText(part) !== "");
  const called = nicknames.map(({ name, stands_for, use }) => ({
    key: foldText(name),
    official: foldText(stands_for),
    isAlone: use === "alone",
  }));
  const withNicknames = (meaning: Meaning): Meaning[] => [
    meaning,
    ...called
      .filter(({ key, isAlone }) =>
        isAlone ? parts.length === 1 && meaning.key === key : meaning.key.includes(key),
      )
      .map(({ key, official }) => ({ ...meaning, key: meaning.key.replaceAll(key, official) })),
  ];
  const words = parts.map((part) =>
    [
      { key: foldText(part), level: null },
      ...PREFIXES.filter(([written]) => part.startsWith(written)).map(([written, level]) => ({
        key: foldText(part.slice(written.length)),
        level,
      })),
    ].filter(({ key }) => key !== ""),
  );
  // of the first word what its prefix says; a single letter may be the beginning of a name
  const likeliest = words.map((meanings) => meanings.findLast(({ level }) => level !== null) ?? meanings[0]);
  const isGuess =
    parts[0] !== undefined && /^[จอต][^.]/.test(parts[0]) && !/^อำเภอ|^จังหวัด|^ตำบล/.test(parts[0]);
  const whole: Meaning[] = [
    { key: foldText(parts.join("")), level: null },
    ...(isGuess
      ? []
      : [{ key: likeliest.map((one) => one?.key ?? "").join(""), level: likeliest[0]?.level ?? null }]),
  ];
  return {
    code: typedCode(typed),
    words: words.map((meanings) => meanings.flatMap(withNicknames)),
    whole: whole.flatMap(withNicknames),
    isToneless: false,
  };
}

/** The same without tone marks: the last resort, when nothing matches with them. */
export function withoutTones({ code, words, whole }: PlaceQuery): PlaceQuery {
  const bare = (meaning: Meaning) => ({ ...meaning, key: foldTone(meaning.key) });
  return {
    code,
    words: words.map((meanings) => meanings.map(bare)),
    whole: whole.map(bare),
    isToneless: true,
  };
}

/** @returns null when the place does not match: by its own name in at least one word, by what it lies in otherwise */
export function rankPlace({ code, words, whole }: PlaceQuery, place: Searched): Rank | null {
  if (code !== null) return place.code.startsWith(code) ? (place.code === code ? 0 : 1) : null;
  const level = levelOf(place.code);
  const own = (meanings: readonly Meaning[]) =>
    best(
      meanings
        .filter((one) => one.level === null || one.level === level)
        .map(({ key }) => rankName(key, place)),
    );
  const ofWhole = own(whole);
  if (ofWhole === 0) return 0;
  const ranks = words.map(
    (meanings) =>
      own(meanings) ??
      (meanings.some(({ key }) => place.above.some((one) => one.startsWith(key))) ? "above" : null),
  );
  const owned = ranks.filter((rank) => rank !== "above");
  const byWords = owned.length > 0 && !owned.includes(null) ? worst(owned as Rank[]) : null;
  return best([ofWhole, byWords]);
}

function rankName(key: string, { keys }: Searched): Rank | null {
  if (keys.includes(key)) return 0;
  if (keys.some((one) => one.startsWith(key))) return 1;
  return keys.some((one) => one.includes(key)) ? 2 : null;
}

const best = (ranks: readonly (Rank | null)[]) =>
  ranks.reduce<Rank | null>(
    (one, other) => (one === null || (other !== null && other < one) ? other : one),
    null,
  );
const worst = (ranks: readonly Rank[]) => Math.max(...ranks) as Rank;

function levelOf(code: string): Level {
  if (code.startsWith("R")) return "region";
  if (code.startsWith("L")) return "local_authority";
  return code.length === 2 ? "province" : code.length === 4 ? "district" : "tambon";
}

/** A code however it is spaced, with Thai digits or as an OCHA P-code; R1, L1001. */
function typedCode(typed: string): string | null {
  return /^(?:th)?([rl]?\d+)$/.exec(foldText(typed))?.[1]?.toUpperCase() ?? null;
}
