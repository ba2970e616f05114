import { definePage, indicatorParam } from "../../address/page.ts";
import { searchFields } from "../../address/search-fields.ts";

const { version } = searchFields;

export const page = definePage({
  path: "/targets/:indicator",
  params: { indicator: indicatorParam },
  search: { version },
  title: { th: "ตั้งและจัดสรรเป้าหมาย", en: "Set and share out the target" },
  load: () => import("./TargetPage.tsx"),
});
