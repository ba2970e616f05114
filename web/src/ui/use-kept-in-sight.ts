// A strip that may be wider than its place, and the one thing in it that has to be seen.
import { type RefObject, useEffect } from "react";

/**
 * Moves the strip, and nothing that it stands in, until the wanted one is in its middle or as near as it gets; again when letters of
 * another font or a panel beside it have changed a width.
 * @param wanted selector of it within the strip, of nothing else there
 */
export function useKeptInSight(strip: RefObject<HTMLElement | null>, wanted: string): void {
  useEffect(() => {
    const around = strip.current;
    const one = around?.querySelector(wanted);
    if (!around || !one) return;
    const bring = () => {
      const [outer, inner] = [around.getBoundingClientRect(), one.getBoundingClientRect()];
      around.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
    };
    // called once at the beginning, too
    const widths = new ResizeObserver(bring);
    for (const part of [around, ...around.querySelectorAll("button")]) widths.observe(part);
    return () => widths.disconnect();
  }, [strip, wanted]);
}
