import { expect, it } from "vitest";
import { spaced } from "./thai-spacing.ts";

it.each([
  ["จำนวนอปท.", "จำนวน อปท."],
  ["คือพื้นที่ อปท.ที่ยังไม่เข้าเกณฑ์", "คือพื้นที่ อปท. ที่ยังไม่เข้าเกณฑ์"],
  ["นับเป็นรายอปท. ไม่มี", "นับเป็นราย อปท. ไม่มี"],
  // a kind before a name is written together
  ["อบต.บางโปรง", "อบต.บางโปรง"],
  ["(อปท.)", "(อปท.)"],
])("%s → %s", (text, expected) => expect(spaced(text)).toBe(expected));
