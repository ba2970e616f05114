import { definePage, indicatorParam, placeParam } from "../../address/page.ts";
import { searchFields } from "../../address/search-fields.ts";

const { fiscal_year } = searchFields;

export const page = definePage({
  path: "/explain/:indicator/:place",
  params: { indicator: indicatorParam, place: placeParam },
  search: { fiscal_year },
  title: { th: "ที่มาของตัวเลข", en: "Where the figure comes from" },
  load: () => import("./ExplainPage.tsx"),
});
