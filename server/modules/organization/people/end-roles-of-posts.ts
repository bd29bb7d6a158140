import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { OrganizationKind, Post } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { postRoleRows } from "../../../platform/access/post-role-rows.ts";
import type { Saving } from "../../../platform/ritual/saving.ts";

/** Posts of one organisation that end on the same day. */
export type EndedPosts = {
  readonly organizationId: string;
  readonly kind: OrganizationKind;
  readonly posts: readonly { readonly id: string; readonly personId: string; readonly post: Post }[];
};

/**
 * Ends the roles that go with posts on the posts' last day, for every account of their holders; a role goes on where a post
 * of the same holder there that doesn't end carries it. One of another kind, and one on another organisation, came otherwise.
 */
export function endRolesOfPosts(saving: Saving, tenantId: number, ended: EndedPosts, lastDay: PlainDate): void {
  const { posts, kind, organizationId } = ended;
  const rules = postRoleRows(tenantId);
  const ids = posts.map(({ id }) => id);
  const of = sql`unnest(${posts.map(({ personId }) => personId)}::uuid[], ${posts.map(({ post }) => post)}::text[])`;
  saving.change(sql`UPDATE role_grant g SET valid_from = LEAST(g.valid_from, ${lastDay}::date), valid_to = ${lastDay}::date
    FROM account a, ${of} AS ended(person_id, post), ${rules} AS carried
    WHERE carried.post = ended.post AND carried.kind = ${kind} AND g.role = carried.role
      AND g.tenant_id = ${tenantId} AND g.organization_id = ${organizationId}::uuid
      AND (g.valid_to IS NULL OR g.valid_to > ${lastDay}::date)
      AND a.tenant_id = g.tenant_id AND a.id = g.account_id AND a.person_id = ended.person_id
      AND NOT EXISTS (SELECT 1 FROM appointment other
        JOIN ${rules} AS alike ON alike.kind = ${kind} AND alike.role = carried.role AND alike.post = other.post
        WHERE other.tenant_id = g.tenant_id AND other.person_id = a.person_id AND other.organization_id = g.organization_id
          AND other.id <> ALL(${ids}::uuid[]) AND (other.valid_to IS NULL OR other.valid_to > ${lastDay}::date))`);
}
