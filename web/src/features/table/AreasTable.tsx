// Areas of one level with their coverage. All of them are in memory already, so sorting asks nobody.
import { useMemo } from "react";
import { useIntl } from "react-intl";
import { updateUrl } from "../../address/use-url.ts";
import { useAreas, usePlaces } from "../../data/use-areas.ts";
import { pathOf } from "../../lib/area-index.ts";
import { bareName, fullName } from "../../lib/area-name.ts";
import { namedPlace, partsOfPlaces } from "../../lib/named-place.ts";
import { countText, numberText } from "../../lib/number-text.ts";
import { ratioMeaning, ratioNumber } from "../../lib/ratio-words.ts";
import { stateId } from "../../lib/states.ts";
import { compareNumbers, compareText } from "../../lib/thai-sort.ts";
import { type Column, DataGrid } from "../../ui/DataGrid.tsx";
import { Empty, Failure, Skeleton } from "../../ui/States.tsx";
import { useGoTo } from "../../view/use-go-to.ts";
import { useCoverage, useView } from "../../view/use-view.ts";
import { useFailure } from "../../words/use-failure.ts";
import { useMaplessText } from "../../words/use-mapless-text.ts";
import { useAmountWords } from "../../words/use-value-text.ts";
import { parseSort, sortText } from "./sort-text.ts";
import { InPlaceOfLines, LineCount } from "./TableFrame.tsx";

type Row = {
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

export function AreasTable({ onChosen }: { onChosen: () => void }) {
  const { formatMessage: t } = useIntl();
  const failure = useFailure();
  const { url, indicator, level: shownLevel, language } = useView();
  const goTo = useGoTo();
  const maplessText = useMaplessText();
  const amountWords = useAmountWords();
  const isMade = shownLevel === "region" || shownLevel === "local_authority";
  const places = usePlaces(isMade).data;
  const { data, error, refetch } = useCoverage();
  const areas = useAreas(true).data;
  const sort = parseSort(url.sort ?? "name");

  const rows = useMemo<Row[]>(() => {
    if (!data || !areas || (isMade && !places)) return [];
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
  const sorted = useMemo(
    () => [...rows].sort(comparing(sort.id, sort.descending, language)),
    [rows, sort.id, sort.descending, language],
  );

  if (error && !data) {
    return (
      <InPlaceOfLines>
        <Failure title={t({ id: "coverage.failed" })} {...failure(error, refetch)} />
      </InPlaceOfLines>
    );
  }
  if (maplessText) {
    return (
      <InPlaceOfLines>
        <Empty>{maplessText}</Empty>
      </InPlaceOfLines>
    );
  }
  if (!data || !areas || !indicator || (isMade && !places)) {
    return (
      <InPlaceOfLines>
        <Skeleton lines={5} label={t({ id: "state.loading" })} />
      </InPlaceOfLines>
    );
  }

  const number = (value: number | null) => (value === null ? "–" : numberText(value, language));
  const isCoverage = indicator.kind === "coverage";
  const meaning = ratioMeaning(indicator);
  const columns: Column<Row>[] = [
    {
      id: "name",
      title: t({ id: `level.${shownLevel}` }),
      minWidth: 180,
      grow: 2,
      isSortable: true,
      cell: (row) => row.name,
    },
    ...(shownLevel === "province" || shownLevel === "region"
      ? []
      : [
          {
            id: "above",
            title: t({ id: "table.above" }),
            minWidth: 170,
            grow: 2,
            isSortable: true,
            cell: (row: Row) => row.above,
          },
        ]),
    {
      id: "value",
      title: t({ id: "table.value" }, { unit: indicator.unit[language] }),
      minWidth: indicator.sensitive ? 200 : 130,
      isNumber: true,
      isSortable: true,
      cell: (row) => {
        if (row.isNotApplicable) return t({ id: stateId(indicator, "not_applicable") });
        if (row.value === null && !row.withheld) return t({ id: stateId(indicator, "unknown") });
        const parts = (value: number) => countText(value, language, row.denominator ?? value);
        return amountWords(row.value, row.withheld, isCoverage ? parts : undefined);
      },
    },
    ...(meaning
      ? [
          {
            id: "ratio",
            title: indicator.ratio_unit?.[language] ?? t({ id: `table.ratio.${meaning}` }),
            minWidth: meaning === "share" ? 90 : 220,
            isNumber: true,
            isSortable: true,
            cell: (row: Row) => ratioNumber(indicator, row.ratio, language),
          },
          // of units the value itself is divided
          ...(isCoverage
            ? []
            : [
                {
                  id: "numerator",
                  title: t({ id: "table.numerator" }, { unit: indicator.unit[language] }),
                  minWidth: 110,
                  isNumber: true,
                  isSortable: true,
                  cell: (row: Row) => number(row.numerator),
                },
              ]),
          {
            id: "denominator",
            title: t(
              { id: "table.denominator" },
              { unit: (indicator.denominator?.unit ?? indicator.unit)[language] },
            ),
            minWidth: 140,
            isNumber: true,
            isSortable: true,
            cell: (row: Row) =>
              isCoverage && row.denominator !== null
                ? countText(row.denominator, language)
                : number(row.denominator),
          },
        ]
      : []),
    {
      id: "target",
      title: t({ id: "table.target" }),
      minWidth: 90,
      isNumber: true,
      isSortable: true,
      cell: (row) => number(row.target),
    },
  ];
  return (
    <>
      <LineCount>
        {t(
          { id: "table.count.areas" },
          { count: rows.length, level: t({ id: `profile.levels.${shownLevel}` }) },
        )}
      </LineCount>
      <DataGrid
        label={t({ id: "table.areas" })}
        columns={columns}
        rows={sorted}
        total={sorted.length}
        keyOf={(row) => row.code}
        selectedKey={url.selection?.type === "area" ? url.selection.id : null}
        sort={sort}
        onSort={(chosen) => updateUrl({ sort: sortText(chosen) }, "replace")}
        onChoose={(row) => {
          goTo.area(row.code);
          onChosen();
        }}
      />
    </>
  );
}

function comparing(id: string, descending: boolean, language: "th" | "en") {
  const turn = descending ? -1 : 1;
  return (a: Row, b: Row): number => {
    const byName = () => compareText(a.name, b.name, language);
    if (id === "value" || id === "numerator" || id === "denominator" || id === "ratio" || id === "target") {
      return compareNumbers(a[id], b[id], descending) || byName();
    }
    if (id === "above") return compareText(a.above, b.above, language) * turn || byName();
    return byName() * turn;
  };
}
