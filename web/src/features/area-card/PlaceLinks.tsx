import { useIntl } from "react-intl";
import { explainLink, profileLink } from "../../address/page-links.ts";
import { LinkList } from "../../ui/LinkList.tsx";
import { useView } from "../../view/use-view.ts";

/** From a card to the pages of its place, in the year on the map. */
export function PlaceLinks({ code }: { code: string }) {
  const { formatMessage: t } = useIntl();
  const { url, indicator, fiscalYear } = useView();
  const links = [{ href: profileLink(code, fiscalYear, url.language), text: t({ id: "profile.title" }) }];
  if (indicator) {
    links.push({
      href: explainLink(indicator.id, code, fiscalYear, url.language),
      text: t({ id: "explain.open" }),
    });
  }
  return <LinkList links={links} />;
}
