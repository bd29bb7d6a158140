import { expect, test } from "vitest";
import { isAdministratorRole } from "../identity/things.ts";
import { postRoles, roleOfPost } from "./post-roles.ts";
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
