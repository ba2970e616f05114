// An empty list that is no empty register: what was in force before the year, or comes after it, and a way to each.
import type { OutOfYear, PlaceProfile } from "@phuenthi/server/contract/profiles";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { fiscalYearText } from "../../lib/fiscal-year.ts";
import { langOf } from "../../lib/lang-of.ts";
import { useShortfallTexts } from "../../words/use-shortfall-texts.ts";
import { recordLink } from "../record-link.ts";
import { List, Note, Nothing } from "./Section.tsx";

type Left = PlaceProfile["out_of_year"];

/** @param list of records that begin and end */
export function NoneInForce({
  profile,
  list,
}: {
  profile: PlaceProfile;
  list: { [Key in keyof Left]: Left[Key] extends OutOfYear ? Key : never }[keyof Left];
}) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const shortfall = useShortfallTexts();
  const when = useWhen(profile);
  const { over, later, items } = profile.out_of_year[list];
  if (over + later === 0) return <Nothing profile={profile}>{t({ id: `profile.${list}.none` })}</Nothing>;
  const counts = [
    over > 0 && t({ id: `profile.${list}.over` }, { count: over }),
    later > 0 && t({ id: `profile.${list}.later` }, { count: later }),
  ].filter(Boolean);
  return (
    <>
      <Note>{[t({ id: `profile.${list}.none.year` }, when), ...counts].join(" · ")}</Note>
      <List>
        {items.map((record) => {
          const title = (language === "en" && record.title_en) || record.title_th;
          const link = recordLink(record.type, record.id, profile.fiscal_year);
          return (
            <li key={record.id}>
              <span lang={langOf(title)}>{link ? <a href={link}>{title}</a> : title}</span>
              <small>{shortfall(record)}</small>
            </li>
          );
        })}
      </List>
    </>
  );
}

/** Records that only begin: none yet in the year, though there are some after it. */
export function NoneYet({
  profile,
  list,
}: {
  profile: PlaceProfile;
  list: { [Key in keyof Left]: Left[Key] extends number ? Key : never }[keyof Left];
}) {
  const { formatMessage: t } = useIntl();
  const when = useWhen(profile);
  const count = profile.out_of_year[list];
  return (
    <Nothing profile={profile}>
      {count === 0
        ? t({ id: `profile.${list}.none` })
        : t({ id: `profile.${list}.none.year` }, { ...when, count })}
    </Nothing>
  );
}

function useWhen({ fiscal_year: year }: PlaceProfile): { when: "now" | "year"; year: string } {
  const language = useLanguage();
  return year === null ? { when: "now", year: "" } : { when: "year", year: fiscalYearText(year, language) };
}
