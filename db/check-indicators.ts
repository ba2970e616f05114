// What declarations of indicators must keep to among each other; the migration says it.
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";

/** @throws Error naming every file that breaks a rule and how */
export function checkIndicators(declared: readonly IndicatorDeclaration[]): void {
  const byId = new Map(declared.map((one) => [one.id, one]));
  const offences = declared.flatMap((one) => {
    if (one.adds_to === null) return [];
    const base = byId.get(one.adds_to);
    if (!base) return [`${one.id}: adds to ${one.adds_to}, which is no indicator`];
    const said: string[] = [];
    // what one withholds, the difference to the other would tell
    if (!one.sensitive || !base.sensitive) said.push("withhold small figures");
    const differ = (["counted_by", "kind", "levels", "fiscal_years", "dataset"] as const).filter(
      (name) => String(one[name]) !== String(base[name]),
    );
    if (differ.length > 0) said.push(`have the same ${differ.join(", ")}`);
    if (lineOf(one, byId).length > declared.length) said.push("not add to each other");
    return said.map((rule) => `${one.id} and ${base.id}, which it adds to, must ${rule}`);
  });
  if (offences.length > 0) throw new Error(offences.join("\n"));
}

/** The indicator and all that it adds to; in a circle one more than there are. */
function lineOf(one: IndicatorDeclaration, byId: ReadonlyMap<string, IndicatorDeclaration>): string[] {
  const line: string[] = [];
  for (
    let at: IndicatorDeclaration | undefined = one;
    at && line.length <= byId.size;
    at = byId.get(at.adds_to ?? "")
  )
    line.push(at.id);
  return line;
}
