import { covers, noRegions, type Regions, withoutCovered } from "./covers.ts";

export function toggle<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((one) => one !== item) : [...list, item];
}

/**
 * Ticks or unticks a place. Ticking takes in what was ticked below it; unticking a part of a ticked place leaves the
 * other parts ticked.
 * @param childrenOf codes one level below a place
 */
export function toggleArea(
  chosen: readonly string[],
  code: string,
  childrenOf: (code: string) => readonly string[],
  regions: Regions = noRegions,
): string[] {
  if (chosen.includes(code)) return chosen.filter((one) => one !== code);
  const above = chosen.find((one) => covers(one, code, regions));
  if (above === undefined) return withoutCovered([...chosen, code], regions);
  const siblings: string[] = [];
  let parent: string | undefined = above;
  while (parent !== undefined && parent !== code) {
    const children = childrenOf(parent);
    const onTheWay: string | undefined = children.find((child) => covers(child, code));
    siblings.push(...children.filter((child) => child !== onTheWay));
    parent = onTheWay;
  }
  return [...chosen.filter((one) => one !== above), ...siblings];
}
