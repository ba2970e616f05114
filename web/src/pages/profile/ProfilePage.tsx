// Everything on record of one place, to read and to print on A4: head, indicators, records, learning, what is around, sources.
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { usePageTitle } from "../../address/use-page-title.ts";
import { profileQuery } from "../../data/queries.ts";
import { LinkNotices } from "../../features/notices/LinkNotices.tsx";
import { SampleNotice } from "../../features/notices/SampleNotice.tsx";
import { placeName } from "../../lib/place-name.ts";
import { Failure, Skeleton } from "../../ui/States.tsx";
import { useOverview } from "../../view/use-overview.ts";
import { useFailure } from "../../words/use-failure.ts";
import { PageFrame } from "../PageFrame.tsx";
import { Around } from "./Around.tsx";
import { ByKind } from "./ByKind.tsx";
import { Indicators } from "./Indicators.tsx";
import { Learning } from "./Learning.tsx";
import { Peers } from "./Peers.tsx";
import { ProfileHead } from "./ProfileHead.tsx";
import styles from "./ProfilePage.module.css";
import { Provenance } from "./Provenance.tsx";
import { page } from "./profile.page.tsx";
import { Records } from "./Records.tsx";
import { isPlaced } from "./Section.tsx";

/** @param place TH, a region, an area or a local authority */
export default function ProfilePage({ place }: { place: string }) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const failure = useFailure();
  const { years, year, error: undeclared, refetch: declareAgain } = useOverview(place);
  const profile = useQuery(profileQuery(place, year));
  const { data } = profile;
  // without the indicators nobody knows of which year
  const error = profile.error ?? (year === null ? undeclared : null);
  const refetch = () => Promise.all([declareAgain(), profile.refetch()]);
  const name = data ? placeName(data.place, language) : "";
  usePageTitle(name && `${name} · ${page.title[language]}`);
  useEffect(() => {
    const { style } = document.documentElement;
    if (name) style.setProperty("--sheet", JSON.stringify(name));
    return () => void style.removeProperty("--sheet");
  }, [name]);

  if (!data) {
    return (
      <PageFrame>
        {error ? (
          <Failure title={t({ id: "profile.failed" })} {...failure(error, refetch)} />
        ) : (
          <Skeleton lines={14} label={t({ id: "state.loading" })} />
        )}
      </PageFrame>
    );
  }
  return (
    <PageFrame place={place}>
      <LinkNotices years={years} year={year} />
      <ProfileHead profile={data} />
      <SampleNotice figures={data.sample_records} />
      {data.certainty === "unknown" && (
        <p className={styles.certainty}>
          {t({ id: isPlaced(data) ? "profile.certainty.part" : "profile.certainty.unplaced" })}
        </p>
      )}
      <Indicators place={data.place} />
      {data.place.level === "tambon" && <Peers code={data.place.code} />}
      <Records profile={data} />
      <Learning profile={data} />
      <ByKind profile={data} />
      <Around profile={data} />
      <Provenance profile={data} />
    </PageFrame>
  );
}
