import { useIntl } from "react-intl";
import { IconButton } from "../../ui/Button.tsx";
import styles from "./Message.module.css";

/** Says once what came of something the person asked for. */
export function Message({ text, onClose }: { text: string; onClose: () => void }) {
  const { formatMessage: t } = useIntl();
  return (
    <div className={`floating ${styles.message}`} role="alert">
      <span>{text}</span>
      <IconButton icon="close" label={t({ id: "message.close" })} onClick={onClose} />
    </div>
  );
}
