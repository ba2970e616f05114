// Records of a kind that name one of another: found by its name, or by the list on its card.
import type { Reference } from "@phuenthi/server/records/register";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useIntl } from "react-intl";
import { updateFilter } from "../../address/use-url.ts";
import { recordsQuery } from "../../data/queries.ts";
import { register } from "../../lib/kinds.ts";
import { numberText } from "../../lib/number-text.ts";
import type { RecordItem } from "../../lib/record-item.ts";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Failure } from "../../ui/States.tsx";
import { TitleList } from "../../ui/TitleList.tsx";
import { useView } from "../../view/use-view.ts";
import { useConditions } from "../../words/use-conditions.ts";
import { useFailure } from "../../words/use-failure.ts";
import { useRecordTexts } from "../../words/use-record-texts.ts";
import styles from "./ReferenceFilter.module.css";
import { useTyped } from "./use-typed.ts";

const FOUND = 6;

/** @param field of the page's filter */
export function ReferenceFilter({ reference, field }: { reference: Reference; field: string }) {
  const { formatMessage: t } = useIntl();
  const { filter, language } = useView();
  const label = (reference.field?.label ?? reference.kind.one)[language];
  const chosen = useConditions(filter).find((condition) => condition.field === field);
  // what has no title is chosen on its card
  if (!chosen && !reference.kind.title) return null;
  return (
    <fieldset className={styles.field}>
      <legend>{label}</legend>
      {chosen ? (
        <Button
          icon="close"
          aria-label={t({ id: "filter.remove" }, { name: chosen.text })}
          onClick={() => updateFilter(chosen.without)}
        >
          {chosen.value}
        </Button>
      ) : (
        <Finder
          kind={reference.kind.id}
          onChoose={(id) => updateFilter({ own: { ...filter.own, [field]: [id] } })}
        />
      )}
    </fieldset>
  );
}

/** @param kind id of the kind that is looked for */
function Finder({ kind, onChoose }: { kind: string; onChoose: (id: string) => void }) {
  const { formatMessage: t } = useIntl();
  const { language } = useView();
  const texts = useRecordTexts(register.byId(kind));
  const failure = useFailure();
  const [asked, setAsked] = useState("");
  const [text, setText] = useTyped(asked, setAsked);
  const { data, error, refetch } = useInfiniteQuery({
    ...recordsQuery<RecordItem>(kind, new URLSearchParams({ q: asked }).toString(), null, FOUND),
    enabled: asked !== "",
  });
  const page = asked === "" ? undefined : data?.pages[0];
  return (
    <>
      <TextField
        label={t({ id: "filter.reference.search" })}
        value={text}
        onChange={setText}
        inputMode="search"
        autoComplete="off"
        maxLength={200}
      />
      <p className="fine" role="status">
        {page &&
          (page.total === 0
            ? t({ id: "filter.reference.none" })
            : t({ id: "filter.reference.found" }, { count: numberText(page.total, language) }))}
      </p>
      {error && asked !== "" && <Failure title={t({ id: "list.failed" })} {...failure(error, refetch)} />}
      {page && page.total > 0 && (
        <TitleList
          items={page.items.map((item) => ({
            id: item.id,
            title: texts.title(item),
            note: texts.place(item),
            onChoose: () => onChoose(item.id),
          }))}
        />
      )}
    </>
  );
}
