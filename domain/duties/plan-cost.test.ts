import { expect, test } from "vitest";
import { groupTemplate, meetingTemplate } from "../standards/testing.ts";
import { costOfPlan, typedFields } from "./plan-cost.ts";
import { patternsOfLine } from "./plan-rules.ts";
import type { OwingOrganization } from "./things.ts";

const organization = (id: string, of: string | null, groups = 0): OwingOrganization => ({
  id,
  kind: "BRANCH",
  class: of,
  fullMembers: 9,
  validFrom: "2020-01-01",
  validTo: null,
  groups: Array.from({ length: groups }, (_, index) => ({
    id: `${id} ${index}`,
    validFrom: "2020-01-01",
    validTo: null,
  })),
});

test("what is typed leaves out what comes filled in; a task asks for its report and its papers", () => {
  // Title, minutes, resolutions and the marks of attendance; the day comes filled in.
  expect(typedFields(meetingTemplate())).toBe(4);
  const papers = [{ code: "list", name: { zh: "名单", en: "List" } }];
  expect(typedFields(meetingTemplate({ kind: "task", materials: papers }))).toBe(2);
});

test("the cost of a plan by class and month adds up to all of its duties", () => {
  const organizations = [organization("a", "A", 2), organization("b", "B"), organization("c", null)];
  const classes = new Map(organizations.map((each) => [each.id, each.class]));
  const line = (template: ReturnType<typeof meetingTemplate>, more: object = {}) => ({
    template,
    patterns: patternsOfLine({ id: "line", template, cadence: template.cadence!, ...more }, organizations, 2026),
  });
  const quarterly = line(meetingTemplate());
  const cost = costOfPlan([quarterly, line(groupTemplate(), { classes: ["A"] })], (id) => classes.get(id) ?? null);
  expect(cost.filter(({ month }) => month === "2026-03")).toEqual([
    { class: "A", month: "2026-03", duties: 3, fields: 12, organizations: 1 },
    { class: "B", month: "2026-03", duties: 1, fields: 4, organizations: 1 },
    { class: null, month: "2026-03", duties: 1, fields: 4, organizations: 1 },
  ]);
  expect(cost.find(({ month }) => month === "2026-02")).toMatchObject({ class: "A", duties: 2, fields: 8 });
  expect(cost.reduce((sum, { duties }) => sum + duties, 0)).toBe(12 + 24);
});
