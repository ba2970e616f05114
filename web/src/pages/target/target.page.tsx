import { z } from "zod";
import { definePage, indicatorParam } from "../../address/page.ts";

/** Of the target; nothing: the one in force. */
const version = z.codec(z.string().regex(/^[1-9][0-9]{0,5}$/), z.number(), {
  decode: Number,
  encode: String,
});

export const page = definePage({
  path: "/targets/:indicator",
  params: { indicator: indicatorParam },
  search: { version },
  title: { th: "ตั้งและจัดสรรเป้าหมาย", en: "Set and share out the target" },
  load: () => import("./TargetPage.tsx"),
});
