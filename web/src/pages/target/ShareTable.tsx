// One row per place: what there is, what was reached, its share now and as it would be, and what is left to do.
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { type ShareRow, sumOf, wholeNumber } from "../../lib/share-rows.ts";
import { Progress } from "../../ui/Progress.tsx";
import { usePlaceName } from "../../words/use-place-names.ts";
import { useAmountWords } from "../../words/use-value-text.ts";
import styles from "./ShareTable.module.css";
import { useAmountText } from "./use-target-texts.ts";

export function ShareTable({
  indicator,
  level,
  rows,
  isChanging,
  isBusy,
  typed,
  onType,
}: {
  indicator: IndicatorDeclaration;
  level: "region" | "province";
  rows: readonly ShareRow[];
  /** a change is looked at: both shares show */
  isChanging: boolean;
  isBusy: boolean;
  /** what is typed by place; null: shares are not set by hand */
  typed: ReadonlyMap<string, string> | null;
  onType: (code: string, text: string) => void;
}) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const amount = useAmountText(indicator);
  const nameOf = usePlaceName();
  const amountWords = useAmountWords();
  const hasBefore = rows.some((row) => row.before !== null);
  const share = (row: ShareRow) => (isChanging ? row.after : row.before);
  const left = (wanted: number | null, reached: number | null) =>
    wanted === null ? null : Math.max(0, wanted - (reached ?? 0));
  const total = {
    all: sumOf(rows, "all"),
    reached: sumOf(rows, "reached"),
    before: sumOf(rows, "before"),
    after: sumOf(rows, "after"),
  };
  const lefts = rows.flatMap((row) => left(share(row), row.reached) ?? []);
  return (
    <div className={styles.frame} aria-busy={isBusy}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t({ id: `level.${level}` })}</th>
            <th scope="col" className={styles.wide}>
              {t(
                { id: "target.column.all" },
                { unit: (indicator.denominator?.unit ?? indicator.unit)[language] },
              )}
            </th>
            <th scope="col">{t({ id: "target.column.reached" })}</th>
            {hasBefore && (
              <th scope="col" className={isChanging ? styles.wide : undefined}>
                {t({ id: "target.column.before" })}
              </th>
            )}
            {isChanging && <th scope="col">{t({ id: "target.column.after" })}</th>}
            <th scope="col" className={styles.wide}>
              {t({ id: "target.column.progress" })}
            </th>
            <th scope="col">{t({ id: "target.column.left" })}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const wanted = share(row);
            const name = nameOf(row.code);
            return (
              <tr key={row.code}>
                <th scope="row">{name}</th>
                <td className={styles.wide}>{amount(row.all)}</td>
                <td>{amountWords(row.reached, row.withheldBelow, amount)}</td>
                {hasBefore && <td className={isChanging ? styles.wide : undefined}>{amount(row.before)}</td>}
                {isChanging && (
                  <td>
                    {typed ? (
                      <input
                        className={styles.input}
                        inputMode="numeric"
                        aria-invalid={Number.isNaN(wholeNumber(typed.get(row.code) ?? ""))}
                        aria-label={`${t({ id: "target.column.after" })}: ${name}`}
                        value={typed.get(row.code) ?? ""}
                        onChange={(event) => onType(row.code, event.target.value)}
                      />
                    ) : (
                      <>
                        <strong>{amount(row.after)}</strong>
                        <Difference before={row.before} after={row.after} text={amount} />
                      </>
                    )}
                  </td>
                )}
                <td className={styles.wide}>
                  {wanted !== null && wanted > 0 && (
                    <Progress
                      ratio={(row.reached ?? 0) / wanted}
                      label={name}
                      text={`${amount(row.reached)} / ${amount(wanted)}`}
                    />
                  )}
                </td>
                <td>{amount(left(wanted, row.reached))}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t({ id: "target.column.total" })}</th>
            <td className={styles.wide}>{amount(total.all)}</td>
            <td>{amount(total.reached)}</td>
            {hasBefore && <td className={isChanging ? styles.wide : undefined}>{amount(total.before)}</td>}
            {isChanging && <td>{amount(total.after)}</td>}
            <td className={styles.wide} />
            <td>{amount(lefts.length > 0 ? lefts.reduce((sum, one) => sum + one, 0) : null)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** How a share would change, where there is one already. */
function Difference({
  before,
  after,
  text,
}: {
  before: number | null;
  after: number | null;
  text: (value: number) => string;
}) {
  if (before === null || after === null || before === after) return null;
  return (
    <small className={styles.difference}>
      {after > before ? "+" : "−"}
      {text(Math.abs(after - before))}
    </small>
  );
}
