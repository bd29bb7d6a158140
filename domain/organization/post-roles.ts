import type { Role } from "../identity/things.ts";
import { branchKinds, committeePosts, type OrganizationKind, type Post } from "./things.ts";

/** The role that goes with a post of an organisation of a kind. */
export type PostRole = { readonly post: Post; readonly kind: OrganizationKind; readonly role: Role };

/** A post that isn't listed carries no role: what its holder works at is granted by hand. */
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

/** The role that goes with a post, or null. */
export function roleOfPost(post: Post, kind: OrganizationKind): Role | null {
  return postRoles.find((one) => one.post === post && one.kind === kind)?.role ?? null;
}
