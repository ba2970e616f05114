// What on the map page is not real: of the figures of the indicator shown, and of the records under it.
import { SampleNotice } from "../../features/notices/SampleNotice.tsx";
import { useCoverage } from "../../view/use-view.ts";

export function MapSampleNotice() {
  const { data, isPlaceholderData } = useCoverage();
  return <SampleNotice figures={isPlaceholderData ? undefined : data?.sample_records} />;
}
