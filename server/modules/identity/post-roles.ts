import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { Role } from "@dutyloop/domain/identity/things.ts";
import { type PostRoleDecision, postRoleRefusal, postRoleRules } from "@dutyloop/domain/organization/post-roles.ts";
import type { OrganizationKind, Post } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { checkWholeGroup, topPath } from "../../platform/access/place.ts";
import type { ReadDatabase, Transaction } from "../../platform/db/pools.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";

/** Which role goes with which post in the group, beside what is usual. */
export async function listPostRoles({
  database,
  tenantId,
  scope,
}: ReadRequest<"listPostRoles">): Promise<Answer<"listPostRoles">> {
  await checkWholeGroup(database, tenantId, scope);
  return { items: postRoleRules(await decisionsOf(database, tenantId)) };
}

type Input = { readonly kind: OrganizationKind; readonly post: Post; readonly role: Role | null };
type State = { readonly path: string; readonly before: Role | null };

/**
 * Decides which role goes with a post of a kind of organisation. It holds for proposals from now on and for posts that end
 * from now on; what is granted stays.
 */
export const setPostRole: UseCase<Input, State, State, Record<string, never>> = {
  name: "identity.set_post_role",
  access: "grant.manage",
  async load(transaction, { kind, post }, { actor }) {
    const rules = postRoleRules(await decisionsOf(transaction, actor.tenantId));
    const before = rules.find((one) => one.kind === kind && one.post === post)?.role ?? null;
    return { path: await topPath(transaction, actor.tenantId), before };
  },
  place: ({ path }) => path,
  decide: (state, input) => postRoleRefusal(input) ?? state,
  save(saving, _decision, { actor, now }, { kind, post, role }) {
    saving.change(sql`INSERT INTO post_role (tenant_id, kind, post, role, decided_at)
      VALUES (${actor.tenantId}, ${kind}, ${post}, ${role}, ${now})
      ON CONFLICT (tenant_id, kind, post) DO UPDATE SET role = excluded.role, decided_at = excluded.decided_at`);
  },
  audit: ({ before }, { kind, post, role }) => ({
    object: `post ${post} of ${kind}`,
    before: { role: before },
    after: { role },
  }),
  answer: () => ({}),
};

async function decisionsOf(database: ReadDatabase | Transaction, tenantId: number): Promise<PostRoleDecision[]> {
  const rows = await database
    .selectFrom("post_role")
    .where("tenant_id", "=", tenantId)
    .select(["kind", "post", "role"])
    .execute();
  return rows as PostRoleDecision[];
}
