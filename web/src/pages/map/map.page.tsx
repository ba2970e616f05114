// The map with everything around it: the page that links without a path lead to.
import { definePage } from "../../address/page.ts";
import { conditionFields, recordFields, searchFields } from "../../address/search-fields.ts";

export const page = definePage({
  path: "/",
  params: {},
  search: { ...searchFields, ...recordFields, ...conditionFields },
  title: { th: "แผนที่การพัฒนาโดยใช้พื้นที่เป็นตัวตั้ง", en: "The map of area-based development" },
  load: () => import("./MapPage.tsx"),
  staysAlive: true,
});
