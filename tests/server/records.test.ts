import { linkStates } from "@phuenthi/server/records/codes/ladder.codes";
import { register } from "@phuenthi/server/records/kinds";
import type { kind as organization } from "@phuenthi/server/records/organization.record";
import type { kind as plan } from "@phuenthi/server/records/plan.record";
import type { CommonOf, FieldsOf, MoreOf } from "@phuenthi/server/records/record-answer";
import { listOfKind, type RecordPage } from "@phuenthi/server/records/record-contract";
import type { RecordKind } from "@phuenthi/server/records/record-kind";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

/** The answers of a kind, held to what it declares. */
const contractOf = <K extends RecordKind, Own = unknown>(id: string) => {
  type Item = FieldsOf<K> & CommonOf & Own;
  return {
    list: (answer: unknown) => listOfKind(register.byId(id)).parse(answer) as unknown as RecordPage<Item>,
    detail: (answer: unknown) => register.byId(id).detail.parse(answer) as unknown as Item & MoreOf<K>,
  };
};
const organizations = contractOf<typeof organization, { position: [number, number] | null }>("organization");
const plans = contractOf<typeof plan>("plan");
const furthestStates = ["none", ...linkStates.schema.options];

/** Every id of a list, page by page. */
async function allIds(path: string, limit: number): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await api.get(`${path}&limit=${limit}${cursor ? `&cursor=${cursor}` : ""}`);
    ids.push(...page.items.map((item: { id: string }) => item.id));
    cursor = page.next_cursor;
  } while (cursor);
  return ids;
}

describe("a plan and its organization", () => {
  it("name each other in both languages", async () => {
    const { items } = await api.get("/plans?within=50&limit=50");
    const found = await Promise.all(
      items.map(async ({ id }: { id: string }) => plans.detail(await api.get(`/plans/${id}`))),
    );
    const [named] = found.filter(({ organization }) => organization?.name_en);
    const owner = organizations.detail(await api.get(`/organizations/${named?.organization?.id}`));
    expect(named?.organization).toEqual({
      id: owner.id,
      name_th: owner.name_th,
      name_en: owner.name_en,
    });
    expect(owner.plans).toContainEqual({
      id: named?.id,
      title_th: named?.title_th,
      title_en: named?.title_en,
    });
  });
});

describe("GET /api/organizations", () => {
  it.each([
    "name",
    "-name",
    "area",
    "-area",
    "registered_on",
    "-registered_on",
    "member_count",
    "-member_count",
  ])("pages through the list sorted by %s, each row once", async (sort) => {
    const { total } = await api.get("/organizations?within=50");
    const ids = await allIds(`/organizations?within=50&sort=${sort}`, 37);
    expect(ids).toHaveLength(total);
    expect(new Set(ids).size).toBe(total);
  });

  it("sorts names as a Thai dictionary does", async () => {
    const { items } = organizations.list(await api.get("/organizations?within=10&limit=500"));
    const names = items.map((item) => item.name_th);
    expect(names).toEqual(names.toSorted(new Intl.Collator("th").compare));
  });

  it("applies every part of the filter", async () => {
    const { items } = organizations.list(
      await api.get("/organizations?within=40,50&kind=council,welfare_fund&fiscal_year=2018&limit=500"),
    );
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      expect(["40", "50"]).toContain(item.area_code.slice(0, 2));
      expect(["council", "welfare_fund"]).toContain(item.kind);
      if (item.registered_on) expect(item.registered_on <= "2018-09-30").toBe(true);
      expect(item.area_path.at(-1)?.code).toBe(item.area_code);
    }
  });

  it("finds by text, Thai digits and spacing folded", async () => {
    const { items } = organizations.list(await api.get(`/organizations?limit=1&kind=council`));
    const name = items[0]?.name_th ?? "";
    const found = organizations.list(
      await api.get(`/organizations?q=${encodeURIComponent(name.split("").join(" "))}&limit=500`),
    );
    expect(found.items.map((item) => item.id)).toContain(items[0]?.id);
  });

  it("takes a box: positions inside it, or the area's point where there is none", async () => {
    const box = [98.5, 18.5, 99.2, 19] as const;
    const { items } = organizations.list(await api.get(`/organizations?bbox=${box}&limit=500`));
    expect(items.length).toBeGreaterThan(0);
    for (const { position } of items) {
      if (!position) continue;
      expect(
        position[0] >= box[0] && position[0] <= box[2] && position[1] >= box[1] && position[1] <= box[3],
      ).toBe(true);
    }
  });

  it("answers one by id, and 404 for another", async () => {
    const { items } = await api.get("/organizations?limit=1");
    expect(organizations.detail(await api.get(`/organizations/${items[0].id}`)).id).toBe(items[0].id);
    const { status, body } = await api.problem("/organizations/00000000-0000-4000-8000-000000000000");
    expect([status, body.code]).toEqual([404, "record-not-found"]);
  });

  it("refuses a cursor of another list or order", async () => {
    const { next_cursor } = await api.get("/organizations?limit=1&sort=name");
    expect((await api.problem(`/organizations?limit=1&sort=area&cursor=${next_cursor}`)).body.code).toBe(
      "cursor-invalid",
    );
    expect((await api.problem(`/partners?limit=1&sort=name&cursor=${next_cursor}`)).body.code).toBe(
      "cursor-invalid",
    );
    expect((await api.problem("/organizations?cursor=nonsense")).body.errors[0].field).toBe("cursor");
  });
});

