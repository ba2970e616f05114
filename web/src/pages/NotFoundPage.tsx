// An address that is none: said so, with ways on, instead of a map that nobody asked for.
import { useEffect } from "react";
import { useIntl } from "react-intl";
import { targetsLink } from "../address/page-links.ts";
import { useUrl } from "../address/use-url.ts";
import { basePath } from "../lib/base.ts";
import { Empty } from "../ui/States.tsx";
import { PageFrame } from "./PageFrame.tsx";

export default function NotFoundPage() {
  const { formatMessage: t } = useIntl();
  const { language } = useUrl();
  const title = t({ id: "notFound.title" });
  useEffect(() => {
    document.title = `${title} · ${t({ id: "app.name" })}`;
  }, [title, t]);
  return (
    <PageFrame>
      <h1>{title}</h1>
      <Empty>{t({ id: "notFound.text" })}</Empty>
      <p>
        <a href={basePath}>{t({ id: "notFound.map" })}</a> ·{" "}
        <a href={targetsLink(language)}>{t({ id: "country.targets" })}</a>
      </p>
    </PageFrame>
  );
}
