// In which order tables of records are filled: those that others point at come first, so that the statistics each later trigger
// plans with are fresh; and emptied the other way round.
import { register } from "@phuenthi/server/records/kinds";
import { noRows, type SampleRows } from "./rows.ts";

const kinds = new Map(register.all.map((kind) => [kind.id, kind]));

function orderOf(): { table: string; isLink: boolean }[] {
  const placed = new Set<string>();
  const order: { table: string; isLink: boolean }[] = [];
  const place = (id: string) => {
    if (placed.has(id)) return;
    placed.add(id);
    const references = kinds.get(id)?.references ?? [];
    for (const { kind } of references) place(kind.id);
    order.push({ table: id, isLink: false });
    for (const { link } of references) if (link) order.push({ table: link.table, isLink: true });
  };
  for (const id of kinds.keys()) place(id);
  return order;
}

type SampleTable = { table: keyof SampleRows; isLink: boolean };
const made = Object.keys(noRows());

/** The tables that a sample has; behind each kind's those of its links, whose rows are part of the record. */
export const loadOrder = orderOf().filter((one): one is SampleTable => made.includes(one.table));
