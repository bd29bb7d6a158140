import { expect, test } from "vitest";
import { isAdministratorRole } from "../identity/things.ts";
import { postRoleRefusal, postRoleRules, postRoles, roleOfPost } from "./post-roles.ts";
import { committeePosts } from "./things.ts";

test("the secretary of a branch signs, the others of its committee prepare", () => {
  expect(roleOfPost("SECRETARY", "BRANCH")).toBe("branch_secretary");
  for (const post of committeePosts.filter((one) => one !== "SECRETARY"))
    expect(roleOfPost(post, "BRANCH"), post).toBe("branch_committee_member");
  expect(roleOfPost("GROUP_LEADER", "GROUP")).toBe("group_leader");
});

test("above the branch only those who lead get a role by their post", () => {
  expect([roleOfPost("SECRETARY", "GENERAL_BRANCH"), roleOfPost("SECRETARY", "COMMITTEE")]).toEqual([
    "general_branch_secretary",
    "party_committee_leader",
  ]);
  expect([roleOfPost("DISCIPLINE_MEMBER", "COMMITTEE"), roleOfPost("GROUP_LEADER", "BRANCH")]).toEqual([null, null]);
});

test("each post has one role at most, and none is an administrator's", () => {
  const keys = postRoles.map(({ post, kind }) => `${post} ${kind}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(postRoles.some(({ role }) => isAdministratorRole(role))).toBe(false);
});

test("a group's own decisions stand in place of what is usual, also that a post carries nothing", () => {
  const rules = postRoleRules([
    { post: "SECRETARY", kind: "BRANCH", role: null },
    { post: "DISCIPLINE_MEMBER", kind: "COMMITTEE", role: "discipline_officer" },
  ]);
  const rule = (post: string, kind: string) => rules.find((one) => one.post === post && one.kind === kind);
  expect(rule("SECRETARY", "BRANCH")).toMatchObject({ role: null, usual: "branch_secretary" });
  expect(rule("DISCIPLINE_MEMBER", "COMMITTEE")).toMatchObject({ role: "discipline_officer", usual: null });
  expect(rule("SECRETARY", "JOINT_BRANCH")).toMatchObject({ role: "branch_secretary", usual: "branch_secretary" });
  expect(rule("GROUP_LEADER", "BRANCH")).toBeUndefined();
  for (const one of postRoles) expect(postRoleRules([])).toContainEqual({ ...one, usual: one.role });
});

test("no rule gives an administrator's role, nor one to a post that the kind doesn't have", () => {
  expect(postRoleRefusal({ post: "SECRETARY", kind: "BRANCH", role: "system_administrator" })?.code).toBe(
    "post_role.administrator",
  );
  expect(postRoleRefusal({ post: "GROUP_LEADER", kind: "BRANCH", role: null })?.code).toBe(
    "appointment.post_not_in_kind",
  );
  expect(postRoleRefusal({ post: "SECRETARY", kind: "BRANCH", role: "organizer" })).toBeNull();
});
