// The link as state: what is on the screen is read from it, and every change is written to it.
import { useSyncExternalStore } from "react";
import { emptyFilter, type Filter } from "../lib/filter.ts";
import { createSignal } from "../lib/signal.ts";
import { parseUrlState, serializeUrlState, type UrlState } from "./url-state.ts";

const url = createSignal<UrlState>(parseUrlState(location.search));
/** The fiscal year as the link has it, readable or not; null once somebody has looked at it. */
export const linkYear = createSignal(new URLSearchParams(location.search).get("fiscal_year"));

let byHistory = false;
addEventListener("popstate", () => {
  byHistory = true;
  linkYear.set(new URLSearchParams(location.search).get("fiscal_year"));
  url.set(parseUrlState(location.search));
});

/** Whether what is on the screen came by the browser's back and forward: it names the map's position too. */
export const cameByHistory = () => byHistory;

/**
 * @param how "push": a step that the back button takes back; "replace": not worth one (moving the map)
 */
export function updateUrl(change: Partial<UrlState>, how: "push" | "replace" = "push"): void {
  const next = { ...url.get(), ...change };
  const search = serializeUrlState(next);
  // the address may say less exactly what the state is; a step back to that would lead nowhere
  if (search === (how === "push" ? serializeUrlState(url.get()) : location.search)) return;
  const address = `${location.pathname}${search}${location.hash}`;
  if (how === "push") history.pushState(null, "", address);
  else history.replaceState(null, "", address);
  byHistory = false;
  url.set(next);
}

export function updateFilter(change: Partial<Filter>, how?: "push" | "replace"): void {
  updateUrl({ filter: { ...url.get().filter, ...change } }, how);
}

export function clearFilter(): void {
  updateUrl({ filter: emptyFilter });
}

export function useUrl(): UrlState {
  return useSyncExternalStore(url.subscribe, url.get);
}
