// Values → classes of the legend → colour slots of the map. Slots are the same for every indicator, so that the
// map's paint never changes: 0 is zero, 1–8 the ramp from little to much, then "no data", "not applicable" and "withheld".

export type ClassScale = { measure: "ratio" | "value"; breaks: readonly number[] };

/** Not shown: the land's colour. */
export const NO_SLOT = -1;
const ZERO_SLOT = 0;
export const RAMP_SLOTS = 8;
export const NO_DATA_SLOT = 9;
export const NOT_APPLICABLE_SLOT = 10;
export const WITHHELD_SLOT = 11;

/** One line of the legend. Classes are 0, then (0, b1], (b1, b2], …, > last. */
export type LegendClass =
  | { kind: "zero"; slot: number }
  | { kind: "range"; slot: number; over: number; upTo: number | null }
  | { kind: "withheld"; slot: number }
  | { kind: "no_data"; slot: number }
  | { kind: "not_applicable"; slot: number };

/** 0 for zero, 1 for (0, b1], … breaks.length + 1 for everything over the last break. */
export function classOfValue(breaks: readonly number[], value: number): number {
  if (value <= 0) return 0;
  let index = 1;
  for (const upper of breaks) {
    if (value <= upper) break;
    index += 1;
  }
  return index;
}

/** Spreads the classes above zero over the ramp; a single class takes a strong colour. */
export function slotOfClass(classIndex: number, classCount: number): number {
  if (classIndex <= 0) return ZERO_SLOT;
  if (classCount <= 1) return 6;
  return Math.round(1 + ((classIndex - 1) * (RAMP_SLOTS - 1)) / (classCount - 1));
}

/** What an area is classed by; `isWithheld`: it has small figures that are in no number here. */
export type Classed = {
  value: number | null;
  ratio: number | null;
  notApplicable: boolean;
  isWithheld: boolean;
};

export function slotOf(scale: ClassScale, area: Classed): number {
  if (area.notApplicable) return NOT_APPLICABLE_SLOT;
  const number = scale.measure === "value" ? area.value : area.ratio;
  if (number === null) return area.isWithheld ? WITHHELD_SLOT : NO_DATA_SLOT;
  return slotOfClass(classOfValue(scale.breaks, number), scale.breaks.length + 1);
}

/** The slot of each code of an answer, in its order. */
export function slotsOf(
  scale: ClassScale,
  answer: {
    codes: readonly string[];
    values: readonly (number | null)[];
    ratios: readonly (number | null)[];
    not_applicable: readonly string[];
    withheld: Readonly<Record<string, number>>;
  },
): number[] {
  const notApplicable = new Set(answer.not_applicable);
  return answer.codes.map((code, i) =>
    slotOf(scale, {
      value: answer.values[i] ?? null,
      ratio: answer.ratios[i] ?? null,
      notApplicable: notApplicable.has(code),
      isWithheld: code in answer.withheld,
    }),
  );
}

/** Whether most areas with a result show none of it: then a map by this level says next to nothing. */
export function isMostlyWithheld(answer: {
  codes: readonly string[];
  values: readonly (number | null)[];
  withheld: Readonly<Record<string, number>>;
}): boolean {
  let told = 0;
  let hidden = 0;
  answer.codes.forEach((code, i) => {
    const value = answer.values[i] ?? null;
    if (value === null && code in answer.withheld) hidden += 1;
    else if (value !== null && value > 0) told += 1;
  });
  return hidden > told;
}

/** The legend's lines, least first, with those that are no numbers at the end. @param mayWithhold of a sensitive figure */
export function legendClasses(scale: ClassScale, mayWithhold = false): LegendClass[] {
  const count = scale.breaks.length + 1;
  const ranges = Array.from(
    { length: count },
    (_, i): LegendClass => ({
      kind: "range",
      slot: slotOfClass(i + 1, count),
      over: scale.breaks[i - 1] ?? 0,
      upTo: scale.breaks[i] ?? null,
    }),
  );
  return [
    { kind: "zero", slot: ZERO_SLOT },
    ...ranges,
    ...(mayWithhold ? [{ kind: "withheld" as const, slot: WITHHELD_SLOT }] : []),
    { kind: "no_data", slot: NO_DATA_SLOT },
    { kind: "not_applicable", slot: NOT_APPLICABLE_SLOT },
  ];
}
