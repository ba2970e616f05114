import { useEffect } from "react";
import { usePageShown } from "./use-url.ts";

/** What the tab says of a page that knows what it is of. @param title nothing: not known yet, the page's own name stays */
export function usePageTitle(title: string | null | undefined): void {
  const isShown = usePageShown();
  useEffect(() => {
    if (title && isShown) document.title = title;
  }, [title, isShown]);
}
