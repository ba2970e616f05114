// Words that were found wrong in Thai texts, what stands in their place, and why: one thing has one name.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesUnder, root } from "./tree.ts";

/** @property not the wrong words @property but the right ones @property of only texts whose address matches */
export type WrongWord = { not: RegExp; but: string; because: string; of?: RegExp };

export const wrongWords: readonly WrongWord[] = [
  {
    not: /^แผนที่(เชื่อมโยง|ยัง|ได้|มี|ไม่)/,
    but: "แผนพัฒนาเชื่อมโยง…",
    because: "แผนที่ is read as map",
  },
  {
    not: /ครัวเรือนที่มีบ้านมั่นคง/,
    but: "ครัวเรือนที่เข้าถึงสวัสดิการที่อยู่อาศัย",
    because: "บ้านมั่นคง is one programme of several",
  },
  { not: /ธรรมาภิบาลองค์กร/, but: "ประสิทธิภาพการกำกับดูแลองค์กร", because: "it is the name of something else" },
  { not: /ไม่เกี่ยวข้อง/, but: "ไม่อยู่ในขอบเขตตัวชี้วัด", because: "who is it that it does not concern?" },
  { not: /ขอบเขตของตัวชี้วัด/, but: "ขอบเขตตัวชี้วัด", because: "one name" },
  {
    not: /ข้อมูล ณ(?! วัน)/,
    but: "ปรับปรุงฐานข้อมูลเมื่อ …",
    because: "the day of loading is not the day the data are of",
  },
  {
    not: /(ภายใน|สิ้น|ในช่วง)ปี(?!งบประมาณ|ปฏิทิน)/,
    but: "ภายในปีงบประมาณ",
    because: "a fiscal year ends in September",
  },
  { not: /(?<![ก-๙])ปี(?= ?\{)/, but: "ปีงบประมาณ {year}", because: "a fiscal year ends in September" },
  {
    not: /ปีงบ(?!ประมาณ)/,
    but: "ปีงบประมาณ",
    because: "not cut short",
    // names of files are short
    of: /^(?!server\/src\/modules\/(exports|gaps)\/)/,
  },
  { not: /(^|[^ก-๙])ขาด:/, but: "ยังไม่ครบ:", because: "ขาด: มีแผน… contradicts itself" },
  {
    not: /แผนพัฒนาชุมชน(?!ท้องถิ่น|และ|จังหวัด|อำเภอ)|แผนแม่บทชุมชน|(?<![ก-๙])แผนชุมชน/,
    but: "แผนพัฒนาชุมชนท้องถิ่น",
    because: "the plan has one name",
  },
  {
    not: /ขอบเขต(?!ตัวชี้วัด)|แนวเขต(?!การปกครอง|ที่ดิน)|เส้นเขต|รูปแผนที่/,
    but: "แนวเขตการปกครอง",
    because: "one name",
  },
  {
    not: /ส่วนแบ่ง|แบ่งเป้าหมาย/,
    but: "ค่าเป้าหมายที่จัดสรร, จัดสรรเป้าหมาย",
    because: "a target is given for work to be done, not cut up",
  },
  {
    not: /(?<!จัดสรร)แบ่ง(ให้|แบบ|เท่ากัน|ตาม|โดย|เกิน|เป็นส่วน|เป็นจำนวน|ใหม่)|วิธีแบ่ง/,
    but: "จัดสรร",
    because: "a target is given for work to be done, not cut up",
    of: /target/,
  },
  {
    not: /ถึงเป้าหมายแล้ว|ทันตามความเร็ว|ความเร็ว/,
    but: "บรรลุเป้าหมายแล้ว, คาดว่าบรรลุทัน, อัตรา",
    because: "speed is of cars",
  },
  { not: /9 ใน 10/, but: "ช่วงความเชื่อมั่นร้อยละ 90", because: "the word of statistics" },
  { not: /ย้อนรู้/, but: "มิให้คำนวณย้อนกลับถึงตัวบุคคลได้", because: "no word" },
  { not: /ปกปิด/, but: "ไม่เปิดเผย", because: "one name, and nothing is covered up" },
  {
    not: /^(รับ|ได้งบ|เสร็จ|ไม่รับ|บรรจุ|ดำเนินการ)$/,
    but: "รับพิจารณา, ได้รับงบประมาณ, แล้วเสร็จ, ไม่ผ่านการพิจารณา, บรรจุในแผน, อยู่ระหว่างดำเนินการ",
    because: "a state is a whole phrase",
  },
  { not: /เป็น\{both\}/, but: "อยู่ในเขต{both}", because: "a tambon is no municipality, it lies in one" },
  { not: /ฉันอยู่ที่ไหน/, but: "ตำแหน่งของฉัน", because: "as maps say it" },
  { not: /หน้าข้อมูลพื้นที่/, but: "ข้อมูลพื้นที่", because: "one name" },
  { not: /แผ่นข้อมูล/, but: "แถบข้อมูล", because: "one name" },
  {
    not: /ข้อมูลตัวอย่าง|ข้อมูลที่ไม่ใช่ของจริง/,
    but: "ข้อมูลสมมุติ ไม่ใช่ข้อมูลจริง",
    because: "ตัวอย่าง can be read as an extract of real data",
  },
  { not: /[ก-๙](?=อ(ปท|บต|บจ)\.)/, but: "จำนวน อปท., ของ อบต.", because: "a space before the abbreviation" },
  { not: /อปท\.(?=[ก-๙])/, but: "อปท. ที่…", because: "a space after the abbreviation" },
  {
    not: /\} ?รายการ|รายการละ/,
    but: "แผน ฉบับ · องค์กร องค์กร · พื้นที่ แห่ง",
    because: "รายการ counts the items of a plan, and nothing else",
    // what these count are items of plans
    of: /^(?!.*(plan|similar)[.\w]*:).*$/,
  },
];

