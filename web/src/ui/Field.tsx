import { type InputHTMLAttributes, type ReactNode, useId } from "react";
import styles from "./Field.module.css";

type Option<T extends string> = { value: T; text: string };

/** The device's own select: it works on every phone, by keyboard and with every screen reader. */
export function Select<T extends string>({
  label,
  isLabelHidden = false,
  value,
  options,
  onChange,
}: {
  label: string;
  /** for the eye: where what it is for can be seen */
  isLabelHidden?: boolean;
  value: T;
  /** some of them may stand together under a heading */
  options: (Option<T> | { heading: string; options: Option<T>[] })[];
  onChange: (value: T) => void;
}) {
  const id = useId();
  const option = ({ value: one, text }: Option<T>) => (
    <option key={one} value={one}>
      {text}
    </option>
  );
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={isLabelHidden ? "visually-hidden" : styles.label}>
        {label}
      </label>
      <select
        id={id}
        className={styles.select}
        value={value}
        onChange={(event) => onChange(event.target.value as T)}
      >
        {options.map((one) =>
          "heading" in one ? (
            <optgroup key={one.heading} label={one.heading}>
              {one.options.map(option)}
            </optgroup>
          ) : (
            option(one)
          ),
        )}
      </select>
    </div>
  );
}

/** One line of text, or several. */
export function TextField({
  label,
  value,
  onChange,
  hint,
  isLong = false,
  ...input
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  isLong?: boolean;
} & Pick<
  InputHTMLAttributes<HTMLInputElement>,
  "type" | "autoComplete" | "inputMode" | "maxLength" | "required"
>) {
  const id = useId();
  const common = {
    id,
    className: styles.input,
    value,
    "aria-describedby": hint ? `${id}-hint` : undefined,
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {isLong ? (
        <textarea
          {...common}
          rows={2}
          maxLength={input.maxLength}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <input {...common} {...input} onChange={(event) => onChange(event.target.value)} />
      )}
      {hint && (
        <small id={`${id}-hint`} className={styles.label}>
          {hint}
        </small>
      )}
    </div>
  );
}

/** A few choices beside each other, one of them taken. Arrows move between them. */
export function Choices<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: T;
  options: { value: T; text: string; disabled?: boolean }[];
  onChange: (value: T) => void;
}) {
  const name = useId();
  return (
    <fieldset className={styles.field}>
      <legend className={styles.label}>{label}</legend>
      <div className={styles.choices}>
        {options.map((option) => (
          <label key={option.value} data-disabled={option.disabled}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            <span>{option.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function Check({
  checked,
  onChange,
  children,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{children}</span>
    </label>
  );
}
