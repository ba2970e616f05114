// Tambon like this one that reached the strategy's first target, to learn from.

import { pageLink } from "../../address/page.ts";
import { useUrl } from "../../address/use-url.ts";
import { SimilarAreas } from "../../features/similar/SimilarAreas.tsx";
import { useOverview } from "../../view/use-overview.ts";
import styles from "./Peers.module.css";
import { page as profilePage } from "./profile.page.tsx";

export function Peers({ code }: { code: string }) {
  const { fiscalYear } = useUrl();
  const { year } = useOverview(code);
  if (year === null) return null;
  return (
    <div className={styles.peers}>
      <SimilarAreas
        indicator="plans-linked"
        fiscalYear={year}
        code={code}
        linkTo={(peer) => pageLink(profilePage, { place: peer }, { fiscal_year: fiscalYear })}
        startsOpen
      />
    </div>
  );
}
