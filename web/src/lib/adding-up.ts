// Parts as they are shown, to a decimal or two: what is shown adds up to what is shown of the whole.

/**
 * Rounds each part down, and gives the tenths (or hundredths) that are left over to those that lost the most.
 * @param whole what they are to make, as it is shown; of itself the sum of the parts
 * @param places after the point
 */
export function addingUp(
  parts: readonly number[],
  whole = parts.reduce((sum, part) => sum + part, 0),
  places: 1 | 2 = 1,
): number[] {
  const steps = 10 ** places;
  // sums of weights are a hair off in binary: 0.3 × 10 is 3.0000000000000004
  const scaled = parts.map((part) => Number((part * steps).toFixed(6)));
  const down = scaled.map(Math.floor);
  const left = Math.round(Number((whole * steps).toFixed(6))) - down.reduce((sum, part) => sum + part, 0);
  const order = scaled
    .map((part, at) => ({ at, lost: part - (down[at] ?? 0) }))
    .toSorted((a, b) => b.lost - a.lost || a.at - b.at);
  for (const { at } of order.slice(0, Math.max(left, 0))) down[at] = (down[at] ?? 0) + 1;
  return down.map((part) => part / steps);
}
