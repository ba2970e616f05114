import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useState } from "react";
import { IconButton } from "./Button.tsx";
import styles from "./Dialog.module.css";

/** A window over the page that keeps the focus until it is closed. */
export function Dialog({
  title,
  intro,
  close,
  onClose,
  children,
}: {
  title: string;
  intro: string;
  /** words of the close button */
  close: string;
  onClose: () => void;
  children: ReactNode;
}) {
  // it is opened by whoever has the focus, and gives it back
  const [opener] = useState(() => document.activeElement);
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={styles.overlay} />
        <Radix.Content
          className={styles.dialog}
          onOpenAutoFocus={(event) => {
            // to what is to be filled in, rather than to the way out
            const field = (event.currentTarget as HTMLElement).querySelector<HTMLElement>(
              "input, textarea, select",
            );
            if (!field) return;
            event.preventDefault();
            field.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (opener instanceof HTMLElement) opener.focus();
          }}
        >
          <div className={styles.head}>
            <Radix.Title>{title}</Radix.Title>
            <IconButton icon="close" label={close} onClick={onClose} />
          </div>
          <Radix.Description className={styles.intro}>{intro}</Radix.Description>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
