import { useSyncExternalStore } from "react";

/** @param query a media query, such as "(max-width: 760px)" */
function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => matchMedia(query).matches,
  );
}

/** The same width as in ui/tokens.css. */
export const usePhone = () => useMedia("(max-width: 760px)");

/** Of the window, in pixels. */
export const useWindowWidth = () =>
  useSyncExternalStore(
    (listener) => {
      addEventListener("resize", listener);
      return () => removeEventListener("resize", listener);
    },
    () => innerWidth,
  );
