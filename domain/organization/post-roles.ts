import { isAdministratorRole, type Role } from "../identity/things.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { postFits } from "./organization-rules.ts";
import { branchKinds, committeePosts, type OrganizationKind, organizationKinds, type Post, posts } from "./things.ts";

/** The role that goes with a post of an organisation of a kind. */
export type PostRole = { readonly post: Post; readonly kind: OrganizationKind; readonly role: Role };

/**
 * What holds in a group that has decided nothing else. A post that isn't listed carries no role: what its holder works at is
 * granted by hand.
 */
export const postRoles: readonly PostRole[] = [
  ...(["COMMITTEE", "OFFICE_COMMITTEE"] as const).flatMap((kind): PostRole[] => [
    { post: "SECRETARY", kind, role: "party_committee_leader" },
    { post: "DEPUTY_SECRETARY", kind, role: "party_committee_leader" },
  ]),
  { post: "SECRETARY", kind: "GENERAL_BRANCH", role: "general_branch_secretary" },
  // Only the secretary signs; the others of the committee prepare.
  ...branchKinds.flatMap((kind) =>
    committeePosts.map(
      (post): PostRole => ({
        post,
        kind,
        role: post === "SECRETARY" ? "branch_secretary" : "branch_committee_member",
      }),
    ),
  ),
  { post: "GROUP_LEADER", kind: "GROUP", role: "group_leader" },
];

/** The role that usually goes with a post, or null. */
export function roleOfPost(post: Post, kind: OrganizationKind): Role | null {
  return postRoles.find((one) => one.post === post && one.kind === kind)?.role ?? null;
}

/** What a group decided about a post of a kind of organisation; null: no role goes with it. */
export type PostRoleDecision = Omit<PostRole, "role"> & { readonly role: Role | null };
export type PostRoleRule = PostRoleDecision & { readonly usual: Role | null };

/** Every post that there can be with its role in a group, as it decided and else as usual. */
export function postRoleRules(decisions: readonly PostRoleDecision[]): PostRoleRule[] {
  return organizationKinds.flatMap((kind) =>
    posts
      .filter((post) => postFits(post, kind))
      .map((post) => {
        const usual = roleOfPost(post, kind);
        const decided = decisions.find((one) => one.post === post && one.kind === kind);
        return { post, kind, role: decided ? decided.role : usual, usual };
      }),
  );
}

/** Why no such rule can be, or null: the post isn't one of that kind, or an administrator's role would come by a post (SEC-08). */
export function postRoleRefusal({ post, kind, role }: PostRoleDecision): Refusal | null {
  if (!postFits(post, kind)) return refuse("appointment.post_not_in_kind", { post, kind }, "post");
  if (role !== null && isAdministratorRole(role)) return refuse("post_role.administrator", {}, "role");
  return null;
}
