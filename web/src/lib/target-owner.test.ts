import { expect, it } from "vitest";
import { targetOwner } from "./target-owner.ts";

const source = {
  publisher_th: "สถาบันพัฒนาองค์กรชุมชน",
  publisher_en: "Community Organizations Development Institute",
};

it("names the publisher of the source in the page's language, and anybody else as recorded", () => {
  expect(targetOwner(source.publisher_th, source, "en")).toBe(source.publisher_en);
  expect(targetOwner(source.publisher_th, source, "th")).toBe(source.publisher_th);
  expect(targetOwner("สำนักยุทธศาสตร์", source, "en")).toBe("สำนักยุทธศาสตร์");
});
