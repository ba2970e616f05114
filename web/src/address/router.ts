// Which page the address is of, and going from one to the next without loading the server's page anew. Pages are plain links:
// whatever is more than a plain click, or leads elsewhere, is left to the browser.
import type { FunctionComponent } from "react";
import { basePath, withoutBase } from "../lib/base.ts";
import { createSignal, type Signal } from "../lib/signal.ts";
import { type AnyPage, languageAsked, matchPage } from "./page.ts";
import { parseSearch } from "./search-fields.ts";
import { parseUrlState, type UrlState } from "./url-state.ts";

/** How somebody came to an address. open: the first of this window · link · history: back, forward */
export type Arrival = { how: "open" | "link" | "history"; state: UrlState };

/** The address of one page: what it shows is read from it, also while it waits behind another. */
export type Address = {
  page: AnyPage;
  url: Signal<UrlState>;
  /** what the link says by the fields that the page declares */
  search: Signal<Record<string, unknown>>;
  /** the fiscal year as the link has it, readable or not; null once somebody has looked at it */
  linkYear: Signal<string | null>;
  arrival: Signal<Arrival>;
};

export type Shown = {
  page: AnyPage;
  Component: FunctionComponent<never>;
  params: Record<string, string>;
  /** changes with the page and its params, not with what the link says of them */
  path: string;
  address: Address;
};

/** key: of the step of the history */
type Visit = { number: number; how: Arrival["how"]; key: string };

export type Router = {
  shown: Signal<Shown>;
  /** the page that waits behind others; null: none did yet */
  alive: Signal<Shown | null>;
  /** the last going from page to page, for whoever looks after scroll and focus */
  visit: Signal<Visit>;
};

let router: Router | null = null;
let pages: readonly AnyPage[] = [];
/** of the latest wish: whoever clicks again while a page is on its way goes to the second */
let wish = 0;

/** The page on the screen and its address. */
export function shownPage(): Shown {
  if (!router) throw new Error("the router has not been started");
  return router.shown.get();
}

/** A step of the history, by which scroll and focus are kept. */
export const stepKey = (): string => (history.state as { key?: string } | null)?.key ?? "";

/** Where the page stands that is shown when an address is of none. */
const NOT_FOUND = "/404";

/** @param all found by name */
export async function startRouter(all: readonly AnyPage[]): Promise<Router> {
  // a fixed part outranks one that may be anything
  pages = all.toSorted((a, b) => a.path.split(":").length - b.path.split(":").length);
  if (!stepKey()) history.replaceState({ key: newKey() }, "");
  const found = await find(location.pathname);
  const first = { ...found, address: addressOf(found, location.search, "open") };
  const made: Router = {
    shown: createSignal(first),
    alive: createSignal(first.page.staysAlive ? first : null),
    visit: createSignal<Visit>({ number: 0, how: "open", key: stepKey() }),
  };
  router = made;
  languageAsked.set(first.address.url.get().language);
  addEventListener("popstate", () => void arrive("history"));
  document.addEventListener("click", onClick);
  document.addEventListener("pointerover", onPointerOver);
  return made;
}

/** Goes to an address of this server as a link would. */
async function goTo(href: string): Promise<void> {
  const to = new URL(href, location.href);
  const mine = ++wish;
  try {
    await pageAt(to.pathname)?.page.load();
  } catch {
    return location.assign(href);
  }
  if (mine !== wish) return;
  history.pushState({ key: newKey() }, "", to);
  await arrive("link");
}

/** Shows what the address says now. */
async function arrive(how: "link" | "history"): Promise<void> {
  if (!router) return;
  const mine = ++wish;
  const { pathname, search } = location;
  const found = await find(pathname).catch(() => null);
  // without the page's code the browser says what is wrong, or fetches the newer page
  if (!found) return location.reload();
  if (mine !== wish) return;
  const before = router.shown.get();
  const address = addressOf(found, search, how);
  languageAsked.set(address.url.get().language);
  if (before.path === found.path) return;
  const alive = router.alive.get();
  const next = alive?.path === found.path ? alive : { ...found, address };
  if (next.page.staysAlive) router.alive.set(next);
  router.shown.set(next);
  router.visit.set({ number: router.visit.get().number + 1, how, key: stepKey() });
}

async function find(pathname: string): Promise<Omit<Shown, "address">> {
  const { page, params } = pageAt(pathname) ?? notFound();
  const { default: Component } = await page.load();
  const path = page.path.replace(/:(\w+)/g, (_, name) => params[name] ?? "");
  return { page, Component, params, path };
}

/** The address of a page that somebody comes to: its own from before, where it is still there. */
function addressOf(
  { page, path }: Pick<Shown, "page" | "path">,
  search: string,
  how: Arrival["how"],
): Address {
  const said = parseSearch(page.search, search);
  const arrival: Arrival = { how, state: parseUrlState(search) };
  const year = new URLSearchParams(search).get("fiscal_year");
  const known = [router?.shown.get(), router?.alive.get()].find((one) => one?.path === path)?.address;
  if (!known) {
    return {
      page,
      url: createSignal(arrival.state),
      search: createSignal<Record<string, unknown>>(said),
      linkYear: createSignal(year),
      arrival: createSignal(arrival),
    };
  }
  known.linkYear.set(year);
  known.url.set(arrival.state);
  known.search.set(said);
  known.arrival.set(arrival);
  return known;
}

function pageAt(pathname: string): { page: AnyPage; params: Record<string, string> } | null {
  const path = withoutBase(pathname);
  for (const page of pages) {
    const params = matchPage(page, path);
    if (params) return { page, params };
  }
  return null;
}

function notFound(): { page: AnyPage; params: Record<string, string> } {
  const page = pages.find(({ path }) => path === NOT_FOUND);
  if (!page) throw new Error(`there is no page at ${NOT_FOUND}`);
  return { page, params: {} };
}

/** The link that an event is on, where it leads to a page of ours. */
function ownLink(event: Event): HTMLAnchorElement | null {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
  if (!link || link.origin !== location.origin || link.hasAttribute("download")) return null;
  if (!`${link.pathname}/`.startsWith(basePath) || !pageAt(link.pathname)) return null;
  return link.target === "" || link.target === "_self" ? link : null;
}

function onClick(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = ownLink(event);
  if (!link) return;
  // to a part of the same page
  const isHere = link.pathname === location.pathname && link.search === location.search;
  if (isHere && link.hash !== "") return;
  event.preventDefault();
  void goTo(link.href);
}

/** A page's code comes while the pointer is still on its way to the button. */
function onPointerOver(event: PointerEvent): void {
  const link = ownLink(event);
  if (link)
    pageAt(link.pathname)
      ?.page.load()
      .catch(() => {});
}

/** Unlike any of this window's, also after it was loaded anew. */
const newKey = () => Math.random().toString(36).slice(2);
export const stepState = () => ({ key: newKey() });
