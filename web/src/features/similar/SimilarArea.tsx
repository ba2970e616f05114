// One similar tambon: the way to it, what is alike, and what was done there with whom.
import type { SimilarArea as Item, SimilarMeasures } from "@phuenthi/server/contract/similar";
import { useIntl } from "react-intl";
import { pageLink } from "../../address/page.ts";
import { useLanguage } from "../../address/use-language.ts";
import { fullName, pathText } from "../../lib/area-name.ts";
import { numberText, percentText } from "../../lib/number-text.ts";
import { page as profilePage } from "../../pages/profile/profile.page.tsx";
import { AreaWork } from "./AreaWork.tsx";
import styles from "./SimilarArea.module.css";
import { useLikeness } from "./use-likeness.ts";

/** Choosing a place: on the map by a call, on a page by its address. */
export type ToPlace =
  | { onChoose: (code: string) => void; linkTo?: undefined }
  | { linkTo: (code: string) => string; onChoose?: undefined };

export function SimilarArea({
  own,
  item,
  fiscalYear,
  onChoose,
  linkTo,
}: { own: SimilarMeasures; item: Item; fiscalYear: number } & ToPlace) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const likeness = useLikeness();
  const above = item.path.slice(0, -1);
  const name = item.path.slice(-1).map((area) => fullName(area, language));
  return (
    <li className={styles.area} data-area={item.code}>
      <div className={styles.head}>
        {linkTo ? (
          <a className={styles.name} href={linkTo(item.code)}>
            {name}
          </a>
        ) : (
          <button type="button" className={styles.name} onClick={() => onChoose(item.code)}>
            {name}
          </button>
        )}
        <strong className="tabular">
          {t({ id: "similar.score" }, { percent: percentText(item.similarity, language) })}
        </strong>
        <small className="fine">
          {pathText(above, language)} ·{" "}
          {t({ id: "similar.distance" }, { km: numberText(item.distance_km, language) })}
        </small>
      </div>
      <ul className={styles.parts}>
        {likeness(own, item).map(({ part, share, text }) => (
          <li key={part} data-part={part} data-unknown={share === null}>
            <span className={styles.track} aria-hidden="true">
              <span style={{ width: `${(share ?? 0) * 100}%` }} />
            </span>
            <span>{text}</span>
            <span className="tabular">{share !== null && percentText(share, language)}</span>
          </li>
        ))}
      </ul>
      <AreaWork
        work={item.work}
        profile={pageLink(profilePage, { place: item.code }, { fiscal_year: fiscalYear })}
      />
    </li>
  );
}
