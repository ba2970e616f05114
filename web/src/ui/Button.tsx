import type { AnchorHTMLAttributes, ButtonHTMLAttributes, Ref } from "react";
import styles from "./Button.module.css";
import { Icon, type IconName } from "./Icon.tsx";

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: "plain" | "soft" | "strong" | "link";
  icon?: IconName;
  pressed?: boolean;
  ref?: Ref<HTMLButtonElement>;
};

export function Button({ look = "soft", icon, pressed, className = "", children, ...rest }: Props) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      className={`${styles.button} ${styles[look]} ${className}`}
      {...rest}
    >
      {icon && <Icon name={icon} size={18} />}
      {children}
    </button>
  );
}

/** A link that looks like the buttons beside it. */
export function ButtonLink({
  icon,
  children,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string; icon: IconName }) {
  return (
    <a className={`${styles.button} ${styles.soft}`} {...rest}>
      <Icon name={icon} size={18} />
      {children}
    </a>
  );
}

type IconProps = Omit<Props, "children" | "icon" | "look"> & {
  icon: IconName;
  label: string;
  badge?: number;
};

/** A button without visible words: the label is its name and its tooltip. */
export function IconButton({ icon, label, badge, pressed, className = "", ...rest }: IconProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      className={`${styles.icon} ${className}`}
      {...rest}
    >
      <Icon name={icon} />
      {badge ? <span className={styles.badge}>{badge}</span> : null}
    </button>
  );
}

/** A word of a sentence that does something. */
export function InlineButton(props: ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="button" className={styles.inline} {...props} />;
}
