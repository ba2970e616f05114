// What is shown where an address is of no page.
import { definePage } from "../../address/page.ts";

export const page = definePage({
  path: "/404",
  params: {},
  search: {},
  title: { th: "ไม่พบหน้านี้", en: "There is no such page" },
  load: () => import("./NotFoundPage.tsx"),
});
