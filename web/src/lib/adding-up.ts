// Parts as they are shown, to one decimal: what is shown adds up to what is shown of the whole.

const SHOWN = 10;

/**
 * Rounds each part down, and gives the tenths that are left over to those that lost the most.
 * @param whole what they are to make, as it is shown; of itself the sum of the parts
 */
export function addingUp(
  parts: readonly number[],
  whole = parts.reduce((sum, part) => sum + part, 0),
): number[] {
  // sums of weights are a hair off in binary: 0.3 × 10 is 3.0000000000000004
  const scaled = parts.map((part) => Number((part * SHOWN).toFixed(6)));
  const down = scaled.map(Math.floor);
  const left = Math.round(Number((whole * SHOWN).toFixed(6))) - down.reduce((sum, part) => sum + part, 0);
  const order = scaled
    .map((part, at) => ({ at, lost: part - (down[at] ?? 0) }))
    .toSorted((a, b) => b.lost - a.lost || a.at - b.at);
  for (const { at } of order.slice(0, Math.max(left, 0))) down[at] = (down[at] ?? 0) + 1;
  return down.map((part) => part / SHOWN);
}