describe("GET /api/plans", () => {
  it("applies state, year and area", async () => {
    const { items } = plans.list(await api.get("/plans?state=funded&fiscal_year=2019&within=30&limit=50"));
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      expect(item.first_fiscal_year <= 2019 && item.last_fiscal_year >= 2019).toBe(true);
      expect(item.area_code.startsWith("30")).toBe(true);
      const plan = plans.detail(await api.get(`/plans/${item.id}`));
      expect(plan.items.flatMap(({ links }) => links.map((link) => link.state))).toContain("funded");
    }
  });

  it("sums up a plan's ladder as its items say", async () => {
    const { items } = plans.list(await api.get("/plans?state=done&limit=5"));
    for (const item of items) {
      const plan = plans.detail(await api.get(`/plans/${item.id}`));
      const links = plan.items.flatMap((each) => each.links);
      expect(item.best_state).toBe("done");
      expect(item.item_count).toBe(plan.items.length);
      expect(item.granted_thb).toBeCloseTo(
        links.reduce((total, link) => total + (link.granted_thb ?? 0), 0),
        2,
      );
    }
  });

  it("answers what was accepted and not funded, and the rest of it", async () => {
    const { total } = await api.get("/plans?limit=1");
    const states = furthestStates;
    const totals = await Promise.all(
      states.map(async (state) => (await api.get(`/plans?limit=1&best_state=${state}`)).total),
    );
    expect(totals.reduce((sum, one) => sum + one, 0)).toBe(total);
    const [some, none, unknown] = await Promise.all(
      ["some", "none", "unknown"].map(async (one) => (await api.get(`/plans?limit=1&granted=${one}`)).total),
    );
    expect(Math.min(some, none, unknown)).toBeGreaterThan(0);
    expect(some + none + unknown).toBe(total);
    // an amount that nobody recorded is not 0 baht: what is funded was granted something
    expect((await api.get("/plans?limit=1&best_state=funded&granted=none")).total).toBe(0);
    const { items: unrecorded } = plans.list(await api.get("/plans?granted=unknown&limit=20"));
    for (const item of unrecorded) {
      expect(item.granted_thb).toBeNull();
      expect(item.unrecorded_grants).toBeGreaterThan(0);
    }

    const asked = "best_state=accepted,included&granted=none&fiscal_year=2020";
    const { items, total: found } = plans.list(await api.get(`/plans?${asked}&limit=20`));
    expect(found).toBeGreaterThan(0);
    for (const item of items) {
      expect(item.granted_thb).toBe(0);
      const { items: parts } = plans.detail(await api.get(`/plans/${item.id}`));
      const reached = parts.flatMap(({ links }) => links.map(({ state }) => state));
      expect(reached.some((state) => state === "accepted" || state === "included")).toBe(true);
      expect(reached.some((state) => ["funded", "in_progress", "done"].includes(state))).toBe(false);
    }
  });

  it("counts items that are linked apart from those that are supported as well", async () => {
    const { items } = plans.list(await api.get("/plans?limit=100&within=50&fiscal_year=2021"));
    for (const item of items)
      expect(item.linked_and_supported_item_count).toBeLessThanOrEqual(item.linked_item_count);
    const apart = items.find((item) => item.linked_and_supported_item_count < item.linked_item_count);
    const { items: parts } = plans.detail(await api.get(`/plans/${apart?.id}`));
    const linked = parts.filter(({ links }) =>
      links.some(
        ({ rung, state, evidence, partner }) =>
          rung !== "community" &&
          ["included", "funded", "in_progress", "done"].includes(state) &&
          evidence !== null &&
          (partner?.sector ?? "state") === "state",
      ),
    );
    expect(apart?.linked_item_count).toBe(linked.length);
  });

  it.each(["best_state", "granted_thb"] as const)("sorts by %s, as it is said", async (sort) => {
    const { items } = plans.list(await api.get(`/plans?sort=-${sort}&limit=500&within=50`));
    const ladder: (string | null)[] = [null, "declined", ...furthestStates.slice(1, -1)];
    const keys = items.map((item) =>
      sort === "granted_thb" ? (item.granted_thb ?? -1) : ladder.indexOf(item.best_state),
    );
    expect(new Set(keys).size).toBeGreaterThan(2);
    expect(keys).toEqual(keys.toSorted((a, b) => b - a));
  });

  it.each([
    "title",
    "-title",
    "area",
    "-area",
    "first_fiscal_year",
    "-first_fiscal_year",
    "best_state",
    "-best_state",
    "granted_thb",
    "-granted_thb",
  ])("pages through the list sorted by %s, each row once", async (sort) => {
    const { total } = await api.get("/plans?within=34");
    const ids = await allIds(`/plans?within=34&sort=${sort}`, 23);
    expect(ids).toHaveLength(total);
    expect(new Set(ids).size).toBe(total);
  });
});
