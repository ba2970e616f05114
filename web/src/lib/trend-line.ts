// A small chart of a yearly series as points of an SVG: pure, so that it can be tested.

export type TrendPoint = { fiscal_year: number; value: number | null };

/**
 * Places the series in a box, from zero up; a goal keeps its height in the same scale.
 * @returns polyline texts (one per stretch without a gap), the last point, and the goal's height; null where there is none
 */
export function trendLine(
  series: readonly TrendPoint[],
  goal: number | null,
  box: { width: number; height: number },
): { lines: string[]; last: { x: number; y: number } | null; goalY: number | null } {
  const most = Math.max(goal ?? 0, ...series.map((point) => point.value ?? 0));
  const x = (index: number) =>
    series.length > 1 ? (index * box.width) / (series.length - 1) : box.width / 2;
  const y = (value: number) => (most > 0 ? box.height * (1 - value / most) : box.height);
  const round = (value: number) => Math.round(value * 10) / 10;
  const lines: string[][] = [];
  let last: { x: number; y: number } | null = null;
  let isOpen = false;
  series.forEach((point, index) => {
    if (point.value === null) {
      isOpen = false;
      return;
    }
    last = { x: round(x(index)), y: round(y(point.value)) };
    if (!isOpen) lines.push([]);
    isOpen = true;
    lines.at(-1)?.push(`${last.x},${last.y}`);
  });
  return { lines: lines.map((line) => line.join(" ")), last, goalY: goal === null ? null : round(y(goal)) };
}
