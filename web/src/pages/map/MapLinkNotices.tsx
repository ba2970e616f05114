import { LinkNotices } from "../../features/notices/LinkNotices.tsx";
import { useView } from "../../view/use-view.ts";

/** What the map's link names that is not there. */
export function MapLinkNotices() {
  const { indicators, indicator, fiscalYear } = useView();
  return (
    <LinkNotices
      years={indicator?.fiscal_years ?? NONE}
      year={fiscalYear}
      map={{ indicators, shown: indicator }}
    />
  );
}

const NONE: number[] = [];
