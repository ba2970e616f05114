// One record of any kind: what its declaration tells of it, what it points to and what points to it. A kind that has more to
// show has a file <kind>.extra.tsx beside this one.
import { useQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { recordQuery } from "../../data/queries.ts";
import { dateText } from "../../lib/fiscal-year.ts";
import { register } from "../../lib/kinds.ts";
import { langOf } from "../../lib/lang-of.ts";
import { placeOfItem, type RecordDetail, titleOfItem } from "../../lib/record-item.ts";
import { Button } from "../../ui/Button.tsx";
import { CardFrame } from "../../ui/CardFrame.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { Failure, Skeleton } from "../../ui/States.tsx";
import { useGoTo } from "../../view/use-go-to.ts";
import { useFailure } from "../../words/use-failure.ts";
import { useRecordTexts } from "../../words/use-record-texts.ts";
import { extraOf } from "./extras.ts";
import { LongText } from "./LongText.tsx";
import { RecordLinks } from "./RecordLinks.tsx";
import { RelatedRecords } from "./RelatedRecords.tsx";
import { SampleMark } from "./SampleMark.tsx";

/** @param kind id of the kind */
export function RecordCard({ kind: kindId, id }: { kind: string; id: string }) {
  const kind = register.byId(kindId);
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const failure = useFailure();
  const goTo = useGoTo();
  const texts = useRecordTexts(kind);
  const { data, error, refetch } = useQuery(recordQuery<RecordDetail>(kindId, id));
  if (!data) {
    if (!error) return <Skeleton lines={6} label={t({ id: "state.loading" })} />;
    const title = t({ id: "record.failed" }, { kind: kind.one[language] });
    return <Failure title={title} {...failure(error, refetch)} />;
  }
  const none = t({ id: "value.none" });
  const place = placeOfItem(data);
  const placeText = texts.place(data);
  const title = texts.title(data);
  const { Below, isHidden } = extraOf(kindId);
  const titleFields = [`${kind.title}_th`, `${kind.title}_en`];
  const told = Object.entries(kind.fields).filter(([name, { isSensitive, ref, shownIn = ["card"] }]) => {
    const isTold = !isSensitive && !ref && shownIn.includes("card") && !titleFields.includes(name);
    return isTold && name !== kind.variant && !isHidden?.(name, data);
  });
  const isLong = ([name, { type }]: (typeof told)[number]) => type === "long_text" && Boolean(data[name]);
  const facts = told
    .filter((field) => !isLong(field))
    .map(([name]): [string, string] => [texts.label(name, data), texts.withUnit(name, data, none)]);
  const links = kind.references.flatMap(({ column, named, kind: to, field }) => {
    const target = register.byId(to.id);
    // one, many or nobody
    const records = [data[named] ?? []].flat() as Record<string, unknown>[];
    if (records.length === 0) return [];
    return [
      {
        title: (field?.label ?? to.one)[language],
        links: records.map((record) => ({
          id: String(record.id),
          title: titleOfItem(to, record, language) ?? target.one[language],
          onChoose: () => goTo.record(target, String(record.id)),
        })),
        key: column,
      },
    ];
  });
  return (
    <CardFrame
      kind={
        <>
          {kind.variant ? texts.value(kind.variant, data, none) : kind.one[language]}
          {data.sample && <SampleMark />}
        </>
      }
      title={title}
      lang={langOf(title)}
      under={placeText ?? t({ id: "record.country" })}
    >
      {place && (
        <Button icon="card" onClick={() => goTo.area(place)}>
          {t({ id: "record.area" })}
        </Button>
      )}
      <Facts
        facts={[
          ...facts,
          ...(data.ended_on
            ? [[t({ id: "record.ended" }), dateText(data.ended_on, language)] as [string, string]]
            : []),
          ...(data.end_reason ? [[t({ id: "record.ended.why" }), data.end_reason] as [string, string]] : []),
          ...(data.position
            ? [
                [
                  t({ id: "record.position" }),
                  `${data.position[1].toFixed(5)}, ${data.position[0].toFixed(5)}`,
                ] as [string, string],
              ]
            : []),
          [t({ id: "record.updated" }), dateText(data.updated_at, language)],
        ]}
      />
      {told.filter(isLong).map(([name]) => (
        <LongText key={name} title={texts.label(name, data)} text={String(data[name])} />
      ))}
      {links.map(({ key, ...list }) => (
        <RecordLinks key={key} {...list} />
      ))}
      {Below && <Below item={data} />}
      {kind.referredBy
        .filter(
          ({ kind: from }) => (data.related[from.collection] ?? 0) > 0 && !isHidden?.(from.collection, data),
        )
        .map(({ kind: from, filter }) => (
          <RelatedRecords key={`${from.id} ${filter}`} kind={from.id} filter={filter} id={id} />
        ))}
    </CardFrame>
  );
}
