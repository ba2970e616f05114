// What the link asked for that is not there, and what is shown instead. The address is put right at once.
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { useEffect, useState } from "react";
import { useIntl } from "react-intl";
import { type LinkNotice, maplessOf, yearNotice } from "../../address/link-notices.ts";
import { useLanguage } from "../../address/use-language.ts";
import { updateUrl, useLinkYear, usePageShown, useUrl } from "../../address/use-url.ts";
import { fiscalYearText } from "../../lib/fiscal-year.ts";
import { Message } from "./Message.tsx";

/**
 * @param years those there are figures of; empty until they are known
 * @param year the one on the screen
 * @param map the indicators there are and the one on the screen, where the link names one
 */
export function LinkNotices({
  years,
  year,
  map,
}: {
  years: readonly number[];
  year: number | null;
  map?: { indicators: readonly IndicatorDeclaration[]; shown: IndicatorDeclaration | undefined };
}) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const url = useUrl();
  const [asked, seen] = useLinkYear();
  const isShown = usePageShown();
  const [notices, setNotices] = useState<LinkNotice[]>([]);

  const all = map?.indicators ?? [];
  const isThere = (id: string) => all.length === 0 || all.some((one) => one.id === id);
  const lost = url.indicator !== null && !isThere(url.indicator) ? url.indicator : null;
  const { compare } = url;
  const lostBeside = compare && !isThere(compare.indicator) ? compare.indicator : null;
  const beside = all.find(({ id }) => id === compare?.indicator);
  const yearsBeside = beside?.fiscal_years;
  const mapless = compare ? maplessOf([map?.shown, beside]) : null;
  const maplessTitle = mapless?.short_title[language] ?? null;
  const isKnown = years.length > 0 && year !== null;
  const wantedYear = asked ?? (url.fiscalYear === null ? null : String(url.fiscalYear));

  useEffect(() => {
    if (!isKnown || !isShown) return;
    const wrongYear = wantedYear === null ? null : yearNotice(wantedYear, years, year);
    const wrongBeside =
      compare && yearsBeside && maplessTitle === null
        ? yearNotice(String(compare.fiscalYear), yearsBeside, Math.max(...yearsBeside))
        : null;
    const found: LinkNotice[] = [
      ...(wrongYear ? [wrongYear] : []),
      ...(wrongBeside ? [wrongBeside] : []),
      ...(lost ? [{ kind: "indicator", asked: lost } as const] : []),
      ...(lostBeside ? [{ kind: "compare", asked: lostBeside } as const] : []),
      ...(maplessTitle === null ? [] : [{ kind: "compare_mapless", asked: maplessTitle } as const]),
    ];
    seen();
    if (found.length === 0) return;
    setNotices(found);
    updateUrl(
      {
        ...(wrongYear && { fiscalYear: wrongYear.kind === "buddhist_year" ? wrongYear.shown : null }),
        ...(lost && { indicator: null }),
        ...((lostBeside || maplessTitle !== null) && { compare: null }),
        ...(compare && wrongBeside && { compare: { ...compare, fiscalYear: wrongBeside.shown } }),
      },
      "replace",
    );
  }, [isKnown, isShown, wantedYear, years, year, lost, lostBeside, maplessTitle, compare, yearsBeside, seen]);

  if (notices.length === 0) return null;
  const text = (notice: LinkNotice) => {
    if (notice.kind === "buddhist_year") return t({ id: "link.buddhist_year" }, notice);
    if (notice.kind === "year") {
      const number = Number(notice.asked);
      const isYear = notice.asked.trim() !== "" && number >= 1000 && number < 2500;
      return t(
        { id: "link.year" },
        {
          asked: isYear ? fiscalYearText(number, language) : `“${notice.asked}”`,
          shown: fiscalYearText(notice.shown, language),
        },
      );
    }
    return t(
      { id: `link.${notice.kind}` },
      { asked: `“${notice.asked}”`, shown: map?.shown?.short_title[language] ?? "" },
    );
  };
  return <Message text={notices.map(text).join(" ")} onClose={() => setNotices([])} />;
}
