// Finds regions, areas, local authorities and organizations as one types. ⌘K, Ctrl+K or / from anywhere; arrows, Enter, Escape inside.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useIntl } from "react-intl";
import { Icon } from "../../ui/Icon.tsx";
import { TYPING_PAUSE_MS, useSettled } from "../../ui/use-settled.ts";
import styles from "./SearchBox.module.css";
import { type Result, useResults } from "./use-results.ts";

export function SearchBox({ onChosen }: { onChosen: () => void }) {
  const { formatMessage: t } = useIntl();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const asked = useSettled(text.trim(), TYPING_PAUSE_MS);
  const { results, status } = useResults(asked);

  useEffect(() => {
    const focus = (event: globalThis.KeyboardEvent) => {
      const isShortcut =
        (event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey)) || event.key === "/";
      const isTyping = event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
      if (!isShortcut || (event.key === "/" && isTyping)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    addEventListener("keydown", focus);
    return () => removeEventListener("keydown", focus);
  }, []);

  const choose = (result: Result | undefined) => {
    if (!result) return;
    result.choose();
    if (result.isMore) return;
    setOpen(false);
    setText("");
    input.current?.blur();
    onChosen();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      const step = key === "ArrowDown" ? 1 : -1;
      setActive((now) => (results.length === 0 ? 0 : (now + step + results.length) % results.length));
    } else if (key === "Enter") {
      event.preventDefault();
      // what is listed must be what was typed
      if (asked === text.trim()) choose(results[active]);
    } else if (key === "Escape") {
      event.stopPropagation();
      if (isOpen && text) setText("");
      else input.current?.blur();
      setOpen(false);
    }
  };

  const isShown = isOpen && asked !== "";
  return (
    <search className={styles.search}>
      <Icon name="search" size={18} />
      <input
        ref={input}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        role="combobox"
        aria-label={t({ id: "search.label" })}
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isShown && results[active] ? `${id}-${active}` : undefined}
        placeholder={t({ id: "search.placeholder" })}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <span className={styles.key} aria-hidden="true">
        /
      </span>
      {/* the list stays in the page, so that the input always names something that exists */}
      <div
        className={styles.results}
        role="listbox"
        id={`${id}-list`}
        aria-label={t({ id: "search.results" })}
        hidden={!isShown || results.length === 0}
      >
        {isShown && status && results.length > 0 && (
          <p className={styles.none} role="presentation">
            {t({ id: status }, { text: asked })}
          </p>
        )}
        {results.map((result, i) => (
          <div key={result.key} role="presentation">
            {result.group !== results[i - 1]?.group && (
              <p className={styles.group} role="presentation">
                {t({ id: `search.${result.group}` })}
              </p>
            )}
            {/* biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus and names the active option */}
            <div
              role="option"
              id={`${id}-${i}`}
              aria-selected={i === active}
              data-more={result.isMore}
              className={styles.result}
              onPointerDown={(event) => event.preventDefault()}
              onPointerEnter={() => setActive(i)}
              onClick={() => choose(result)}
              onKeyDown={undefined}
            >
              <span>{result.title}</span>
              {result.note && <small>{result.note}</small>}
            </div>
          </div>
        ))}
      </div>
      {isShown && status && (
        <p className={results.length === 0 ? styles.message : "visually-hidden"} role="status">
          {t({ id: status }, { text: asked })}
        </p>
      )}
    </search>
  );
}
