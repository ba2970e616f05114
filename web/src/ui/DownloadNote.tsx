import { Button } from "./Button.tsx";
import styles from "./DownloadNote.module.css";

/** How a download stands. @param name of the file, once it is there @param cancel what the button says */
export function DownloadNote({
  text,
  size,
  name,
  cancel,
  onCancel,
}: {
  text: string;
  size: string;
  name?: string;
  cancel?: string;
  onCancel?: () => void;
}) {
  return (
    <div className={styles.note}>
      <p>
        <span role="status">{text}</span> {/* a number that runs would be read out again and again */}
        <span aria-hidden={cancel !== undefined} className="tabular">
          {size}
        </span>
        {name && <span className={styles.name}>{name}</span>}
      </p>
      {cancel && (
        <Button look="link" onClick={onCancel}>
          {cancel}
        </Button>
      )}
    </div>
  );
}
