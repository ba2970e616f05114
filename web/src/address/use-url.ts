// The link as state: what is on the screen is read from it, and every change is written to it.
import { createContext, useContext, useSyncExternalStore } from "react";
import { emptyFilter, type Filter } from "../lib/filter.ts";
import { languageAsked } from "./page.ts";
import { type Address, type Arrival, shownPage, stepState } from "./router.ts";
import { serializeUrlState, type UrlState } from "./url-state.ts";

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

/**
 * Of the page on the screen.
 * @param how "push": a step that the back button takes back; "replace": not worth one (moving the map)
 */
export function updateUrl(change: Partial<UrlState>, how: "push" | "replace" = "push"): void {
  const { url } = shownPage().address;
  const next = { ...url.get(), ...change };
  const search = serializeUrlState(next);
  // the address may say less exactly what the state is; a step back to that would lead nowhere
  if (search === (how === "push" ? serializeUrlState(url.get()) : location.search)) return;
  const address = `${location.pathname}${search}${location.hash}`;
  if (how === "push") history.pushState(stepState(), "", address);
  else history.replaceState(history.state, "", address);
  languageAsked.set(next.language);
  url.set(next);
}

export function updateFilter(change: Partial<Filter>, how?: "push" | "replace"): void {
  updateUrl({ filter: { ...shownPage().address.url.get().filter, ...change } }, how);
}

export function clearFilter(): void {
  updateUrl({ filter: emptyFilter });
}
