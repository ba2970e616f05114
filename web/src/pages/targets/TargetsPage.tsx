import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { updateUrl, useUrl } from "../../address/use-url.ts";
import { useAreas, usePlaces } from "../../data/use-areas.ts";
import { LinkNotices } from "../../features/notices/LinkNotices.tsx";
import { SampleNotice } from "../../features/notices/SampleNotice.tsx";
import { fullName } from "../../lib/area-name.ts";
import { byStrategicIssue } from "../../lib/strategic-issues.ts";
import { Select } from "../../ui/Field.tsx";
import { Failure, Skeleton } from "../../ui/States.tsx";
import { useOverview } from "../../view/use-overview.ts";
import { useDateTexts } from "../../words/use-date-texts.ts";
import { useFailure } from "../../words/use-failure.ts";
import { PageFrame } from "../PageFrame.tsx";
import { YearSelect } from "../YearSelect.tsx";
import { TargetCard } from "./TargetCard.tsx";
import styles from "./TargetsPage.module.css";
import { page } from "./targets.page.tsx";

export default function TargetsPage() {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const dates = useDateTexts();
  const failure = useFailure();
  const url = useUrl();
  const place = url.selection?.type === "area" ? url.selection.id : "TH";
  const overview = useOverview(place);
  const { years, year, pairs, error } = overview;

  const groups = byStrategicIssue(pairs, ([, indicator]) => indicator);
  const cards = ({ items }: (typeof groups)[number], heading: "h3" | "h4") => (
    <div className={styles.cards}>
      {items.map(({ item: [item, indicator], toward }) => (
        <TargetCard key={item.indicator} {...{ item, indicator, place, toward, heading }} />
      ))}
    </div>
  );
  return (
    <PageFrame>
      <LinkNotices years={years} year={year} />
      <div className={styles.head}>
        <h1>{page.title[language]}</h1>
        <p>{t({ id: "targets.intro" })}</p>
      </div>
      <div className={styles.choices}>
        <PlaceSelect place={place} />
        {year !== null && <YearSelect year={year} years={years} />}
      </div>
      <SampleNotice figures={overview.data?.sample_records} isOfRecords={false} />
      {error && pairs.length === 0 ? (
        <Failure title={t({ id: "targets.failed" })} {...failure(error, overview.refetch)} />
      ) : pairs.length === 0 ? (
        <Skeleton lines={12} label={t({ id: "state.loading" })} />
      ) : (
        <div aria-busy={overview.isPlaceholderData} className={styles.lists}>
          <section aria-label={t({ id: "targets.strategy" })}>
            <h2>{t({ id: "targets.strategy" })}</h2>
            {groups.map(
              (group) =>
                group.issue && (
                  <div key={group.issue.number} className={styles.issue}>
                    <h3>
                      {t(
                        { id: "targets.issue" },
                        { number: group.issue.number, issue: group.issue.text[language] },
                      )}
                    </h3>
                    {cards(group, "h4")}
                  </div>
                ),
            )}
          </section>
          <section aria-label={t({ id: "targets.context" })}>
            <h2>{t({ id: "targets.context" })}</h2>
            {groups.filter(({ issue }) => issue === null).map((group) => cards(group, "h3"))}
          </section>
          {overview.data && (
            <p className={styles.asOf}>
              {dates.register(overview.data)} ·{" "}
              {t({ id: "targets.boundary" }, { version: overview.data.boundary_version })} ·{" "}
              {t({ id: "targets.count" }, { count: pairs.length })}
            </p>
          )}
        </div>
      )}
    </PageFrame>
  );
}

/** The country, its regions, its provinces. */
function PlaceSelect({ place }: { place: string }) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const regions = usePlaces(true).data?.regions ?? [];
  const areas = useAreas(true).data;
  const provinces = areas?.children.get("") ?? [];
  const options = [
    { value: "TH", text: t({ id: "country.name" }) },
    ...regions.map((region) => ({
      value: region.code,
      text: language === "th" ? `ภาค${region.name_th}` : `${region.name_en} region`,
    })),
    ...provinces.map((province) => ({ value: province.code, text: fullName(province, language) })),
  ];
  const known = areas?.byCode.get(place);
  if (!options.some(({ value }) => value === place)) {
    options.push({ value: place, text: known ? fullName(known, language) : place });
  }
  return (
    <Select
      label={t({ id: "targets.place" })}
      value={place}
      options={options}
      onChange={(code) => updateUrl({ selection: code === "TH" ? null : { type: "area", id: code } })}
    />
  );
}
