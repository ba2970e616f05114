import type { Catalogue } from "@phuenthi/server/contract/catalogue";
import { useLanguage } from "../../address/use-language.ts";
import { useTheme } from "../../ui/use-theme.ts";
import styles from "./CodeListSheet.module.css";

/** The codes of a list in words, with the colour that the map draws them in. */
export function CodeListSheet({ list: { id, title, codes } }: { list: Catalogue["code_lists"][number] }) {
  const language = useLanguage();
  const shade = useTheme() === "dark" ? 1 : 0;
  return (
    <section id={id} className={styles.list}>
      <h3>{title[language]}</h3>
      <dl>
        {codes.map(({ code, th, en, colors }) => (
          <div key={code}>
            <dt>
              <span className={styles.swatch} style={{ background: colors?.[shade] }} aria-hidden />
              <code>{code}</code>
            </dt>
            <dd>{language === "th" ? th : en}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
