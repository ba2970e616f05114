// Every version of the target, newest first: who set it, how, when; each can be looked at, the last taken back.
import type { TargetDetail } from "@phuenthi/server/contract/targets";
import { useIntl } from "react-intl";
import { pageLink } from "../../address/page.ts";
import { useLanguage } from "../../address/use-language.ts";
import { dateText } from "../../lib/fiscal-year.ts";
import { langOf } from "../../lib/lang-of.ts";
import { targetOwner } from "../../lib/target-owner.ts";
import { Button } from "../../ui/Button.tsx";
import styles from "./History.module.css";
import { page as targetPage } from "./target.page.tsx";

type Head = TargetDetail["history"][number];

export function History({ target, onUndo }: { target: TargetDetail; onUndo: () => void }) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const [newest] = target.history;
  const ownerOf = (head: Head) => targetOwner(head.owner, target.source, language);
  const what = (head: Head) =>
    head.action === "shared" && head.method === "proportional"
      ? t({ id: "target.action.shared.proportional" }, { basis: t({ id: `target.basis.${head.basis}` }) })
      : head.action === "shared"
        ? t({ id: `target.action.shared.${head.method}` })
        : t({ id: `target.action.${head.action}` }, { version: head.undoes_version ?? 0 });
  return (
    <>
      <h2>{t({ id: "target.history" })}</h2>
      <ol className={styles.history}>
        {target.history.map((head) => (
          <li key={head.version} aria-current={head.version === target.version ? "true" : undefined}>
            <p>
              <a
                href={pageLink(
                  targetPage,
                  { indicator: target.indicator },
                  { version: head === newest ? null : head.version },
                )}
              >
                {t({ id: "target.version" }, { version: head.version })}
              </a>{" "}
              {what(head)}
            </p>
            <p className="muted">
              <span lang={langOf(ownerOf(head))}>{ownerOf(head)}</span> · {dateText(head.set_at, language)}
            </p>
            {head.note && (
              <p className={`muted ${styles.note}`} lang={langOf(head.note)}>
                {head.note}
              </p>
            )}
          </li>
        ))}
      </ol>
      {target.in_force && target.undo_takes_back !== null && (
        <Button className="screen-only" icon="undo" onClick={onUndo}>
          {t({ id: "target.undo.version" }, { version: target.undo_takes_back })}
        </Button>
      )}
    </>
  );
}
