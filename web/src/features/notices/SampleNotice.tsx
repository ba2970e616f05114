// What on this page is not real, for as long as it is not: small, never closed, in the language of the page, on paper too.
import type { SampleRecords } from "@phuenthi/server/contract/vocabulary";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useIntl } from "react-intl";
import { usePageShown } from "../../address/use-url.ts";
import { healthQuery } from "../../data/queries.ts";
import { Icon } from "../../ui/Icon.tsx";
import styles from "./SampleNotice.module.css";

/** In the foot of every sheet of paper (ui/print.css), not on the first alone. */
const ON_SHEETS = "--sheet-notice";

/**
 * @param figures how much behind the figures shown is made up; left out: not known yet
 * @param isOfRecords whether the page shows records of the register beside figures
 */
export function SampleNotice({
  figures,
  isOfRecords = true,
}: {
  figures: SampleRecords | undefined;
  isOfRecords?: boolean;
}) {
  const { formatMessage: t } = useIntl();
  const { data } = useQuery(healthQuery);
  const isSampleBoundary = data?.boundary?.sample ?? false;
  const register = isOfRecords ? data?.sample_records : undefined;
  // figures and records that are made up alike are said once; figures that are real beside made-up records are said too
  const isAlike = figures === register || figures === undefined;
  const lines = [
    isSampleBoundary && t({ id: "sample.boundary" }),
    isAlike && register && register !== "none" && t({ id: `sample.page.${register}` }),
    !isAlike &&
      figures &&
      (register !== undefined || figures !== "none") &&
      t({ id: `sample.figures.${figures}` }),
    !isAlike && register && register !== "none" && t({ id: `sample.register.${register}` }),
  ].filter(Boolean);
  const isReal = !isSampleBoundary && (register ?? "none") === "none" && (figures ?? "none") === "none";
  const isAll = [register, figures].every((one) => one === undefined || one === "all");
  const sheet = !data || isReal ? "" : t({ id: isAll ? "sample.record" : "sample.sheet.some" });
  const isShown = usePageShown();
  useEffect(() => {
    if (!isShown) return;
    const { style } = document.documentElement;
    const before = style.getPropertyValue(ON_SHEETS);
    style.setProperty(ON_SHEETS, JSON.stringify(sheet));
    return () => style.setProperty(ON_SHEETS, before);
  }, [sheet, isShown]);
  if (!data || isReal) return null;
  return (
    <aside className={`floating ${styles.sample}`} aria-label={t({ id: "sample.title" })}>
      <Icon name="info" size={15} />
      <span>{lines.join(" · ")}</span>
    </aside>
  );
}
