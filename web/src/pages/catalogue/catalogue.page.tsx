import { definePage } from "../../address/page.ts";

export const page = definePage({
  path: "/catalogue",
  params: {},
  search: {},
  title: { th: "พจนานุกรมข้อมูล", en: "Data dictionary" },
  load: () => import("./CataloguePage.tsx"),
});
