import { describe, expect, it } from "vitest";
import { decodeThai, detectThaiEncoding } from "./thai-text.ts";
import { toWindows874 } from "./windows-874.fixture.ts";

describe("detectThaiEncoding", () => {
  const text = "ตำบลบางรัก อำเภอเมืองภูเก็ต เขตป้อมปราบศัตรูพ่าย";

  it("knows UTF-8", () => {
    expect(detectThaiEncoding(Buffer.from(text))).toBe("utf-8");
    expect(decodeThai(Buffer.from(text))).toBe(text);
  });

  it("knows Windows-874", () => {
    expect(detectThaiEncoding(toWindows874(text))).toBe("windows-874");
    expect(decodeThai(toWindows874(text))).toBe(text);
  });

  it("is not misled by a name cut in the middle of a letter", () => {
    expect(detectThaiEncoding(Buffer.from(text).subarray(0, -1))).toBe("utf-8");
  });

  it("takes plain ASCII as UTF-8", () => {
    expect(detectThaiEncoding(Buffer.from("Bang Rak"))).toBe("utf-8");
  });
});
