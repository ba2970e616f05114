import { useQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { healthQuery } from "../../data/queries.ts";
import { Tag } from "../../ui/Tag.tsx";

/** Which record is made up, where not all are: that all are, the page says already. */
export function SampleMark() {
  const { formatMessage: t } = useIntl();
  const { data } = useQuery(healthQuery);
  if (data?.sample_records === "all") return null;
  return <Tag>{t({ id: "sample.record" })}</Tag>;
}
