// An address that is none: said so, with ways on, instead of a map that nobody asked for.
import { useIntl } from "react-intl";
import { pageLink } from "../../address/page.ts";
import { useLanguage } from "../../address/use-language.ts";
import { Empty } from "../../ui/States.tsx";
import { page as mapPage } from "../map/map.page.tsx";
import { PageFrame } from "../PageFrame.tsx";
import { page as targetsPage } from "../targets/targets.page.tsx";
import { page } from "./not-found.page.tsx";

export default function NotFoundPage() {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  return (
    <PageFrame>
      <h1>{page.title[language]}</h1>
      <Empty>{t({ id: "notFound.text" })}</Empty>
      <p>
        <a href={pageLink(mapPage, {})}>{t({ id: "notFound.map" })}</a> ·{" "}
        <a href={pageLink(targetsPage, {})}>{t({ id: "country.targets" })}</a>
      </p>
    </PageFrame>
  );
}
