import { expect, it } from "vitest";
import { langOf } from "./lang-of.ts";

it.each([
  ["กลุ่มออมทรัพย์บ้านหนองแวง", "th"],
  ["บันทึกข้อตกลง (MoU) พ.ศ. 2563", "th"],
  ["Nong Waeng Savings Group", "en"],
  ["7,949", undefined],
  ["–", undefined],
  [null, undefined],
])("%s is %s", (text, language) => expect(langOf(text)).toBe(language));
