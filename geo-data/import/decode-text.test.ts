import { describe, expect, it } from "vitest";
import { decodeText, detectThaiEncoding } from "./decode-text.ts";
import { toWindows874 } from "./windows-874.fixture.ts";

const text = "ตำบลบางรัก,อำเภอเมืองภูเก็ต,เขตป้อมปราบศัตรูพ่าย\r\n100101,,\r\n";
const utf16 = Buffer.from(text, "utf16le");

describe("decodeText", () => {
  it.each([
    ["UTF-8", "utf-8", Buffer.from(text)],
    ["UTF-8 with a byte-order mark", "utf-8", Buffer.from(`\uFEFF${text}`)],
    ["Windows-874", "windows-874", toWindows874(text)],
    ["UTF-16 with a byte-order mark", "utf-16le", Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["UTF-16, big end first", "utf-16be", Buffer.from(`\uFEFF${text}`, "utf16le").swap16()],
    ["UTF-16 without a mark", "utf-16le", utf16],
    ["UTF-16, big end first, without a mark", "utf-16be", Buffer.from(utf16).swap16()],
    ["plain ASCII", "utf-8", Buffer.from(text.replace(/\P{ASCII}/gu, ""))],
  ])("reads %s", (_, encoding, bytes) => {
    const decoded = decodeText(bytes);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text).toBe(encoding === "utf-8" && !/ต/.test(decoded.text) ? decoded.text : text);
    expect(decoded.text).toContain("100101");
  });

  it("is not misled by a name cut in the middle of a letter", () => {
    expect(detectThaiEncoding(Buffer.from("ตำบลบางรัก").subarray(0, -1))).toBe("utf-8");
  });
});
