// What a kind of record is filtered by, codes and records that it names: offered while its records are shown, and for the kinds
// that are tabs the way to show them.
import { ownConditions } from "@phuenthi/server/records/record-kind";
import type { KnownKind } from "@phuenthi/server/records/register";
import { useIntl } from "react-intl";
import { updateFilter, updateUrl } from "../../address/use-url.ts";
import { ownField } from "../../lib/filter.ts";
import { toggle } from "../../lib/toggle.ts";
import { Button } from "../../ui/Button.tsx";
import { Check, TextField } from "../../ui/Field.tsx";
import { useLayers } from "../../view/use-layers.ts";
import { useView } from "../../view/use-view.ts";
import styles from "./RecordFilters.module.css";
import { ReferenceFilter } from "./ReferenceFilter.tsx";
import { useTyped } from "./use-typed.ts";

/** @param onTable shows the table of the kind */
export function RecordFilters({
  kind,
  isShown,
  onTable,
}: {
  kind: KnownKind;
  isShown: boolean;
  onTable: () => void;
}) {
  const { formatMessage: t } = useIntl();
  const { language } = useView();
  const layers = useLayers();
  const conditions = ownConditions(kind);
  if (conditions.length === 0 && kind.references.length === 0) return null;
  const where = layers.isDrawn(kind.collection) ? "map" : "table";
  const title = (kind.tab ?? kind.many)[language];
  return (
    <section className={styles.group} aria-label={title}>
      <h3>{title}</h3>
      <p className={`fine ${styles.hint}`}>
        {t(
          { id: isShown ? `filter.kind.acts.${where}` : "filter.kind.hidden" },
          { kind: kind.many[language] },
        )}
      </p>
      {isShown ? (
        <>
          {conditions.map(({ name, label, list }) => {
            const field = ownField(kind.collection, name);
            return list ? (
              <Codes key={field} field={field} label={label[language]} codes={list.codes} />
            ) : (
              <Text key={field} field={field} label={label[language]} />
            );
          })}
          {kind.references.map((reference) => (
            <ReferenceFilter
              key={reference.filter}
              reference={reference}
              field={ownField(kind.collection, reference.filter)}
            />
          ))}
        </>
      ) : (
        <Button
          onClick={where === "map" ? () => updateUrl({ layers: layers.drawing(kind.collection) }) : onTable}
        >
          {t({ id: `filter.kind.show.${where}` })}
        </Button>
      )}
    </section>
  );
}

function Codes({
  field,
  label,
  codes,
}: {
  field: string;
  label: string;
  codes: Record<string, { th: string; en: string }>;
}) {
  const { filter, language } = useView();
  const chosen = filter.own[field] ?? [];
  return (
    <fieldset>
      <legend>{label}</legend>
      <div className={styles.checks}>
        {Object.entries(codes).map(([code, words]) => (
          <Check
            key={code}
            checked={chosen.includes(code)}
            onChange={() => updateFilter({ own: { ...filter.own, [field]: toggle(chosen, code) } })}
          >
            {words[language]}
          </Check>
        ))}
      </div>
    </fieldset>
  );
}

/** The value as it stands in the register, whole. */
function Text({ field, label }: { field: string; label: string }) {
  const { filter } = useView();
  const [text, setText] = useTyped((filter.own[field] ?? []).join(","), (typed) =>
    updateFilter({ own: { ...filter.own, [field]: typed === "" ? [] : [typed] } }),
  );
  return <TextField label={label} value={text} onChange={setText} autoComplete="off" maxLength={200} />;
}
