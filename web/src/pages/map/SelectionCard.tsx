// What is selected: the country, an area, or a record of any kind.
import { useQueryClient } from "@tanstack/react-query";
import { useContext } from "react";
import { useIntl } from "react-intl";
import { updateUrl } from "../../address/use-url.ts";
import { areaQuery } from "../../data/queries.ts";
import { AreaCard } from "../../features/area-card/AreaCard.tsx";
import { CountryExplanation } from "../../features/area-card/CountryExplanation.tsx";
import { PlaceCard } from "../../features/area-card/PlaceCard.tsx";
import { RecordCard } from "../../features/records/RecordCard.tsx";
import { SimilarAreas } from "../../features/similar/SimilarAreas.tsx";
import { CountrySummary } from "../../features/summary/CountrySummary.tsx";
import { isAreaCode } from "../../lib/area-name.ts";
import { MapCommandsContext } from "../../map/map-signals.ts";
import { Button } from "../../ui/Button.tsx";
import { useGoTo } from "../../view/use-go-to.ts";
import { useView } from "../../view/use-view.ts";
import styles from "./SelectionCard.module.css";

export function SelectionCard({ onExport }: { onExport: (area?: string) => void }) {
  const { formatMessage: t } = useIntl();
  const { url, filter, indicator, fiscalYear } = useView();
  const goTo = useGoTo();
  const map = useContext(MapCommandsContext);
  const client = useQueryClient();
  const { selection } = url;

  if (selection && selection.type !== "area") {
    return <RecordCard key={selection.id} kind={selection.type} id={selection.id} />;
  }
  if (!selection) {
    return (
      <CountrySummary
        explanation={<CountryExplanation />}
        actions={
          <div className={styles.actions}>
            <Button icon="table" onClick={() => updateUrl({ table: "areas", sort: null })}>
              {t({ id: "action.table" })}
            </Button>
            <Button icon="download" onClick={() => onExport()}>
              {t({ id: "action.export" })}
            </Button>
          </div>
        }
      />
    );
  }
  const { id } = selection;
  const isFiltered = filter.within.length === 1 && filter.within[0] === id;
  const filterAndExport = (
    <>
      <Button
        icon="filter"
        pressed={isFiltered}
        onClick={() => updateUrl({ filter: { ...filter, within: isFiltered ? [] : [id] } })}
      >
        {t({ id: "action.filter" })}
      </Button>
      <Button icon="download" onClick={() => onExport(id)}>
        {t({ id: "action.export" })}
      </Button>
    </>
  );
  if (!isAreaCode(id)) {
    return <PlaceCard key={id} code={id} actions={<div className={styles.actions}>{filterAndExport}</div>} />;
  }
  return (
    <AreaCard
      key={id}
      code={id}
      similar={
        indicator && (
          <SimilarAreas indicator={indicator.id} fiscalYear={fiscalYear} code={id} onChoose={goTo.area} />
        )
      }
      actions={
        <div className={styles.actions}>
          <Button
            icon="zoomTo"
            onClick={async () => {
              const area = await client.fetchQuery(areaQuery(id)).catch(() => null);
              if (area) map?.fit(area.bbox, 15);
            }}
          >
            {t({ id: "action.zoom" })}
          </Button>
          {filterAndExport}
        </div>
      }
    />
  );
}
