// The kinds of records as the server declares them: their files are found by name here too.
import type { RecordKind } from "@phuenthi/server/records/record-kind";
import { makeRegister } from "@phuenthi/server/records/register";

const files = import.meta.glob<{ kind: RecordKind }>("../../../server/src/records/*.record.ts", {
  eager: true,
});

export const register = makeRegister(Object.values(files).map(({ kind }) => kind));
