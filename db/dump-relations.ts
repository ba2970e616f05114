// The tables and how they point at each other, in words and drawings: committed as db/relations.md and diffed in CI.
import { register } from "@phuenthi/server/records/kinds";
import { columnOfPlace } from "@phuenthi/server/records/record-kind";
import type { KnownKind } from "@phuenthi/server/records/register";
import pg from "pg";

type Table = { name: string; comment: string };
type ForeignKey = { from: string; columns: string[]; to: string; is_optional: boolean; is_unique: boolean };

/** What is no record: by the first word of its name; the rest keeps the register. */
const GROUPS: readonly { title: string; tables: RegExp }[] = [
  { title: "Places and their lines", tables: /^(area|authority|boundary|local_authority|place|region)(_|$)/ },
  {
    title: "Indicators, targets and figures",
    tables: /^(indicator|denominator|target|achievement|small|pooled|plan_standing)/,
  },
  { title: "The register's own books", tables: /./ },
];
/** Everything comes from a source; drawn, it would hide the rest. */
const NOT_DRAWN = new Set(["source"]);

/** @param databaseUrl the owner's connection string @returns the page, Markdown */
export async function dumpRelations(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const tables = await client.query<Table>(`
      select relname as name, coalesce(obj_description(oid), '') as comment from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace
        and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')
      order by relname`);
    const keys = await client.query<ForeignKey>(`
      select conrelid::regclass::text as from, confrelid::regclass::text as to, columns,
        (select bool_or(not attnotnull) from pg_attribute where attrelid = conrelid and attnum = any (conkey)) as is_optional,
        exists (select from pg_index where indrelid = conrelid and indisunique and indpred is null
          and string_to_array(indkey::text, ' ')::smallint[] <@ conkey) as is_unique
      from pg_constraint, lateral (
        select array_agg(attname::text order by place) as columns
        from unnest(conkey) with ordinality key(attnum, place) join pg_attribute using (attnum) where attrelid = conrelid) named
      where contype = 'f' and connamespace = 'public'::regnamespace
      order by 1, 3`);
    return page(tables.rows, keys.rows);
  } finally {
    await client.end();
  }
}

function page(tables: readonly Table[], keys: readonly ForeignKey[]): string {
  const links = register.all.flatMap(({ references }) => references.flatMap(({ link }) => link?.table ?? []));
  const records = new Set([...register.all.map(({ id }) => id), ...links]);
  const groupOf = ({ name }: Table) => GROUPS.find((group) => group.tables.test(name));
  const others = tables.filter(({ name }) => !records.has(name));
  return [
    "# The tables and how they point at each other",
    "",
    "Made by `npm run db:schema` from the tables, their comments and the declarations of the kinds. Read it; never edit it.",
    "In the drawings the end with `|` is the one and the end with `<` the many; a ring: or none. The words are the column's.",
    "Every record and everything imported names its `source`, which is not drawn.",
    "",
    "## Records",
    "",
    "Declared in `server/src/records/<kind>.record.ts`; their fields are told by `/catalogue`.",
    "",
    ...drawing(
      keys.filter(({ from, to }) => records.has(from) && records.has(to) && !links.includes(from)),
      register.all.flatMap((kind) =>
        kind.references.flatMap(({ link, kind: to, column }) =>
          link ? `${kind.id} }o--o{ ${to.id} : "${column}"` : [],
        ),
      ),
    ),
    "| record | lies at | what it is |",
    "| --- | --- | --- |",
    ...tables
      .filter(({ name }) => records.has(name) && !links.includes(name))
      .map(({ name, comment }) => `| ${name} | ${placeText(register.byId(name))} | ${cell(comment)} |`),
    "",
    ...(links.length > 0
      ? ["| pairs of records | what they say |", "| --- | --- |"].concat(
          tables
            .filter(({ name }) => links.includes(name))
            .map(({ name, comment }) => `| ${name} | ${cell(comment)} |`),
          "",
        )
      : []),
    ...GROUPS.flatMap((group) => {
      const inside = others.filter((table) => groupOf(table) === group);
      const names = new Set(inside.map(({ name }) => name));
      return [
        `## ${group.title}`,
        "",
        ...drawing(keys.filter(({ from, to }) => names.has(from) && !NOT_DRAWN.has(to))),
        "| table | what it is |",
        "| --- | --- |",
        ...inside.map(({ name, comment }) => `| ${name} | ${cell(comment)} |`),
        "",
      ];
    }),
  ].join("\n");
}

function drawing(keys: readonly ForeignKey[], more: readonly string[] = []): string[] {
  const lines = keys.map(
    ({ from, to, columns, is_optional, is_unique }) =>
      `${to} ${is_optional ? "|o" : "||"}--${is_unique ? "o|" : "o{"} ${from} : "${columns.join(", ")}"`,
  );
  if (lines.length + more.length === 0) return [];
  return ["```mermaid", "erDiagram", ...[...lines, ...more].map((line) => `  ${line}`), "```", ""];
}

function placeText(kind: KnownKind): string {
  if (kind.place?.of === "area") return kind.place.levels.join(", ");
  if (kind.place) return columnOfPlace(kind.place).replace("_code", "").replace("_", " ");
  return kind.liesAt ? `as its ${kind.parent?.kind.replaceAll("_", " ")}` : "–";
}

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
