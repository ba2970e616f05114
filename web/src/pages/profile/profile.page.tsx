import { definePage, placeParam } from "../../address/page.ts";
import { searchFields } from "../../address/search-fields.ts";

const { fiscal_year } = searchFields;

export const page = definePage({
  path: "/areas/:place",
  params: { place: placeParam },
  search: { fiscal_year },
  title: { th: "ข้อมูลพื้นที่", en: "Area profile" },
  load: () => import("./ProfilePage.tsx"),
});
