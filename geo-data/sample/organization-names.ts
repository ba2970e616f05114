// How groups are called. {v} is a village with its prefix (บ้านหนองแวง), {n} without, {t} the tambon with its prefix.
import type { Dialect } from "./lookups.ts";

export type GroupKind =
  | "welfare_fund"
  | "savings_group"
  | "housing_cooperative"
  | "community_enterprise"
  | "network"
  | "land_group"
  | "other";

export interface NamePattern {
  th: string;
  en: string;
}

const pattern = (th: string, en: string): NamePattern => ({ th, en });

const ofKind: Record<Exclude<GroupKind, "community_enterprise">, NamePattern[]> = {
  welfare_fund: [pattern("กองทุนสวัสดิการชุมชน{t}", "{T} Community Welfare Fund")],
  savings_group: [
    pattern("กลุ่มออมทรัพย์เพื่อการผลิต{v}", "{V} Savings Group for Production"),
    pattern("กลุ่มสัจจะออมทรัพย์{v}", "{V} Pledged Savings Group"),
    pattern("กลุ่มออมทรัพย์{v}", "{V} Savings Group"),
    pattern("กลุ่มออมทรัพย์สตรี{v}", "{V} Women's Savings Group"),
    pattern("กลุ่มออมทรัพย์เพื่อที่อยู่อาศัย{v}", "{V} Savings Group for Housing"),
    pattern("สถาบันการเงินชุมชน{v}", "{V} Community Finance Institution"),
  ],
  housing_cooperative: [
    pattern("สหกรณ์บ้านมั่นคง{n} จำกัด", "{N} Baan Mankong Cooperative"),
    pattern("สหกรณ์เคหสถานบ้านมั่นคง{n} จำกัด", "{N} Baan Mankong Housing Cooperative"),
    pattern("สหกรณ์บริการบ้านมั่นคง{n} จำกัด", "{N} Baan Mankong Service Cooperative"),
    pattern("เครือข่ายที่อยู่อาศัยชุมชน{t}", "{T} Community Housing Network"),
  ],
  network: [
    pattern("เครือข่ายองค์กรชุมชน{t}", "{T} Community Organization Network"),
    pattern("เครือข่ายป่าชุมชน{t}", "{T} Community Forest Network"),
    pattern("เครือข่ายลุ่มน้ำ{t}", "{T} River Basin Network"),
    pattern("เครือข่ายเกษตรกรรมยั่งยืน{t}", "{T} Sustainable Farming Network"),
    pattern("เครือข่ายสวัสดิการชุมชน{t}", "{T} Community Welfare Network"),
    pattern("เครือข่ายเศรษฐกิจฐานราก{t}", "{T} Grassroots Economy Network"),
    pattern("เครือข่ายจัดการภัยพิบัติภาคประชาชน{t}", "{T} People's Disaster Response Network"),
  ],
  land_group: [
    pattern("กลุ่มที่ดินทำกิน{v}", "{V} Farmland Group"),
    pattern("กลุ่มแก้ไขปัญหาที่ดินทำกิน{v}", "{V} Farmland Problem-Solving Group"),
    pattern("กลุ่มโฉนดชุมชน{v}", "{V} Community Title Deed Group"),
    pattern("กองทุนที่ดิน{v}", "{V} Land Fund"),
    pattern("คณะทำงานที่ดินและที่อยู่อาศัย{t}", "{T} Land and Housing Working Group"),
  ],
  other: [
    pattern("กลุ่มอนุรักษ์ทรัพยากรธรรมชาติ{v}", "{V} Nature Conservation Group"),
    pattern("ศูนย์เรียนรู้ชุมชน{v}", "{V} Community Learning Centre"),
    pattern("ชมรมผู้สูงอายุ{v}", "{V} Older Persons' Club"),
    pattern("กลุ่มเยาวชน{v}", "{V} Youth Group"),
    pattern("กลุ่มสตรีพัฒนา{v}", "{V} Women's Development Group"),
    pattern("กลุ่มอาสาสมัครเฝ้าระวังภัยพิบัติ{v}", "{V} Disaster Watch Volunteers"),
    pattern("ธนาคารขยะ{v}", "{V} Recycling Bank"),
  ],
};

/** Groups that only make sense outside Bangkok. */
const ruralOther: NamePattern[] = [
  pattern("ธนาคารข้าว{v}", "{V} Rice Bank"),
  pattern("กลุ่มผู้ใช้น้ำ{v}", "{V} Water Users' Group"),
  pattern("กลุ่มฌาปนกิจสงเคราะห์{v}", "{V} Funeral Aid Group"),
];

const enterprise = (th: string, en: string) =>
  pattern(`วิสาหกิจชุมชน${th}{v}`, `{V} ${en} Community Enterprise`);

