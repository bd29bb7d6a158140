import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { OrganizationKind, Post } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { postRoleRows } from "../../../platform/access/post-role-rows.ts";
import type { Saving } from "../../../platform/ritual/saving.ts";

export type EndedPost = {
  readonly appointmentId: string;
  readonly personId: string;
  readonly organizationId: string;
  readonly kind: OrganizationKind;
  readonly post: Post;
};

/**
 * Ends the role that goes with a post on the post's last day, for every account of its holder; it goes on where another
 * post of his there carries the same one. A role of another kind, and one on another organisation, came otherwise.
 */
export function endRoleOfPost(saving: Saving, tenantId: number, ended: EndedPost, lastDay: PlainDate): void {
  const rules = postRoleRows(tenantId);
  saving.change(sql`UPDATE role_grant g SET valid_from = LEAST(g.valid_from, ${lastDay}::date), valid_to = ${lastDay}::date
    FROM account a, ${rules} AS carried
    WHERE carried.post = ${ended.post} AND carried.kind = ${ended.kind} AND g.role = carried.role
      AND g.tenant_id = ${tenantId} AND g.organization_id = ${ended.organizationId}::uuid
      AND (g.valid_to IS NULL OR g.valid_to > ${lastDay}::date)
      AND a.tenant_id = g.tenant_id AND a.id = g.account_id AND a.person_id = ${ended.personId}::uuid
      AND NOT EXISTS (SELECT 1 FROM appointment other
        JOIN ${rules} AS alike ON alike.kind = ${ended.kind} AND alike.role = carried.role AND alike.post = other.post
        WHERE other.tenant_id = g.tenant_id AND other.person_id = a.person_id AND other.organization_id = g.organization_id
          AND other.id <> ${ended.appointmentId}::uuid AND (other.valid_to IS NULL OR other.valid_to > ${lastDay}::date))`);
}
