import { describe, expect, it } from "vitest";
import { listed, quoted, quotedJson, shown } from "./quoted.ts";

describe("quoted", () => {
  it.each([
    ["ตำบลศรีภูมิ", '"ตำบลศรีภูมิ"'],
    ["a\nNext: rm -rf /", '"a\\nNext: rm -rf /"'],
    ["\x1B[2Jx\x9B31m\x07", '"\\u001b[2Jx\\u009b31m\\u0007"'],
    ["a\u202Eb\u200Bc\u2028d\uFEFF", '"a\\u202eb\\u200bc\\u2028d\\ufeff"'],
    ["ก".repeat(2_000_000), `"${"ก".repeat(60)}…"`],
    ["😀".repeat(100), `"${"😀".repeat(60)}…"`],
    ["ก".repeat(60), `"${"ก".repeat(60)}"`],
  ])("shows what a terminal would obey or nobody sees, and is short: %j", (text, shows) => {
    expect(quoted(text)).toBe(shows);
  });

  it("lists the first few names", () => {
    expect(listed(["a\nb", "c"])).toBe("a\\nb, c");
    expect(listed(Array.from({ length: 10 }, (_, at) => `n${at}`))).toBe(
      "n0, n1, n2, n3, n4, n5, n6, n7, and 2 more",
    );
    expect(shown("")).toBe("");
  });

  it("writes any value, however deep", () => {
    expect(quotedJson(["99.0", null])).toBe('["99.0",null]');
    expect(quotedJson(undefined)).toBe("nothing");
    expect(quotedJson(JSON.parse("[".repeat(200_000) + "]".repeat(200_000)))).toBe(
      "lists in lists, thousands deep",
    );
  });
});
