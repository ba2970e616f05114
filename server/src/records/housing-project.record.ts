import { housingProgrammes, tenures } from "./codes/housing.codes.ts";
import { baht, code, count, optional, recordKind, text, year } from "./record-kind.ts";

const households = {
  unit: { th: "ครัวเรือน", en: "households" },
  isSensitive: true,
};

export const kind = recordKind({
  id: "housing_project",
  collection: "housing_projects",
  one: { th: "โครงการที่อยู่อาศัย", en: "Housing project" },
  many: { th: "โครงการที่อยู่อาศัย", en: "Housing projects" },
  description: {
    th: "โครงการที่อยู่อาศัยของตำบลในแต่ละปีงบประมาณ จำนวนครัวเรือนของแต่ละโครงการไม่เปิดเผย ตัวชี้วัดมีเฉพาะผลรวมของตำบลในแต่ละปี ซึ่งอาจมีโครงการเดียว",
    en: "Housing projects of a tambon and fiscal year. Households of a single project are not told; indicators have the sums of a tambon and year, which may be of one project.",
  },
  counted: { th: "โครงการ", en: ["project", "projects"] },
  place: { of: "area", levels: ["tambon"] },
  title: "name",
  period: { from: "fiscal_year" },
  fields: {
    programme: code(housingProgrammes, "ประเภทโครงการ", "Programme", { isFilter: true }),
    name_th: text("ชื่อโครงการ", "Name", { isSortable: true }),
    fiscal_year: year("ปีงบประมาณ", "Fiscal year", { isSortable: true }),
    tenure: optional(code(tenures, "สิทธิในที่ดิน", "Tenure", { isFilter: true })),
    budget_thb: optional(baht("งบประมาณ", "Budget", { isSortable: true })),
    households_planned: optional(count("ครัวเรือนตามแผน", "Households planned", households)),
    households_approved: optional(count("ครัวเรือนที่อนุมัติ", "Households approved", households)),
    households_built: optional(count("ครัวเรือนที่สร้างบ้านแล้ว", "Households built", households)),
    households_benefited: count("ครัวเรือนที่ได้รับประโยชน์", "Households benefited", households),
  },
});
