// Who answers for a change, and the key that allows it. Nothing is written before this.
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import type { TargetDetail } from "@phuenthi/server/contract/targets";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { fiscalYearText } from "../../lib/fiscal-year.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { TextField } from "../../ui/Field.tsx";
import { useFailure } from "../../words/use-failure.ts";
import styles from "./SaveDialog.module.css";
import type { DraftChange, TargetChanging } from "./use-target-change.ts";
import { useAmountText } from "./use-target-texts.ts";

export function SaveDialog({
  indicator,
  target,
  change,
}: {
  indicator: IndicatorDeclaration;
  target: TargetDetail;
  change: TargetChanging;
}) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const failure = useFailure();
  const [owner, setOwner] = useState(change.signature?.owner ?? target.owner);
  const [note, setNote] = useState("");
  const [key, setKey] = useState(change.signature?.key ?? "");
  const action = change.asked?.action ?? "set";
  const what = useWhat(change.asked, target, indicator);
  return (
    <Dialog
      title={t({ id: `target.dialog.${action}` }, { version: target.undo_takes_back ?? 0 })}
      intro={t(
        { id: "target.dialog.intro" },
        { indicator: indicator.short_title[language], version: (target.history[0]?.version ?? 0) + 1 },
      )}
      close={t({ id: "target.dialog.close" })}
      onClose={change.close}
    >
      <form
        className={styles.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          change.write({ owner: owner.trim(), note: note.trim(), key: key.trim() });
        }}
      >
        <p className={styles.what}>{what}</p>
        <TextField
          label={t({ id: "target.dialog.owner" })}
          value={owner}
          maxLength={200}
          required
          onChange={setOwner}
        />
        <TextField
          label={t({ id: "target.dialog.note" })}
          value={note}
          maxLength={1000}
          isLong
          onChange={setNote}
        />
        <TextField
          label={t({ id: "target.dialog.key" })}
          hint={t({ id: "target.dialog.key.hint" })}
          type="password"
          autoComplete="current-password"
          value={key}
          required
          onChange={setKey}
        />
        {change.error && (
          <p className={styles.bad} role="alert">
            {failure(change.error, () => {}).detail}
          </p>
        )}
        <div className="actions">
          <Button
            look="strong"
            type="submit"
            disabled={change.isWriting || owner.trim() === "" || key.trim() === ""}
          >
            {t(
              { id: change.isWriting ? "target.saving" : `target.dialog.${action}` },
              { version: target.undo_takes_back ?? 0 },
            )}
          </Button>
          <Button look="plain" onClick={change.close}>
            {t({ id: "target.cancel" })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What is about to be written, in one line. */
function useWhat(draft: DraftChange | null, target: TargetDetail, indicator: IndicatorDeclaration): string {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const amount = useAmountText(indicator);
  if (!draft) return "";
  if (draft.action === "undo") return t({ id: "target.what.undo" }, { version: target.undo_takes_back ?? 0 });
  if (draft.action === "set") {
    return draft.milestones
      .map((one) => `${fiscalYearText(one.fiscal_year, language)}: ${amount(one.value)}`)
      .join(" · ");
  }
  const how = [
    `${t({ id: "target.share.level" })} ${t({ id: `level.${draft.level}` })}`,
    t({ id: `target.method.${draft.method}` }),
    ...(draft.basis ? [t({ id: `target.basis.${draft.basis}` })] : []),
  ];
  return how.join(" · ");
}
