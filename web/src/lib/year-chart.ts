// A chart of years toward a target, as numbers for an SVG: pure, so that it can be tested. Pixels, y downward.

export type YearChartInput = {
  /** what was reached by the end of each year; null: nothing known */
  series: readonly { fiscal_year: number; value: number | null }[];
  /** what should be reached by the end of a year */
  milestones: readonly { fiscal_year: number; value: number }[];
  /** where the last years' pace leads; low and high null without an interval */
  expected: { fiscal_year: number; value: number; low: number | null; high: number | null } | null;
};

type Spot = { fiscal_year: number; value: number; x: number; y: number };

export type YearChart = {
  years: { fiscal_year: number; x: number }[];
  /** values of the grid's lines, from zero up */
  grid: { value: number; y: number }[];
  reached: Spot[];
  /** stretches of known years in a row, as points of polylines */
  lines: string[];
  milestones: Spot[];
  milestoneLine: string;
  /** from the last year known to the one expected */
  forecast: { line: string; band: string | null; end: Spot } | null;
};

const STEPS = [1, 2, 2.5, 5, 10];

/** The smallest round step that covers `most` in at most `lines` steps. */
export function roundStep(most: number, lines: number): number {
  if (most <= 0) return 1;
  const raw = most / lines;
  const power = 10 ** Math.floor(Math.log10(raw));
  return power * (STEPS.find((step) => step * power >= raw - 1e-9) ?? 10);
}

/** @param box the plot itself, without room for labels */
export function yearChart(
  { series, milestones, expected }: YearChartInput,
  box: { width: number; height: number },
): YearChart {
  const all = [
    ...series.map((point) => point.fiscal_year),
    ...milestones.map((point) => point.fiscal_year),
    ...(expected ? [expected.fiscal_year] : []),
  ];
  const first = Math.min(...all);
  const last = Math.max(...all);
  const most = Math.max(
    0,
    ...series.map((point) => point.value ?? 0),
    ...milestones.map((point) => point.value),
    expected?.high ?? expected?.value ?? 0,
  );
  const step = roundStep(most, 4);
  const top = Math.max(step, Math.ceil(most / step - 1e-9) * step);
  const round = (pixels: number) => Math.round(pixels * 10) / 10;
  const x = (year: number) =>
    round(last > first ? ((year - first) * box.width) / (last - first) : box.width / 2);
  const y = (value: number) => round(box.height * (1 - value / top));
  const spot = ({ fiscal_year, value }: { fiscal_year: number; value: number }): Spot => ({
    fiscal_year,
    value,
    x: x(fiscal_year),
    y: y(value),
  });
  const text = (spots: readonly { x: number; y: number }[]) =>
    spots.map((one) => `${one.x},${one.y}`).join(" ");

  const lines: Spot[][] = [];
  let isOpen = false;
  for (const { fiscal_year, value } of series) {
    if (value !== null) {
      if (!isOpen) lines.push([]);
      lines.at(-1)?.push(spot({ fiscal_year, value }));
    }
    isOpen = value !== null;
  }
  const reached = lines.flat();
  const from = reached.at(-1);
  const wanted = milestones.toSorted((a, b) => a.fiscal_year - b.fiscal_year).map(spot);
  return {
    years: Array.from({ length: last - first + 1 }, (_, i) => ({
      fiscal_year: first + i,
      x: x(first + i),
    })),
    grid: Array.from({ length: Math.round(top / step) + 1 }, (_, i) => ({ value: i * step, y: y(i * step) })),
    reached,
    lines: lines.map(text),
    milestones: wanted,
    milestoneLine: text(wanted),
    forecast:
      expected && from
        ? {
            line: text([from, spot(expected)]),
            band:
              expected.low === null || expected.high === null
                ? null
                : text([
                    from,
                    { x: x(expected.fiscal_year), y: y(expected.high) },
                    { x: x(expected.fiscal_year), y: y(expected.low) },
                  ]),
            end: spot(expected),
          }
        : null,
  };
}
