import { describe, expect, it } from "vitest";
import { fullName, pathText } from "./area-name.ts";

const area = (code: string, name_th: string, name_en: string) => ({ code, name_th, name_en });

describe("fullName", () => {
  it("gives each level its prefix", () => {
    expect(fullName(area("58", "แม่ฮ่องสอน", "Mae Hong Son"), "th")).toBe("จังหวัดแม่ฮ่องสอน");
    expect(fullName(area("5803", "ปาย", "Pai"), "th")).toBe("อำเภอปาย");
    expect(fullName(area("580301", "เวียงใต้", "Wiang Tai"), "th")).toBe("ตำบลเวียงใต้");
  });
  it("calls Bangkok's parts เขต and แขวง, and Bangkok by its name alone", () => {
    expect(fullName(area("10", "กรุงเทพมหานคร", "Bangkok"), "th")).toBe("กรุงเทพมหานคร");
    expect(fullName(area("1004", "บางรัก", "Bang Rak"), "th")).toBe("เขตบางรัก");
    expect(fullName(area("100402", "สีลม", "Si Lom"), "th")).toBe("แขวงสีลม");
    expect(fullName(area("100402", "สีลม", "Si Lom"), "en")).toBe("Khwaeng Si Lom");
  });
});

describe("pathText", () => {
  it("goes from the smallest up", () => {
    const path = [area("83", "ภูเก็ต", "Phuket"), area("8301", "เมืองภูเก็ต", "Mueang Phuket")];
    expect(pathText(path, "th")).toBe("อำเภอเมืองภูเก็ต › จังหวัดภูเก็ต");
  });
});