/** A text a person reads: where it stands, and its words. */
export type Text = { at: string; words: string };

/** Thai texts of the page, the declarations of indicators, SQL, answers of the server and what the loaders write. */
export function thaiTexts(): Text[] {
  return [
    ...jsonTexts("web/src/i18n/th.json"),
    ...filesUnder("db/indicators", ".json").flatMap(jsonTexts),
    ...["db/functions", "db/indicators", "db/tiles"].flatMap((folder) =>
      filesUnder(folder, ".sql").flatMap((path) => literals(path, /--.*$/gm, /'((?:[^']|'')*)'/g)),
    ),
    ...[...filesUnder("server/src", ".ts"), ...filesUnder("web/src", ".ts"), ...filesUnder("web/src", ".tsx")]
      .filter((path) => !path.endsWith(".test.ts"))
      .flatMap((path) =>
        literals(
          path,
          /\/\/.*$|\/\*[\s\S]*?\*\/|\/(?![/*])(?:\\.|[^/\n])+\/[a-z]*\.|RegExp/gm,
          /["`>]([^"`<>]*)["`<]/g,
        ),
      ),
    ...filesUnder("geo-data", ".ts")
      .filter((path) => !/\.(test|fixture)\.ts$/.test(path))
      .flatMap((path) => literals(path, /\/\/.*$|\/\*[\s\S]*?\*\//gm, /["`]([^"`]*)["`]/g)),
    ...filesUnder("geo-data", ".source.json").flatMap(jsonTexts),
    ...jsonTexts("geo-data/lookups/provenance.json"),
  ].filter(({ words }) => /[ก-๙]/.test(words));
}

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

function jsonTexts(path: string): Text[] {
  const walk = (value: unknown, at: string): Text[] => {
    if (typeof value === "string") return [{ at: `${at}:`, words: value }];
    if (value === null || typeof value !== "object") return [];
    return Object.entries(value).flatMap(([key, inner]) => walk(inner, `${at} ${key}`));
  };
  return walk(JSON.parse(read(path)), path);
}

/** What stands between quotes, comments left out. */
function literals(path: string, comments: RegExp, quoted: RegExp): Text[] {
  const source = read(path).replaceAll(comments, "");
  return [...source.matchAll(quoted)].map(([, words]) => ({ at: `${path}:`, words: words as string }));
}
