// What the local authorities of a filter cannot say, in words: a part of a tambon is taken for all of it, and one whose tambon
// nobody published has no records.
import { useIntl } from "react-intl";
import { useLanguage } from "../address/use-language.ts";
import { useAreas, usePlaces } from "../data/use-areas.ts";
import { fullName } from "../lib/area-name.ts";
import { tambonOf } from "../lib/authority-tambon.ts";
import { namedPlace } from "../lib/named-place.ts";

export function useAuthorityNotes(within: readonly string[]): string[] {
  const { formatMessage: t, formatList } = useIntl();
  const language = useLanguage();
  const asked = within.filter((code) => code.startsWith("L"));
  const places = usePlaces(asked.length > 0).data;
  const areas = useAreas(asked.length > 0).data;
  if (!places || !areas) return [];
  return asked.flatMap((code) => {
    const authority = namedPlace(places, code)?.name[language];
    // one over a whole province is not in the index: it has all of it
    if (!authority) return [];
    const { whole, part } = tambonOf(places, code);
    if (whole.length + part.length === 0) return [t({ id: "filter.area.unknown" }, { authority })];
    if (part.length === 0) return [];
    const names = part.flatMap((one) => areas.byCode.get(one) ?? []).map((area) => fullName(area, language));
    return [t({ id: "filter.area.part" }, { authority, tambon: formatList(names) })];
  });
}
