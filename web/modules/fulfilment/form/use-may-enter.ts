import { isBranchKind, isCommitteeKind } from "@dutyloop/domain/organization/things.ts";
import { useViewedOrganization } from "../../../app/frame/view.ts";
import { useMay } from "../../../app/session/session.ts";

/** Whether the organisation in view holds events of its own, and the user writes their records. */
export function useMayEnter(): boolean {
  const may = useMay();
  const organization = useViewedOrganization().query.data;
  if (!organization) return false;
  const { kind } = organization;
  const holds = isBranchKind(kind) || isCommitteeKind(kind) || kind === "LEADING_GROUP";
  return holds && may("record.draft", organization);
}
