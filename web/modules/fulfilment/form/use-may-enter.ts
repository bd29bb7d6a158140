import { isBranchKind, isCommitteeKind } from "@dutyloop/domain/organization/things.ts";
import { useViewedOrganization } from "../../../app/frame/view.ts";
import { useSession } from "../../../app/session/session.ts";
import { isReached, reachOf } from "./reach.ts";

/** Whether the organisation in view holds events of its own, and the user writes their records. */
export function useMayEnter(): boolean {
  const session = useSession();
  const organization = useViewedOrganization().query.data;
  if (!organization) return false;
  const { kind } = organization;
  const holds = isBranchKind(kind) || isCommitteeKind(kind) || kind === "LEADING_GROUP";
  return holds && isReached(reachOf(session, "record.draft"), organization);
}