const enterprises: Record<Dialect, NamePattern[]> = {
  north: [
    enterprise("กลุ่มทอผ้าฝ้ายย้อมสีธรรมชาติ", "Natural-Dye Cotton Weaving"),
    enterprise("กลุ่มผู้ปลูกกาแฟ", "Coffee Growers"),
    enterprise("กลุ่มแปรรูปลำไย", "Longan Processing"),
    enterprise("กลุ่มจักสานไม้ไผ่", "Bamboo Basketry"),
    enterprise("กลุ่มเกษตรอินทรีย์", "Organic Farming"),
    enterprise("กลุ่มผู้เลี้ยงผึ้ง", "Beekeepers"),
    enterprise("กลุ่มผลิตชาเมี่ยง", "Miang Tea"),
  ],
  isan: [
    enterprise("กลุ่มทอผ้าไหมมัดหมี่", "Mudmee Silk Weaving"),
    enterprise("กลุ่มทอผ้า", "Weaving"),
    enterprise("กลุ่มผู้ปลูกข้าวหอมมะลิอินทรีย์", "Organic Jasmine Rice"),
    enterprise("กลุ่มทอเสื่อกก", "Reed Mat Weaving"),
    enterprise("กลุ่มแปรรูปปลาร้า", "Fermented Fish"),
    enterprise("กลุ่มผู้เลี้ยงโคเนื้อ", "Beef Cattle"),
    enterprise("กลุ่มปลูกผักปลอดสารพิษ", "Pesticide-Free Vegetables"),
  ],
  central: [
    enterprise("กลุ่มแปรรูปกล้วย", "Banana Processing"),
    enterprise("กลุ่มผู้ปลูกข้าวปลอดภัย", "Safe Rice"),
    enterprise("กลุ่มเพาะเห็ด", "Mushroom Growing"),
    enterprise("กลุ่มจักสานผักตบชวา", "Water Hyacinth Weaving"),
    enterprise("กลุ่มแปรรูปผลไม้", "Fruit Processing"),
    enterprise("กลุ่มขนมไทย", "Thai Sweets"),
    enterprise("กลุ่มท่องเที่ยวโดยชุมชน", "Tourism"),
  ],
  south: [
    enterprise("กลุ่มแปรรูปอาหารทะเล", "Seafood Processing"),
    enterprise("กลุ่มผู้รวบรวมน้ำยางสด", "Fresh Latex"),
    enterprise("กลุ่มเครื่องแกง", "Curry Paste"),
    enterprise("กลุ่มผ้าบาติก", "Batik"),
    enterprise("กลุ่มประมงพื้นบ้าน", "Small-Scale Fishers"),
    enterprise("กลุ่มจักสานกระจูด", "Krachut Weaving"),
    enterprise("กลุ่มสวนไม้ผลผสมผสาน", "Mixed Orchard"),
  ],
  bangkok: [
    enterprise("กลุ่มอาหารและขนม", "Food and Sweets"),
    enterprise("กลุ่มตัดเย็บเสื้อผ้า", "Dressmaking"),
    enterprise("กลุ่มดอกไม้ประดิษฐ์", "Handmade Flowers"),
    enterprise("กลุ่มรีไซเคิล", "Recycling"),
    enterprise("กลุ่มสมุนไพร", "Herbal Products"),
  ],
};

/** The patterns for a kind of group in a part of the country; never empty. */
export function namePatterns(kind: GroupKind, dialect: Dialect): NamePattern[] {
  if (kind === "community_enterprise") return enterprises[dialect];
  if (kind === "other" && dialect !== "bangkok") return [...ofKind.other, ...ruralOther];
  return ofKind[kind];
}

/** Where an abbreviation meets the word before it: Thai is written without spaces, but for these. */
const GLUED = /(?<=[ก-๙])(?=อ(?:ปท|บต|บจ)\.)/g;

/** A word said twice where a pattern and a name meet: ชุมชน + ชุมชนX. Of a house's and a village's บ้าน both are meant. */
const DOUBLED = /(ชุมชน|ตำบล|แขวง|กลุ่ม|เครือข่าย|กองทุน)\1/g;
const APART = /(พื้น|หมู่)บ้าน(?=บ้าน)/g;

/**
 * Puts names into a pattern. A word that ends the pattern's part and begins the name is said once.
 * @throws Error when a placeholder has no value, so that no brace reaches the register
 */
export function fillPattern(template: string, values: Record<string, string>): string {
  return template
    .replace(/\{(\w)\}/g, (_, key: string) => {
      const value = values[key];
      if (value === undefined) throw new Error(`name pattern "${template}": nothing to put for {${key}}`);
      return value;
    })
    .replace(DOUBLED, "$1")
    .replace(APART, "$1บ้าน ")
    .replace(GLUED, " ")
    .replaceAll("Community Community", "Community");
}
