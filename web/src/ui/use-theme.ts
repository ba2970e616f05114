import { useSyncExternalStore } from "react";
import { createSignal } from "../lib/signal.ts";
import { readStored, store } from "../lib/stored.ts";

const KEY = "phuenthi-theme";
const media = matchMedia("(prefers-color-scheme: dark)");
const chosen = createSignal<string | null>(readStored(KEY));

const resolve = (): "light" | "dark" => {
  const choice = chosen.get();
  if (choice === "light" || choice === "dark") return choice;
  return media.matches ? "dark" : "light";
};

function subscribe(listener: () => void): () => void {
  const end = chosen.subscribe(listener);
  media.addEventListener("change", listener);
  return () => {
    end();
    media.removeEventListener("change", listener);
  };
}

/** Puts an earlier choice on the page before anything is drawn. */
export function applyStoredTheme(): void {
  const choice = chosen.get();
  if (choice === "light" || choice === "dark") document.documentElement.dataset.theme = choice;
}

export function setTheme(theme: "light" | "dark"): void {
  document.documentElement.dataset.theme = theme;
  store(KEY, theme);
  chosen.set(theme);
}

export function useTheme(): "light" | "dark" {
  return useSyncExternalStore(subscribe, resolve);
}
