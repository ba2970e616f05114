import { useIntl } from "react-intl";
import { pageLink } from "../../address/page.ts";
import { onServer } from "../../lib/base.ts";
import { page as cataloguePage } from "../../pages/catalogue/catalogue.page.tsx";

/** The way from the page to the data behind it, for whoever works with programs of their own. */
export function ApiLinks() {
  const { formatMessage: t } = useIntl();
  return (
    <span className="screen-only">
      <a href={pageLink(cataloguePage, {})}>{t({ id: "api.catalogue" })}</a> · {t({ id: "api.for" })}{" "}
      <a href={onServer("/api/docs/")}>{t({ id: "api.docs" })}</a> ·{" "}
      <a href={onServer("/api/openapi.json")}>OpenAPI</a>
    </span>
  );
}
