import { useIntl } from "react-intl";
import { pageLink } from "../../address/page.ts";
import { page as explainPage } from "../../pages/explain/explain.page.tsx";
import { page as profilePage } from "../../pages/profile/profile.page.tsx";
import { LinkList } from "../../ui/LinkList.tsx";
import { useView } from "../../view/use-view.ts";

/** From a card to the pages of its place, in the year on the map. */
export function PlaceLinks({ code }: { code: string }) {
  const { formatMessage: t } = useIntl();
  const { language, indicator, fiscalYear } = useView();
  const links = [
    {
      href: pageLink(profilePage, { place: code }, { fiscal_year: fiscalYear }),
      text: profilePage.title[language],
    },
  ];
  if (indicator) {
    links.push({
      href: pageLink(explainPage, { indicator: indicator.id, place: code }, { fiscal_year: fiscalYear }),
      text: t({ id: "explain.open" }),
    });
  }
  return <LinkList links={links} />;
}
