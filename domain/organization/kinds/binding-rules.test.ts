import { expect, test } from "vitest";
import { type Binding, bindingRefusal } from "./binding-rules.ts";

const project: Binding = {
  kind: "PROJECT_BRANCH",
  validFrom: "2026-01-16",
  boundTo: "基建工程",
  boundUntil: "2026-07-15",
  approval: null,
};
const task: Binding = { ...project, kind: "TEMP_BRANCH", boundTo: "迎峰度夏", approval: "党委〔2026〕8号" };

test.each<[string, Partial<Binding>, string | undefined, string | undefined]>([
  ["a project of six months to the day", {}, undefined, undefined],
  ["one whose end nobody knows yet", { boundUntil: null }, undefined, undefined],
  ["one a day shorter", { boundUntil: "2026-07-14" }, "organization.project_too_short", "boundUntil"],
  ["one that ends before it begins", { boundUntil: "2026-01-15" }, "organization.end_before_start", "boundUntil"],
  ["no project", { boundTo: null, boundUntil: null }, "organization.bound_to_missing", "boundTo"],
])("a project branch for %s (ORG-03)", (_what, over, code, field) => {
  const refusal = bindingRefusal({ ...project, ...over });
  expect([refusal?.code, refusal?.field]).toEqual([code, field]);
});

test("a temporary branch names its task and its approval, however short it is (ORG-06)", () => {
  expect(bindingRefusal({ ...task, boundUntil: "2026-01-31" })).toBeNull();
  expect(bindingRefusal({ ...task, boundTo: null })).toMatchObject({ field: "boundTo", values: { rule: "ORG-06" } });
  expect(bindingRefusal({ ...task, approval: null })).toMatchObject({
    code: "organization.temporary_without_approval",
    field: "approval",
  });
});

test("no other kind is bound to a project", () => {
  const branch: Binding = { ...project, kind: "BRANCH" };
  expect(bindingRefusal(branch)).toMatchObject({ code: "organization.not_bound", field: "boundTo" });
  expect(bindingRefusal({ ...branch, boundTo: null, boundUntil: null })).toBeNull();
});
