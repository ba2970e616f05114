import { describe, expect, it } from "vitest";
import { checkKinds } from "./check-kinds.ts";
import {
  count,
  date,
  optional,
  type RecordKind,
  recordKind,
  reference,
  references,
  text,
} from "./record-kind.ts";

const words = { th: "ก", en: "a" };
const base = {
  one: words,
  many: words,
  description: words,
  counted: { th: "ก", en: ["a", "b"] as const },
};
const kind = (declared: Partial<RecordKind>): RecordKind =>
  recordKind({ id: "thing", collection: "things", fields: {}, ...base, ...declared } as RecordKind);
const offencesOf =
  (declared: Partial<RecordKind>, file = "thing") =>
  () =>
    checkKinds([{ file, kind: kind(declared) }]);

describe("a declaration", () => {
  it("is named as its file", () => {
    expect(offencesOf({}, "other")).toThrow(
      "server/src/records/other.record.ts: its id is thing: call it thing.record.ts",
    );
    expect(checkKinds([{ file: "thing", kind: kind({}) }])).toHaveLength(1);
  });

  it("points to kinds and fields that there are", () => {
    expect(offencesOf({ parent: { kind: "whole", column: "whole_id" } })).toThrow(
      "its parent whole is no kind",
    );
    expect(offencesOf({ fields: { other_id: reference("other", "ก", "a") } })).toThrow(
      "other_id refers to other, which is no kind",
    );
    expect(offencesOf({ fields: { partner: references("thing", "ก", "a") } })).toThrow(
      "partner holds ids; its name ends with _ids",
    );
    expect(offencesOf({ fields: { partner_ids: reference("thing", "ก", "a") } })).toThrow(
      "partner_ids holds ids; its name ends with _id",
    );
    expect(offencesOf({ affects: ["other"] })).toThrow("affects other, which is no kind");
    expect(offencesOf({ period: { from: "begun_on" } })).toThrow(
      "its period names begun_on, which is no field",
    );
    expect(offencesOf({ datedBy: "name", fields: { name: text("ก", "a") } })).toThrow(
      "it is dated by name, which is no field of days or years",
    );
    expect(offencesOf({ datedBy: "begun_on", fields: { begun_on: date("ก", "a") } })).toThrow(
      "it is dated, but nothing says by when which record was there",
    );
    expect(offencesOf({ title: "name" })).toThrow("its title name_th is no field");
    expect(offencesOf({ variant: "name", fields: { name: text("ก", "a") } })).toThrow(
      "its variant name is no field of codes",
    );
    expect(
      checkKinds([
        {
          file: "thing",
          kind: kind({
            title: "name",
            period: { from: "begun_on" },
            fields: { name_th: text("ก", "a"), begun_on: optional(date("ข", "b")) },
          }),
        },
      ]),
    ).toHaveLength(1);
  });

  it("has a label of its own for each field, in both languages", () => {
    expect(offencesOf({ fields: { one: text("ก", "a"), other: text("ข", "a") } })).toThrow(
      "two of its fields are called a: a table could not tell them apart",
    );
    expect(offencesOf({ fields: { one: text("ก", "a"), other: text("ก", "b") } })).toThrow("called ก");
  });

  it("lets nothing be told by an order or a filter that its field does not tell", () => {
    const sensitive = { isSensitive: true };
    expect(
      offencesOf({ fields: { households: count("ก", "a", { ...sensitive, isSortable: true }) } }),
    ).toThrow("households is sensitive: order and filter would tell it");
    expect(offencesOf({ fields: { households: count("ก", "a", { ...sensitive, isFilter: true }) } })).toThrow(
      "households is sensitive",
    );
    expect(
      offencesOf({ fields: { members: count("ก", "a", { isSmallCount: true, isFilter: true }) } }),
    ).toThrow("members is withheld when small: a filter would tell it");
  });

  it("shares no condition with another tab", () => {
    const tab = (id: string, name: string) => ({
      file: id,
      kind: kind({ id, tab: words, fields: { [name]: text("ก", "a", { isFilter: true }) } }),
    });
    expect(() => checkKinds([tab("one", "state"), tab("two", "state")])).toThrow(
      "two.record.ts: its condition state is also one of one: a link tells those of tabs by name alone",
    );
    expect(checkKinds([tab("one", "state"), tab("two", "theme")])).toHaveLength(2);
  });

  it("is not open where what it is a part of is closed", () => {
    const whole = kind({ id: "whole", visibleTo: "nobody" });
    const part = kind({ parent: { kind: "whole", column: "whole_id" } });
    expect(() =>
      checkKinds([
        { file: "whole", kind: whole },
        { file: "thing", kind: part },
      ]),
    ).toThrow("anybody may see it, but not what it is a part of");
  });

  it("is not open where it names a record that is closed", () => {
    const person = kind({ id: "person", visibleTo: "nobody" });
    const naming = (visibleTo: RecordKind["visibleTo"]) =>
      kind({ visibleTo, fields: { person_id: optional(reference("person", "ก", "a")) } });
    const files = (visibleTo: RecordKind["visibleTo"]) => [
      { file: "person", kind: person },
      { file: "thing", kind: naming(visibleTo) },
    ];
    expect(() => checkKinds(files("public"))).toThrow(
      "thing.record.ts: anybody may see it, but not the person that person_id names",
    );
    expect(checkKinds(files("nobody"))).toHaveLength(2);
  });

  it("says all that is wrong at once, file by file", () => {
    expect(offencesOf({ affects: ["one"], title: "name" })).toThrow(/affects one.*\n.*name_th/);
  });
});
