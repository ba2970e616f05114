import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useEffect } from "react";
import { createIntl, type IntlShape, RawIntlProvider } from "react-intl";
import { useLanguage } from "../address/use-language.ts";
import { ApiError } from "../data/api.ts";
import en from "../i18n/en.json";
import th from "../i18n/th.json";
import { withoutBase } from "../lib/base.ts";
import { spaced } from "../lib/thai-spacing.ts";
import { MapPage } from "../pages/map/MapPage.tsx";

const ExplainPage = lazy(() => import("../pages/explain/ExplainPage.tsx"));
const ProfilePage = lazy(() => import("../pages/profile/ProfilePage.tsx"));
const NotFoundPage = lazy(() => import("../pages/NotFoundPage.tsx"));
const TargetPage = lazy(() => import("../pages/target/TargetPage.tsx"));
const TargetsPage = lazy(() => import("../pages/targets/TargetsPage.tsx"));

/** The pages beside the map, by address; each gets the groups of its pattern. */
const PAGES: [pattern: RegExp, page: (...groups: string[]) => ReactNode][] = [
  [/^\/areas\/([A-Za-z0-9]+)\/?$/, (place = "") => <ProfilePage place={place.toUpperCase()} />],
  [/^\/targets\/?$/, () => <TargetsPage />],
  [/^\/targets\/([a-z0-9-]+)\/?$/, (indicator = "") => <TargetPage indicator={indicator} />],
  [
    /^\/explain\/([a-z0-9-]+)\/([A-Za-z0-9]+)\/?$/,
    (indicator = "", place = "") => <ExplainPage indicator={indicator} place={place.toUpperCase()} />,
  ],
];

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      // what was seen stays at hand for a day in the field without a network
      gcTime: 24 * 60 * 60_000,
      retry: (count, error) => count < 2 && error instanceof ApiError && error.isPassing,
      // without a network the page says so at once; what is at hand stays, and reconnecting asks again
      networkMode: "always",
      refetchOnReconnect: true,
      refetchOnWindowFocus: false,
    },
  },
});
const messages: Record<"th" | "en", Record<string, string>> = { th, en };
const intls = {
  th: spacing(createIntl({ locale: "th", messages: th, defaultLocale: "th" })),
  en: createIntl({ locale: "en", messages: en, defaultLocale: "th" }),
};

/** Names that are put into Thai texts bring no spaces along: they get those they need here, once for all. */
function spacing(intl: IntlShape): IntlShape {
  const format = intl.formatMessage as (...args: unknown[]) => unknown;
  const formatMessage = (...args: unknown[]) => {
    const text = format(...args);
    return typeof text === "string" ? spaced(text) : text;
  };
  return { ...intl, formatMessage: formatMessage as IntlShape["formatMessage"] };
}

export function App() {
  const language = useLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = messages[language]["app.title"] ?? "Phuenthi";
  }, [language]);
  return (
    <QueryClientProvider client={client}>
      <RawIntlProvider value={intls[language]}>
        <Suspense fallback={null}>{pageAt(withoutBase(location.pathname))}</Suspense>
      </RawIntlProvider>
    </QueryClientProvider>
  );
}

/** Pages are reached by links and load anew, so the address is read once. */
function pageAt(path: string): ReactNode {
  for (const [pattern, page] of PAGES) {
    const match = pattern.exec(path);
    if (match) return page(...match.slice(1));
  }
  return path === "/" || path === "/index.html" ? <MapPage /> : <NotFoundPage />;
}
