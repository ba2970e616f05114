// What a declaration must keep to beyond its types; the first thing that starts says it.
import { isPublic, ownConditions, type RecordKind } from "./record-kind.ts";

/**
 * @param files each kind with the name of its file, without endings
 * @throws Error naming every file that breaks a rule and how
 */
export function checkKinds(files: readonly { file: string; kind: RecordKind }[]): RecordKind[] {
  const byId = new Map(files.map(({ kind }) => [kind.id, kind]));
  const offences = files.flatMap(({ file, kind }) => {
    const said: string[] = [];
    if (kind.id.replaceAll("_", "-") !== file)
      said.push(`its id is ${kind.id}: call it ${kind.id.replaceAll("_", "-")}.record.ts`);
    if (kind.parent && !byId.has(kind.parent.kind)) said.push(`its parent ${kind.parent.kind} is no kind`);
    for (const affected of kind.affects ?? [])
      if (!byId.has(affected)) said.push(`affects ${affected}, which is no kind`);
    for (const [name, field] of Object.entries(kind.fields)) {
      if (field.ref && !byId.has(field.ref)) said.push(`${name} refers to ${field.ref}, which is no kind`);
      const ending = field.type === "references" ? "_ids" : "_id";
      if (field.ref && !name.endsWith(ending)) said.push(`${name} holds ids; its name ends with ${ending}`);
      if (field.isSensitive && (field.isSortable || field.isFilter || field.isComputed))
        said.push(`${name} is sensitive: order and filter would tell it`);
      if (field.isSmallCount && field.isFilter)
        said.push(`${name} is withheld when small: a filter would tell it`);
    }
    for (const lang of ["th", "en"] as const) {
      const labels = Object.values(kind.fields).map(({ label }) => label[lang]);
      const twice = labels.find((label, at) => labels.indexOf(label) !== at);
      if (twice) said.push(`two of its fields are called ${twice}: a table could not tell them apart`);
    }
    for (const name of [kind.period?.from, kind.period?.to])
      if (name && !kind.fields[name]) said.push(`its period names ${name}, which is no field`);
    if (kind.datedBy && !["date", "year"].includes(kind.fields[kind.datedBy]?.type ?? ""))
      said.push(`it is dated by ${kind.datedBy}, which is no field of days or years`);
    if (kind.datedBy && !kind.period)
      said.push("it is dated, but nothing says by when which record was there");
    if (kind.variant && !kind.fields[kind.variant]?.list)
      said.push(`its variant ${kind.variant} is no field of codes`);
    if (kind.title && !kind.fields[`${kind.title}_th`]) said.push(`its title ${kind.title}_th is no field`);
    const beside = files.filter((other) => kind.tab && other.kind.tab && other.kind !== kind);
    for (const other of beside)
      for (const { name } of ownConditions(kind))
        if (ownConditions(other.kind).some((one) => one.name === name))
          said.push(
            `its condition ${name} is also one of ${other.kind.id}: a link tells those of tabs by name alone`,
          );
    const isClosed = (id = "") => byId.has(id) && !isPublic(byId.get(id) as RecordKind);
    if (isPublic(kind)) {
      if (isClosed(kind.parent?.kind)) said.push("anybody may see it, but not what it is a part of");
      for (const [name, { ref }] of Object.entries(kind.fields))
        if (isClosed(ref)) said.push(`anybody may see it, but not the ${ref} that ${name} names`);
    }
    return said.map((offence) => `server/src/records/${file}.record.ts: ${offence}`);
  });
  if (offences.length > 0) throw new Error(offences.join("\n"));
  return files.map(({ kind }) => kind);
}
