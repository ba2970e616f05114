// Recipes of what the API answers: a format of files, a noun, a source of boundaries, an indicator.
import { describe, expect, it } from "vitest";
import { openPage } from "../../helpers/browser.ts";
import type { Cooked } from "../../helpers/cooked-recipes.ts";
import { query } from "../../helpers/database.ts";
import { DESKTOP, openMap } from "../../helpers/page.ts";

export function describeAnswers(cooked: Cooked): void {
  describe("a format", () => {
    it("is a file of every collection", async () => {
      const { status, text } = await cooked.get("/export/lessons.ndjson");
      expect(status).toBe(200);
      const lines = text.trim().split("\n");
      expect(lines.length).toBeGreaterThan(1);
      expect(JSON.parse(lines[0] ?? "")).toMatchObject({ type: "Feature" });
    });

    it("is told by the data dictionary and offered where files are asked for", async () => {
      const { formats } = await cooked.getJson("/catalogue");
      expect(formats).toContainEqual(expect.objectContaining({ id: "ndjson", has_words: false }));
      const { page, problems } = await openPage({ viewport: DESKTOP, baseURL: cooked.base });
      await openMap(page, "/?table=lessons");
      await page.getByRole("button", { name: "ส่งออก" }).first().click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("radio", { name: "GeoJSON รายบรรทัด" }).check();
      await dialog.getByText("GeoJSON บรรทัดละหนึ่งรายการ สำหรับโปรแกรม").waitFor();
      const link = dialog.getByRole("link", { name: "ดาวน์โหลด GeoJSON รายบรรทัด" });
      expect(await link.getAttribute("href")).toContain("/api/export/lessons.ndjson?");
      await page.goto("/catalogue");
      await page.locator("#lessons").getByRole("link", { name: "นำออกเป็น GeoJSON รายบรรทัด" }).waitFor();
      expect(problems).toEqual([]);
      await page.context().close();
    });
  });

  describe("a noun of the API", () => {
    it("answers, is described, and refuses a place that is none", async () => {
      const counts = await cooked.getJson("/kind-counts/50");
      expect(counts.length).toBeGreaterThan(3);
      expect((await cooked.getJson("/openapi.json")).paths).toHaveProperty(["/api/kind-counts/{code}"]);
      expect((await cooked.get("/kind-counts/999999")).status).toBe(404);
    });
  });

  describe("a source of boundaries", () => {
    it("is known to the loader by its id", async () => {
      const asked = cooked.copy.node(["--import", "tsx", "geo-data/cli.ts", "load", "no-such-source"], {
        env: { DATABASE_URL: cooked.database.ownerUrl },
      });
      await expect(asked).rejects.toThrow("survey-2026");
    });
  });

  describe("an indicator", () => {
    it("has figures that its records make, explained, and follows an edit", async () => {
      const [{ code, count }] = await query(
        cooked.database.ownerUrl,
        "select area_code as code, count(*)::int as count from lesson where published_on <= '2021-09-30' group by 1 order by 2 desc, 1 limit 1",
      );
      const asked = `/coverage/lessons-published/areas/${code}?fiscal_year=2021`;
      expect((await cooked.getJson(asked)).total.value).toBe(count);
      await query(
        cooked.database.ownerUrl,
        `update lesson set ended_on = current_date, end_reason = 'ซ้ำ' where area_code = '${code}'`,
      );
      expect((await cooked.getJson(asked)).total.value).toBe(0);
    });
  });
}
