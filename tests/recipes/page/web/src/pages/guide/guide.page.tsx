import { z } from "zod";
import { definePage } from "../../address/page.ts";

export const page = definePage({
  path: "/guide/:topic",
  params: { topic: z.string().regex(/^[a-z]+$/) },
  search: { part: z.enum(["start", "more"]) },
  title: { th: "คู่มือ", en: "Guide" },
  load: () => import("./GuidePage.tsx"),
});
