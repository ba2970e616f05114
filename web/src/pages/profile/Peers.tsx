// Tambon like this one that reached the strategy's first target, to learn from.
import { profileLink } from "../../address/page-links.ts";
import { useUrl } from "../../address/use-url.ts";
import { SimilarAreas } from "../../features/similar/SimilarAreas.tsx";
import { useOverview } from "../../view/use-overview.ts";
import styles from "./Peers.module.css";

export function Peers({ code }: { code: string }) {
  const { language, fiscalYear } = useUrl();
  const { year } = useOverview(code);
  if (year === null) return null;
  return (
    <div className={styles.peers}>
      <SimilarAreas
        indicator="plans-linked"
        fiscalYear={year}
        code={code}
        linkTo={(peer) => profileLink(peer, fiscalYear, language)}
        startsOpen
      />
    </div>
  );
}
