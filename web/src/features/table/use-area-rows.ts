// The lines of the table of areas: each code of the answer by its name, with what is known of it.
import { useMemo } from "react";
import { useAreas, usePlaces } from "../../data/use-areas.ts";
import { pathOf } from "../../lib/area-index.ts";
import { bareName, fullName } from "../../lib/area-name.ts";
import { namedPlace, partsOfPlaces } from "../../lib/named-place.ts";
import { compareNumbers, compareText } from "../../lib/thai-sort.ts";
import { useCoverage, useView } from "../../view/use-view.ts";

export type AreaRow = {
  code: string;
  name: string;
  above: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  withheld: number | undefined;
  ratio: number | null;
  target: number | null;
  isNotApplicable: boolean;
};

/** @returns null until names and figures are here */
export function useAreaRows(): AreaRow[] | null {
  const { level: shownLevel, language } = useView();
  const isMade = shownLevel === "region" || shownLevel === "local_authority";
  const places = usePlaces(isMade).data;
  const { data } = useCoverage();
  const areas = useAreas(true).data;
  return useMemo(() => {
    if (!data || !areas || (isMade && !places)) return null;
    const notApplicable = new Set(data.not_applicable);
    const partsOf = places && isMade ? partsOfPlaces(places) : null;
    return data.codes.flatMap((code, i) => {
      const area = areas.byCode.get(code);
      const name =
        places && isMade ? namedPlace(places, code)?.name[language] : area && fullName(area, language);
      const parts = partsOf?.get(code) ?? [code];
      if (!name) return [];
      // an authority lies where its first tambon does
      const path = pathOf(areas, parts[0] ?? "").slice(0, shownLevel === "local_authority" ? 2 : -1);
      return {
        code,
        name,
        above: path
          .toReversed()
          .map((one) => bareName(one, language))
          .join(" › "),
        value: data.values[i] ?? null,
        numerator: data.numerators[i] ?? null,
        denominator: data.denominators[i] ?? null,
        withheld: data.withheld[code],
        ratio: data.ratios[i] ?? null,
        target: data.targets[i] ?? null,
        isNotApplicable: notApplicable.has(code),
      };
    });
  }, [data, areas, language, places, isMade, shownLevel]);
}

export function comparingAreas(id: string, descending: boolean, language: "th" | "en") {
  const turn = descending ? -1 : 1;
  return (a: AreaRow, b: AreaRow): number => {
    const byName = () => compareText(a.name, b.name, language);
    if (id === "value" || id === "numerator" || id === "denominator" || id === "ratio" || id === "target") {
      return compareNumbers(a[id], b[id], descending) || byName();
    }
    if (id === "above") return compareText(a.above, b.above, language) * turn || byName();
    return byName() * turn;
  };
}
