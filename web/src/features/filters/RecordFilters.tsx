// What of the filter acts on organizations, and what on plans: offered while they are shown.
import { linkStates } from "@phuenthi/server/records/codes/ladder.codes";
import { organizationKinds } from "@phuenthi/server/records/codes/organization-kind.codes";
import type { KnownKind } from "@phuenthi/server/records/register";
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { updateFilter, updateUrl } from "../../address/use-url.ts";
import { furthestStates } from "../../lib/filter.ts";
import { isPlain, ownField } from "../../lib/filter-query.ts";
import { register } from "../../lib/kinds.ts";
import { toggle } from "../../lib/toggle.ts";
import { Button } from "../../ui/Button.tsx";
import { Check, Choices } from "../../ui/Field.tsx";
import { useLayers } from "../../view/use-layers.ts";
import { useView } from "../../view/use-view.ts";
import styles from "./RecordFilters.module.css";
import { ReferenceFilter } from "./ReferenceFilter.tsx";

export function OrganizationFilters({ isShown }: { isShown: boolean }) {
  const { formatMessage: t } = useIntl();
  const { filter } = useView();
  const layers = useLayers();
  return (
    <Group
      what="organizations"
      isShown={isShown}
      onShow={() => updateUrl({ layers: layers.drawing("organizations") })}
    >
      <Checks
        label={t({ id: "filter.kind" })}
        options={organizationKinds.schema.options}
        chosen={filter.kind}
        text={(kind) => t({ id: `code.organization_kind.${kind}` })}
        onChange={(kind) => updateFilter({ kind })}
      />
    </Group>
  );
}

export function PlanFilters({ isShown, onTable }: { isShown: boolean; onTable: () => void }) {
  const { formatMessage: t } = useIntl();
  const { filter } = useView();
  return (
    <Group what="plans" isShown={isShown} onShow={onTable}>
      <Checks
        label={t({ id: "filter.best_state" })}
        options={furthestStates}
        chosen={filter.best_state}
        text={(state) => t({ id: `code.link_state.${state}` })}
        onChange={(best_state) => updateFilter({ best_state })}
      />
      <Choices
        label={t({ id: "filter.granted" })}
        value={filter.granted ?? "any"}
        options={(["any", "none", "some", "unknown"] as const).map((value) => ({
          value,
          text: t({ id: `filter.granted.${value}` }),
        }))}
        onChange={(value) => updateFilter({ granted: value === "any" ? null : value })}
      />
      <Checks
        label={t({ id: "filter.state" })}
        options={linkStates.schema.options}
        chosen={filter.state}
        text={(state) => t({ id: `code.link_state.${state}` })}
        onChange={(state) => updateFilter({ state })}
      />
    </Group>
  );
}

/** What the kind of record in the table is filtered by, codes and records that it names, but for those above. */
export function KindFilters({ kind }: { kind: KnownKind }) {
  const { filter, language } = useView();
  const { formatMessage: t } = useIntl();
  const fields = Object.entries(kind.fields).filter(
    ([name, { isFilter, list }]) => isFilter && list && !isPlain(kind.collection, name),
  );
  // of the kinds that are tabs they stand with the conditions above
  const references = kind.tab ? [] : kind.references;
  if (fields.length === 0 && references.length === 0) return null;
  const title = kind.many[language];
  return (
    <section className={styles.group} aria-label={title}>
      <h3>{title}</h3>
      <p className={`fine ${styles.hint}`}>{t({ id: "filter.kind.acts" }, { kind: title })}</p>
      {fields.map(([name, { label, list }]) => {
        const key = ownField(kind.collection, name);
        return (
          <Checks
            key={key}
            label={label[language]}
            options={Object.keys(list?.codes ?? {})}
            chosen={filter.own[key] ?? []}
            text={(code) => list?.codes[code]?.[language] ?? code}
            onChange={(codes) => updateFilter({ own: { ...filter.own, [key]: codes } })}
          />
        );
      })}
      {references.length > 0 && <ReferenceFilters kind={kind} />}
    </section>
  );
}

function ReferenceFilters({ kind: { collection, references } }: { kind: KnownKind }) {
  return references.map((reference) => (
    <ReferenceFilter
      key={reference.filter}
      reference={reference}
      field={ownField(collection, reference.filter)}
    />
  ));
}

function Group({
  what,
  isShown,
  onShow,
  children,
}: {
  what: "organizations" | "plans";
  isShown: boolean;
  onShow: () => void;
  children: ReactNode;
}) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const kind = register.byCollection(what);
  const title = kind?.tab?.[language];
  return (
    <section className={styles.group} aria-label={title}>
      <h3>{title}</h3>
      <p className={`fine ${styles.hint}`}>{t({ id: `filter.${what}.${isShown ? "acts" : "hidden"}` })}</p>
      {isShown ? (
        <>
          {children}
          {kind && <ReferenceFilters kind={kind} />}
        </>
      ) : (
        <Button onClick={onShow}>{t({ id: `filter.${what}.show` })}</Button>
      )}
    </section>
  );
}

function Checks<T extends string>({
  label,
  options,
  chosen,
  text,
  onChange,
}: {
  label: string;
  options: readonly T[];
  chosen: readonly T[];
  text: (option: T) => string;
  onChange: (chosen: T[]) => void;
}) {
  return (
    <fieldset>
      <legend>{label}</legend>
      <div className={styles.checks}>
        {options.map((option) => (
          <Check
            key={option}
            checked={chosen.includes(option)}
            onChange={() => onChange(toggle(chosen, option))}
          >
            {text(option)}
          </Check>
        ))}
      </div>
    </fieldset>
  );
}
