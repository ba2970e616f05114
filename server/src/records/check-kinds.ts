// What a declaration must keep to beyond its types; the first thing that starts says it.
import { isPublic, type RecordKind } from "./record-kind.ts";

/**
 * @param files each kind with the name of its file, without endings
 * @throws Error naming every file that breaks a rule and how
 */
export function checkKinds(files: readonly { file: string; kind: RecordKind }[]): RecordKind[] {
  const ids = new Set(files.map(({ kind }) => kind.id));
  const offences = files.flatMap(({ file, kind }) => {
    const said: string[] = [];
    if (kind.id.replaceAll("_", "-") !== file) said.push(`its id is ${kind.id}; file name and id must agree`);
    if (kind.parent && !ids.has(kind.parent.kind)) said.push(`its parent ${kind.parent.kind} is no kind`);
    for (const affected of kind.affects)
      if (!ids.has(affected)) said.push(`affects ${affected}, which is no kind`);
    for (const [name, field] of Object.entries(kind.fields)) {
      if (field.ref && !ids.has(field.ref)) said.push(`${name} refers to ${field.ref}, which is no kind`);
      if (field.isSensitive && (field.isSortable || field.isFilter || field.isComputed))
        said.push(`${name} is sensitive: order and filter would tell it`);
      if (field.isSmallCount && field.isFilter)
        said.push(`${name} is withheld when small: a filter would tell it`);
    }
    for (const name of [kind.period?.from, kind.period?.to])
      if (name && !kind.fields[name]) said.push(`its period names ${name}, which is no field`);
    if (kind.title && !kind.fields[`${kind.title}_th`]) said.push(`its title ${kind.title}_th is no field`);
    const whole = files.find(({ kind: other }) => other.id === kind.parent?.kind)?.kind;
    if (isPublic(kind) && whole && !isPublic(whole))
      said.push("anybody may see it, but not what it is a part of");
    return said.map((offence) => `server/src/records/${file}.record.ts: ${offence}`);
  });
  if (offences.length > 0) throw new Error(offences.join("\n"));
  return files.map(({ kind }) => kind);
}
