// Sharing the target out: choose how, see at once what each place would get beside what it has, then save a version.
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import type { TargetDetail } from "@phuenthi/server/contract/targets";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { coverageQuery, targetPreviewQuery } from "../../data/queries.ts";
import { fiscalYearText } from "../../lib/fiscal-year.ts";
import { sharedLevel, shareRows, sumOf, wholeNumber, wholeOf } from "../../lib/share-rows.ts";
import { Button } from "../../ui/Button.tsx";
import { Choices } from "../../ui/Field.tsx";
import { Failure, Skeleton } from "../../ui/States.tsx";
import { useFailure } from "../../words/use-failure.ts";
import styles from "./ShareOut.module.css";
import { ShareTable } from "./ShareTable.tsx";
import type { DraftChange } from "./use-target-change.ts";
import { useAmountText } from "./use-target-texts.ts";

type Level = "region" | "province";
type Basis = "units" | "population" | "need" | "gap";
/** "none": the shares that are there, unchanged */
type Method = "none" | "even" | "proportional" | "by_hand";

export function ShareOut({
  indicator,
  target,
  fiscalYear,
  onChange,
  onReload,
}: {
  indicator: IndicatorDeclaration;
  target: TargetDetail;
  /** of the figures beside the shares */
  fiscalYear: number;
  onChange: (draft: DraftChange) => void;
  /** asks for the version in force again */
  onReload: () => unknown;
}) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const failure = useFailure();
  const amount = useAmountText(indicator);
  const shared = sharedLevel(target.values);
  const [level, setLevel] = useState<Level>(shared ?? "region");
  const [method, setMethod] = useState<Method>("none");
  const [basis, setBasis] = useState<Basis>("units");
  /** what is typed by hand, kept for each level while the other is looked at */
  const [typedBy, setTypedBy] = useState<Partial<Record<Level, ReadonlyMap<string, string>>>>({});
  const typed = typedBy[level] ?? new Map<string, string>();

  const draft: DraftChange | null =
    method === "even" || method === "proportional"
      ? {
          action: "share",
          based_on: target.version,
          level,
          method,
          ...(method === "proportional" ? { basis } : {}),
        }
      : null;
  const preview = useQuery(targetPreviewQuery(target.indicator, draft && { ...draft, owner: target.owner }));
  const figures = useQuery(coverageQuery(target.indicator, fiscalYear, level, []));
  const whole = wholeOf(target.values);
  const byHand = [...typed].map(([place_code, text]) => ({
    place_code,
    fiscal_year: whole?.fiscal_year ?? 0,
    value: wholeNumber(text),
  }));
  const after = method === "by_hand" ? byHand : draft && preview.data ? preview.data.values : null;
  const rows =
    figures.data?.level === level && figures.data.indicator === target.indicator
      ? shareRows(figures.data, indicator.kind === "coverage", target.values, after)
      : null;
  const isBroken = byHand.some((one) => Number.isNaN(one.value));
  const left =
    (whole?.value ?? 0) - (method === "by_hand" && rows && !isBroken ? (sumOf(rows, "after") ?? 0) : 0);

  const chooseMethod = (chosen: Method) => {
    if (chosen === "by_hand" && rows && !typedBy[level]) {
      const start = new Map(rows.map((row) => [row.code, String(row.after ?? row.before ?? 0)]));
      setTypedBy({ ...typedBy, [level]: start });
    }
    setMethod(chosen);
  };
  const chooseLevel = (chosen: Level) => {
    setLevel(chosen);
    if (method === "by_hand" && !typedBy[chosen]) setMethod("proportional");
  };
  const save = () => {
    if (draft) onChange(draft);
    else {
      const values = byHand.map(({ place_code, value }) => ({ place_code, value }));
      onChange({ action: "share", based_on: target.version, level, method: "by_hand", values });
    }
  };

  return (
    <>
      <p className="muted">
        {whole &&
          t(
            { id: "target.share.intro" },
            {
              value: amount(whole.value),
              unit: indicator.unit[language],
              year: fiscalYearText(whole.fiscal_year, language),
            },
          )}
      </p>
      <div className={styles.choices}>
        <Choices
          label={t({ id: "target.share.level" })}
          value={level}
          options={[
            { value: "region", text: t({ id: "level.region" }) },
            { value: "province", text: t({ id: "level.province" }) },
          ]}
          onChange={chooseLevel}
        />
        {target.in_force && (
          <Choices
            label={t({ id: "target.share.method" })}
            value={method}
            options={(["none", "even", "proportional", "by_hand"] as const).map((value) => ({
              value,
              text: t({ id: `target.method.${value}` }),
              // goes on from what is on the screen, which has to be there first
              disabled: value === "by_hand" && (!rows || (draft !== null && !preview.data)),
            }))}
            onChange={chooseMethod}
          />
        )}
        {method === "proportional" && (
          <Choices
            label={t({ id: "target.share.basis" })}
            value={basis}
            options={(["units", "population", "need", "gap"] as const).map((value) => ({
              value,
              text: t({ id: `target.basis.${value}` }),
              // nothing says how much there is in all, so nobody knows what is left
              disabled: value === "gap" && indicator.kind === "sum" && !indicator.denominator,
            }))}
            onChange={setBasis}
          />
        )}
      </div>
      {draft && preview.error ? (
        <Failure
          title={t({ id: "target.share.failed" })}
          {...failure(preview.error, () => Promise.all([onReload(), preview.refetch()]))}
        />
      ) : figures.error && !rows ? (
        <Failure title={t({ id: "coverage.failed" })} {...failure(figures.error, figures.refetch)} />
      ) : !rows ? (
        <Skeleton lines={8} label={t({ id: "state.loading" })} />
      ) : method === "none" && rows.every((row) => row.before === null) ? (
        <p className={styles.empty}>{t({ id: "target.share.none" })}</p>
      ) : (
        <ShareTable
          indicator={indicator}
          level={level}
          rows={rows}
          isChanging={method !== "none"}
          isBusy={(draft !== null && preview.isPlaceholderData) || figures.isPlaceholderData}
          typed={method === "by_hand" ? typed : null}
          onType={(code, text) => setTypedBy({ ...typedBy, [level]: new Map(typed).set(code, text) })}
        />
      )}
      {rows && (method === "by_hand" || (draft && preview.data && !preview.error)) && (
        <div className={styles.savebar}>
          <p role="status" data-bad={method === "by_hand" && (left !== 0 || isBroken)}>
            {method === "by_hand"
              ? isBroken
                ? t({ id: "target.share.broken" })
                : left === 0
                  ? t({ id: "target.share.adds" }, { value: amount(whole?.value ?? 0) })
                  : t(
                      { id: left > 0 ? "target.share.left" : "target.share.over" },
                      { value: amount(Math.abs(left)) },
                    )
              : t({ id: "target.share.adds" }, { value: amount(whole?.value ?? 0) })}
          </p>
          <Button
            className="screen-only"
            look="strong"
            disabled={
              method === "by_hand" ? left !== 0 || isBroken : !preview.data || preview.isPlaceholderData
            }
            onClick={save}
          >
            {t({ id: "target.save" })}
          </Button>
        </div>
      )}
    </>
  );
}
