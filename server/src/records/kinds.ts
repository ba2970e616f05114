// All kinds of records, found by the names of their files.
import { loadByName } from "../common/found-by-name.ts";
import { checkKinds } from "./check-kinds.ts";
import type { RecordKind } from "./record-kind.ts";
import { makeRegister } from "./register.ts";

const files = await loadByName<{ kind: RecordKind }>(import.meta.dirname, "record");

export const register = makeRegister(checkKinds([...files].map(([file, { kind }]) => ({ file, kind }))));
