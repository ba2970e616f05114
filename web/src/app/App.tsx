// The page that the address is of; the map stays alive behind the others, so that it comes back as it was left.
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type FunctionComponent, useEffect, useSyncExternalStore } from "react";
import { createIntl, type IntlShape, RawIntlProvider } from "react-intl";
import type { Router, Shown } from "../address/router.ts";
import { languageOr } from "../address/use-language.ts";
import { AddressContext } from "../address/use-url.ts";
import { ApiError } from "../data/api.ts";
import { keepMarksInStep } from "../data/queries.ts";
import { recover } from "../data/recovery.ts";
import { codeMessages } from "../i18n/code-messages.ts";
import en from "../i18n/en.json";
import th from "../i18n/th.json";
import type { Signal } from "../lib/signal.ts";
import { spaced } from "../lib/thai-spacing.ts";
import styles from "./App.module.css";
import { Arrivals } from "./Arrivals.tsx";

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
keepMarksInStep(client);
recover(client);
const messages: Record<"th" | "en", Record<string, string>> = {
  th: { ...th, ...codeMessages("th") },
  en: { ...en, ...codeMessages("en") },
};
const intls = {
  th: spacing(createIntl({ locale: "th", messages: messages.th, defaultLocale: "th" })),
  en: createIntl({ locale: "en", messages: messages.en, defaultLocale: "th" }),
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

const useSignal = <T,>({ subscribe, get }: Signal<T>): T => useSyncExternalStore(subscribe, get);

export function App({ router }: { router: Router }) {
  const shown = useSignal(router.shown);
  const alive = useSignal(router.alive);
  const language = languageOr(useSignal(shown.address.url).language);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <QueryClientProvider client={client}>
      <RawIntlProvider value={intls[language]}>
        {alive && <Slot key={alive.path} shown={alive} isShown={alive === shown} language={language} />}
        {shown !== alive && <Slot key={shown.path} shown={shown} isShown language={language} />}
        <Arrivals visit={router.visit} />
      </RawIntlProvider>
    </QueryClientProvider>
  );
}

/** A page with its own address. What waits behind another keeps its size, so that a map need not be drawn anew. */
function Slot({ shown, isShown, language }: { shown: Shown; isShown: boolean; language: "th" | "en" }) {
  const { page, params, address } = shown;
  const Component = shown.Component as FunctionComponent<Record<string, string>>;
  return (
    <AddressContext value={{ address, isShown }}>
      <Title text={isShown ? `${page.title[language]} · ${messages[language]["app.name"]}` : null} />
      <div className={isShown ? styles.shown : styles.waiting} inert={!isShown}>
        <Component {...params} />
      </div>
    </AddressContext>
  );
}

/** The page's own name, until the page itself knows better: effects run in the order of the tree. */
function Title({ text }: { text: string | null }) {
  useEffect(() => {
    if (text) document.title = text;
  }, [text]);
  return null;
}
