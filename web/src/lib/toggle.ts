import { withoutCovered } from "./url-state.ts";

export function toggle<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((one) => one !== item) : [...list, item];
}

/**
 * Ticks or unticks an area. Ticking takes in what was ticked below it; unticking a part of a ticked area leaves the
 * other parts ticked.
 * @param childrenOf codes one level below an area
 */
export function toggleArea(
  chosen: readonly string[],
  code: string,
  childrenOf: (code: string) => readonly string[],
): string[] {
  if (chosen.includes(code)) return chosen.filter((one) => one !== code);
  const above = chosen.find((one) => code.startsWith(one));
  if (above === undefined) return withoutCovered([...chosen, code]);
  const siblings: string[] = [];
  for (let parent = above; parent.length < code.length; parent = code.slice(0, parent.length + 2)) {
    siblings.push(...childrenOf(parent).filter((child) => !code.startsWith(child)));
  }
  return [...chosen.filter((one) => one !== above), ...siblings];
}
