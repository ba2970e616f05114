// The link as state: what is on the screen is read from it, and every change is written to it.
import { createContext, useContext, useSyncExternalStore } from "react";
import { emptyFilter, type Filter } from "../lib/filter.ts";
import { languageAsked } from "./page.ts";
import { type Address, type Arrival, shownPage, stepState } from "./router.ts";
import { parseSearch, type SearchFields, type SearchOf } from "./search-fields.ts";
import { ownSearch, parseUrlState, serializeUrlState, type UrlState } from "./url-state.ts";

/** A page's own address, and whether it is the one on the screen. */
export const AddressContext = createContext<{ address: Address; isShown: boolean } | null>(null);

function useAddress(): { address: Address; isShown: boolean } {
  const given = useContext(AddressContext);
  if (!given) throw new Error("outside of any page");
  return given;
}

export function useUrl(): UrlState {
  const { url } = useAddress().address;
  return useSyncExternalStore(url.subscribe, url.get);
}

/**
 * What the link says by the fields that the page declares; null where it says nothing, or nothing that the field can be.
 * @param page whose component asks
 */
export function usePageSearch<Fields extends SearchFields>({
  search: fields,
}: {
  search: Fields;
}): SearchOf<Fields> {
  const { page, search } = useAddress().address;
  if (page.search !== fields) throw new Error(`${page.path} declares other search parameters`);
  return useSyncExternalStore(search.subscribe, search.get) as SearchOf<Fields>;
}

/** How somebody came to the page, last. */
export function useArrival(): Arrival {
  const { arrival } = useAddress().address;
  return useSyncExternalStore(arrival.subscribe, arrival.get);
}

/** Whether the page is the one on the screen. What waits behind another writes nothing to the link, and takes no keys. */
export const usePageShown = (): boolean => useAddress().isShown;

/** The fiscal year as the link has it, and a way to say that it has been looked at. */
export function useLinkYear(): [year: string | null, seen: () => void] {
  const { linkYear } = useAddress().address;
  return [useSyncExternalStore(linkYear.subscribe, linkYear.get), () => linkYear.set(null)];
}

type How = "push" | "replace";

/**
 * Of the page on the screen; the fields that it alone has stay.
 * @param how "push": a step that the back button takes back; "replace": not worth one (moving the map)
 */
export function updateUrl(change: Partial<UrlState>, how: How = "push"): void {
  const { page, url, search } = shownPage().address;
  const next = { ...url.get(), ...change };
  write(next, serializeUrlState(next, page.search, ownSearch(page.search, search.get())), how);
}

/** The same by the fields that the page declares, while it is on the screen. @param change null: no longer said */
export function updatePageSearch<Fields extends SearchFields>(
  { search: fields }: { search: Fields },
  change: Partial<SearchOf<Fields>>,
  how: How = "push",
): void {
  const { page, url, search } = shownPage().address;
  if (page.search !== fields) return;
  const text = serializeUrlState(url.get(), fields, { ...ownSearch(fields, search.get()), ...change });
  write(parseUrlState(text), text, how);
}

/** @param text of the state, with what else the page's link says */
function write(state: UrlState, text: string, how: How): void {
  const { page, url, search } = shownPage().address;
  const now =
    how === "push"
      ? serializeUrlState(url.get(), page.search, ownSearch(page.search, search.get()))
      : location.search;
  // the address may say less exactly what the state is; a step back to that would lead nowhere
  if (text === now) return;
  const address = `${location.pathname}${text}${location.hash}`;
  if (how === "push") history.pushState(stepState(), "", address);
  else history.replaceState(history.state, "", address);
  languageAsked.set(state.language);
  search.set(parseSearch(page.search, text));
  url.set(state);
}

export function updateFilter(change: Partial<Filter>, how?: How): void {
  updateUrl({ filter: { ...shownPage().address.url.get().filter, ...change } }, how);
}

export function clearFilter(): void {
  updateUrl({ filter: emptyFilter });
}
