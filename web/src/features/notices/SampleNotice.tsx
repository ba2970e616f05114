// What on this page is not real, for as long as it is not: small, never closed, in the language of the page, on paper too.
import type { SampleRecords } from "@phuenthi/server/contract/filter";
import { useQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { healthQuery } from "../../queries.ts";
import { Icon } from "../../ui/Icon.tsx";
import styles from "./Notices.module.css";

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
  if (!data || isReal) return null;
  return (
    <aside className={styles.sample} aria-label={t({ id: "sample.title" })}>
      <Icon name="info" size={15} />
      <span>{lines.join(" · ")}</span>
    </aside>
  );
}
