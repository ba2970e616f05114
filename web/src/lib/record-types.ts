// The two kinds that have a view of their own beside the general one, as answers have them.
import type { kind as organization } from "@phuenthi/server/records/organization.record";
import type { kind as plan } from "@phuenthi/server/records/plan.record";
import type { CommonOf, FieldsOf, MoreOf } from "@phuenthi/server/records/record-answer";

export type OrganizationItem = FieldsOf<typeof organization> &
  CommonOf & { position: [number, number] | null };

export type PlanItem = FieldsOf<typeof plan> & CommonOf;
export type PlanDetail = PlanItem & MoreOf<typeof plan>;
