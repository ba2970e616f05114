import { definePage } from "../../address/page.ts";
import { searchFields } from "../../address/search-fields.ts";

const { area, fiscal_year } = searchFields;

export const page = definePage({
  path: "/targets",
  params: {},
  search: { area, fiscal_year },
  title: { th: "เป้าหมายทั้งหมด", en: "All targets" },
  load: () => import("./TargetsPage.tsx"),
});
