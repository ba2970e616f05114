// Going from page to page as a browser would do it: a new page begins at its top, with the focus on its heading and its name
// spoken; back and forward lead to where somebody was, in sight and in focus.
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { type Router, stepKey } from "../address/router.ts";
import { findMarked, type Mark, markOf } from "./focus-mark.ts";

/** How long a page may take to have what it had (ms). */
const PATIENCE = 5000;

type Left = { scroll: number; focus: Mark | null };
/** By the step of the history; kept for as long as the tab, for a page that is loaded anew. */
const KEY = "phuenthi-left";
const KEPT = 50;
const left = new Map<string, Left>(readKept());

export function Arrivals({ visit }: { visit: Router["visit"] }) {
  const { number, how, key } = useSyncExternalStore(visit.subscribe, visit.get);
  const [spoken, setSpoken] = useState("");
  const isArriving = useRef(false);

  useEffect(() => {
    history.scrollRestoration = "manual";
    const remember = () => {
      if (isArriving.current) return;
      left.set(stepKey(), { scroll: scrollY, focus: markOf(document.activeElement) });
    };
    addEventListener("scroll", remember, { passive: true });
    addEventListener("focusin", remember);
    addEventListener("pagehide", keep);
    return () => {
      removeEventListener("pagehide", keep);
      removeEventListener("scroll", remember);
      removeEventListener("focusin", remember);
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each going from page to page
  useEffect(() => {
    const before = how === "history" || (number === 0 && wasLoadedAnew()) ? left.get(key) : undefined;
    // the first page of a window begins as the browser has it
    if (number === 0 && !before) return;
    isArriving.current = true;
    setSpoken("");
    scrollTo(0, 0);
    const until = performance.now() + PATIENCE;
    let frame = 0;
    const end = () => {
      cancelAnimationFrame(frame);
      isArriving.current = false;
      for (const kind of ["wheel", "keydown", "pointerdown"]) removeEventListener(kind, end);
    };
    // whoever moves by themselves is not moved
    for (const kind of ["wheel", "keydown", "pointerdown"]) addEventListener(kind, end, { passive: true });
    const settle = () => {
      const wanted = before?.scroll ?? 0;
      if (Math.abs(scrollY - wanted) > 1) scrollTo(0, wanted);
      const target = (before?.focus && findMarked(before.focus)) ?? heading();
      const isThere = target !== null && Math.abs(scrollY - wanted) <= 1;
      if (target && (isThere || performance.now() > until)) {
        if (!target.matches("a, button, input, select, summary, [tabindex]")) target.tabIndex = -1;
        target.focus({ preventScroll: true });
        setSpoken(document.title);
      }
      if (isThere || performance.now() > until) end();
      else frame = requestAnimationFrame(settle);
    };
    frame = requestAnimationFrame(settle);
    return end;
  }, [number]);

  return (
    <p className="visually-hidden" aria-live="polite">
      {spoken}
    </p>
  );
}

function wasLoadedAnew(): boolean {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return entry?.type === "reload" || entry?.type === "back_forward";
}

function readKept(): [string, Left][] {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
  } catch {
    return [];
  }
}

function keep(): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify([...left].slice(-KEPT)));
  } catch {
    // storage may be forbidden: a page that is loaded anew begins at its top
  }
}

/** Of the page on the screen. */
function heading(): HTMLElement | null {
  return [...document.querySelectorAll<HTMLElement>("h1")].find((one) => !one.closest("[inert]")) ?? null;
}
