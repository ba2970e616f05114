// The kinds of records as the server declares them: their files are found by name here too.
import type { RecordKind } from "@phuenthi/server/records/record-kind";
import { makeRegister, type Reference } from "@phuenthi/server/records/register";

const files = import.meta.glob<{ kind: RecordKind }>("../../../server/src/records/*.record.ts", {
  eager: true,
});

export const register = makeRegister(Object.values(files).map(({ kind }) => kind));

/** The record that a condition of a kind names, and of what kind it is. @param field of the API's filter */
export const referenceOf = (collection: string, field: string): Reference | undefined =>
  register.byCollection(collection)?.references.find(({ filter }) => filter === field);
