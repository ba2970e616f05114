type Explained = { reason: string; reason_text: { th: string; en: string } };

/** One group per reason, the largest first; areas keep their order. */
export function groupByReason<T extends Explained>(
  areas: readonly T[],
): { reason: string; text: { th: string; en: string }; areas: T[] }[] {
  const groups = new Map<string, { reason: string; text: { th: string; en: string }; areas: T[] }>();
  for (const area of areas) {
    // a reason told for one area alone has words of its own
    const key = `${area.reason} ${area.reason_text.th}`;
    const group = groups.get(key);
    if (group) group.areas.push(area);
    else groups.set(key, { reason: key, text: area.reason_text, areas: [area] });
  }
  return [...groups.values()].sort((a, b) => b.areas.length - a.areas.length);
}
