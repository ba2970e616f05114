// Where the place lies, drawn as lines: it prints sharp, and needs no tiles.
import type { PlaceProfile } from "@phuenthi/server/contract/profiles";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { outlinePicture } from "../../lib/outline-picture.ts";
import { placeName } from "../../lib/place-name.ts";
import styles from "./PlacePicture.module.css";

const BOX = { width: 300, height: 260 };
/** Room for lines and the ring at the rim. */
const PAD = 8;

export function PlacePicture({ profile }: { profile: PlaceProfile }) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const { place, path, outline, context_outline } = profile;
  if (!outline) return <p className={styles.noPicture}>{t({ id: "profile.picture.none" })}</p>;
  const picture = outlinePicture(outline, context_outline, BOX);
  const above = path.at(-1);
  const name = placeName(place, language);
  const caption = above
    ? t({ id: "profile.picture" }, { place: name, context: placeName(above, language) })
    : name;
  return (
    <figure className={styles.picture}>
      <svg
        viewBox={`${-PAD} ${-PAD} ${picture.width + 2 * PAD} ${picture.height + 2 * PAD}`}
        role="img"
        aria-label={caption}
      >
        {picture.context && <path d={picture.context} className={styles.context} />}
        <path d={picture.place} className={styles.place} />
        {picture.ring && (
          <circle cx={picture.ring.x} cy={picture.ring.y} r={picture.ring.r} className={styles.ring} />
        )}
      </svg>
      <figcaption>
        {caption}
        {place.level === "local_authority" && <small>{t({ id: "profile.picture.parts" })}</small>}
      </figcaption>
    </figure>
  );
}
