import { expect, test } from "vitest";
import { type OrganizationKind, organizationKinds } from "../organization/things.ts";
import { mayRecord, templateGroupOf, votingTypeOf } from "./template-policy.ts";
import { meetingTemplate } from "./testing.ts";
import type { Ower, TemplateBody } from "./things.ts";

type Voting = Pick<TemplateBody, "votingRule">;

const branches: OrganizationKind[] = ["BRANCH", "JOINT_BRANCH", "PROJECT_BRANCH", "TEMP_BRANCH"];
const recording = (owedBy: Ower) => organizationKinds.filter((kind) => mayRecord(meetingTemplate({ owedBy }), kind));

test.each<[Ower, OrganizationKind[]]>([
  ["branch", branches],
  ["branch_with_committee", branches],
  ["group", [...branches, "GROUP"]],
  ["temporary_branch", ["TEMP_BRANCH"]],
  ["general_branch", ["GENERAL_BRANCH"]],
  ["committee", ["PARTY_GROUP", "COMMITTEE", "OFFICE_COMMITTEE"]],
  ["leading_group", ["LEADING_GROUP"]],
  ["leader", []],
])("what a %s owes is offered where it can be held and nowhere else", (owedBy, kinds) => {
  expect(new Set(recording(owedBy))).toEqual(new Set(kinds));
});

test("a task is never offered as an event to be recorded", () => {
  const task = meetingTemplate({ kind: "task" });
  expect(organizationKinds.filter((kind) => mayRecord(task, kind))).toEqual([]);
});

test("resolutions follow the first type that votes, and the one on admission where it is among them", () => {
  const [silent, ordinary, admission] = [undefined, "VOTE-01", "VOTE-02"].map((votingRule) => ({
    votingRule: votingRule as TemplateBody["votingRule"],
  })) as [Voting, Voting, Voting];
  expect(votingTypeOf([silent, ordinary])).toBe(ordinary);
  expect(votingTypeOf([ordinary, admission])).toBe(admission);
  expect(votingTypeOf([silent])).toBeUndefined();
});

test("a template is the work of branches, that of committees, or a task", () => {
  expect(templateGroupOf({ kind: "record", owedBy: "branch_with_committee" })).toBe("branch");
  expect(templateGroupOf({ kind: "record", owedBy: "group" })).toBe("branch");
  for (const owedBy of ["committee", "leading_group", "leader"] as const)
    expect(templateGroupOf({ kind: "record", owedBy })).toBe("committee");
  expect(templateGroupOf({ kind: "task", owedBy: "committee" })).toBe("task");
});
