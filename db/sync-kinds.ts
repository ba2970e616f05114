// What the kinds of records declare (server/src/records) → the database: their rows, codes, views, answers, triggers, rights.
import { forDatabase } from "@phuenthi/server/records/for-database";
import { register } from "@phuenthi/server/records/kinds";
import type pg from "pg";

export const kindDeclarations = {
  kinds: register.all.map((kind) => forDatabase(kind, register)),
  codes: register.codeLists.flatMap(({ id, codes }) =>
    Object.entries(codes).map(([code, { th, en }], place) => ({
      list: id,
      code,
      place,
      label_th: th,
      label_en: en,
    })),
  ),
};

/** @param applyRecords applies db/records: after the views, which it may widen, and before what reads them */
export async function syncKinds(client: pg.Client, applyRecords: () => Promise<void>): Promise<void> {
  const { kinds, codes } = kindDeclarations;
  await client.query("delete from record_kind");
  await client.query(
    "insert into record_kind (id, declaration) select value ->> 'id', value from jsonb_array_elements($1)",
    [JSON.stringify(kinds)],
  );
  await client.query("delete from code");
  await client.query("insert into code select * from jsonb_populate_recordset(null::code, $1)", [
    JSON.stringify(codes),
  ]);
  await client.query(`
    insert into data_version (topic) select id from record_kind on conflict (topic) do nothing`);
  await client.query("select api.make_record_views()");
  await applyRecords();
  await client.query(`
    select api.make_record_answers(), api.make_record_filters(), api.make_record_exports(), api.make_record_tiles(),
      api.make_record_sources(), api.make_source_date(), api.make_record_counts(), api.make_kinds_standing(),
      api.make_column_checks(), api.make_record_rights(), api.refresh_kept_texts(),
      api.make_record_triggers(), api.make_reference_triggers()`);
}
