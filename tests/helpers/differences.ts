// What a stranger has who subtracts figures from each other: of two years, of a place and those in it. What is small in it was withheld.

/** code → figure of each year, as the API says it. */
export type Figures = Map<string, number[]>;

export const isSmall = (amount: number) => Math.abs(amount) >= 0.5 && Math.abs(amount) < 4.5;

/** Every figure of a series and every difference of two of its years. */
function* amountsOf(series: number[]): Iterable<number> {
  for (let i = 0; i < series.length; i += 1) {
    yield series[i] as number;
    for (let j = 0; j < i; j += 1) yield (series[i] as number) - (series[j] as number);
  }
}

export const smallIn = (series: number[]) => [...amountsOf(series)].filter(isSmall);

/** What a place has beyond the places inside it, year by year. */
export function beyond(parent: number[], children: number[][]): number[] {
  return parent.map((value, year) => children.reduce((left, child) => left - (child[year] as number), value));
}

const prefixOf: Record<string, (code: string) => string> = {
  district: (code) => code.slice(0, 2),
  tambon: (code) => code.slice(0, 4),
};

/** What places have beyond those in them, by their codes. */
export function beyondParts(above: Figures | undefined, below: Figures | undefined, level: string): Figures {
  const children = new Map<string, number[][]>();
  for (const [code, series] of below ?? []) {
    const parent = prefixOf[level]?.(code) ?? "";
    children.set(parent, [...(children.get(parent) ?? []), series]);
  }
  return new Map(
    [...(above ?? [])].map(([code, series]) => [code, beyond(series, children.get(code) ?? [])] as const),
  );
}

export const smallInAny = (figures: Iterable<[string, number[]]>, amounts = smallIn) =>
  [...figures].flatMap(([code, series]) => amounts(series).map((amount) => `${code}: ${amount}`));
