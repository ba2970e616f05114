// What the country should reach by the end of each year, and changing it.
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import type { TargetDetail } from "@phuenthi/server/contract/targets";
import { useEffect, useRef, useState } from "react";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { fiscalYearText } from "../../lib/fiscal-year.ts";
import { sharedLevel } from "../../lib/share-rows.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { TextField } from "../../ui/Field.tsx";
import styles from "./Milestones.module.css";
import type { DraftChange } from "./use-target-change.ts";
import { useAmountText } from "./use-target-texts.ts";

type Line = { key: number; year: string; value: string };

export function Milestones({
  indicator,
  target,
  onChange,
}: {
  indicator: IndicatorDeclaration;
  target: TargetDetail;
  onChange: (draft: DraftChange) => void;
}) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const amount = useAmountText(indicator);
  const [lines, setLines] = useState<Line[] | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const isOpen = lines !== null;
  // the focus goes with what is done: into the fields, and back to the button that opened them
  useEffect(() => {
    if (isOpen) form.current?.querySelector("input")?.focus();
    else if (wasOpen.current) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const held = target.values
    .filter((one) => one.place_code === "TH")
    .sort((a, b) => a.fiscal_year - b.fiscal_year);
  /** years and rates as people write them: พ.ศ. in Thai, per cent */
  const era = language === "th" ? 543 : 0;
  const scale = indicator.kind === "rate" ? 100 : 1;

  if (!lines) {
    return (
      <div className={styles.milestones}>
        <h3>{t({ id: indicator.kind === "rate" ? "target.milestones.rate" : "target.milestones" })}</h3>
        <ul>
          {held.map((one) => (
            <li key={one.fiscal_year}>
              <span>{fiscalYearText(one.fiscal_year, language)}</span>
              <strong className="tabular">
                {amount(one.value)} {indicator.kind === "rate" ? "" : indicator.unit[language]}
              </strong>
            </li>
          ))}
        </ul>
        <Button
          ref={opener}
          className="screen-only"
          onClick={() =>
            setLines(
              held.map((one) => ({
                key: one.fiscal_year,
                year: String(one.fiscal_year + era),
                value: String(Math.round(one.value * scale * 1e6) / 1e6),
              })),
            )
          }
        >
          {t({ id: "target.milestones.edit" })}
        </Button>
      </div>
    );
  }

  const set = (key: number, change: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...change } : line)));
  const milestones = lines.map((line) => ({
    fiscal_year: Number(line.year) - era,
    value: Number(line.value.replaceAll(",", "")) / scale,
  }));
  const isReadable =
    lines.length > 0 &&
    lines.every((line) => /^\d{4}$/.test(line.year.trim()) && /^[\d,]+(\.\d+)?$/.test(line.value.trim()));
  return (
    <form
      ref={form}
      className={`${styles.milestones} screen-only`}
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ action: "set", based_on: target.version, milestones });
      }}
    >
      <h3>{t({ id: indicator.kind === "rate" ? "target.milestones.rate" : "target.milestones" })}</h3>
      {sharedLevel(target.values) && <p className={styles.warn}>{t({ id: "target.milestones.shares" })}</p>}
      {lines.map((line) => (
        <div key={line.key} className={styles.line}>
          <TextField
            label={t({ id: "layers.year" })}
            inputMode="numeric"
            value={line.year}
            onChange={(year) => set(line.key, { year })}
          />
          <TextField
            label={indicator.kind === "rate" ? t({ id: "target.percent" }) : indicator.unit[language]}
            inputMode="decimal"
            value={line.value}
            onChange={(value) => set(line.key, { value })}
          />
          <IconButton
            icon="close"
            label={t({ id: "target.milestones.remove" }, { year: line.year })}
            disabled={lines.length === 1}
            onClick={() => setLines(lines.filter((one) => one.key !== line.key))}
          />
        </div>
      ))}
      <div className="actions">
        <Button
          icon="plus"
          onClick={() => {
            const first = lines.map((line) => Number(line.year)).sort((a, b) => a - b)[0] ?? 2021 + era;
            setLines([{ key: Date.now(), year: String(first - 1), value: "" }, ...lines]);
          }}
        >
          {t({ id: "target.milestones.add" })}
        </Button>
        <Button look="strong" type="submit" disabled={!isReadable}>
          {t({ id: "target.save" })}
        </Button>
        <Button look="plain" onClick={() => setLines(null)}>
          {t({ id: "target.cancel" })}
        </Button>
      </div>
    </form>
  );
}
