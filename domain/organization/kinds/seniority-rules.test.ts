import { expect, test } from "vitest";
import { type Candidacy, seniorityFinding } from "./seniority-rules.ts";

const secretary: Candidacy = { post: "SECRETARY", kind: "BRANCH", higher: false, standingFrom: "2024-02-29" };
const member: Candidacy = { ...secretary, post: "PUBLICITY_MEMBER", kind: "COMMITTEE" };

test.each<[Candidacy, string, string | null]>([
  [secretary, "2025-02-27", "2025-02-28"],
  [secretary, "2025-02-28", null],
  [{ ...secretary, kind: "PROJECT_BRANCH" }, "2024-12-31", "2025-02-28"],
  [{ ...secretary, higher: true }, "2025-02-28", null],
  [{ ...secretary, post: "PUBLICITY_MEMBER" }, "2024-03-01", null],
  [member, "2027-02-27", "2027-02-28"],
  [member, "2027-02-28", null],
  [{ ...member, higher: true }, "2029-02-27", "2029-02-28"],
  [{ ...member, higher: true }, "2029-02-28", null],
  [{ ...member, kind: "GENERAL_BRANCH" }, "2024-03-01", null],
  [{ ...member, post: "GROUP_LEADER" }, "2024-03-01", null],
])("%j on %s is senior enough from %s on", (candidacy, on, reached) => {
  expect(seniorityFinding(candidacy, on)?.values.reached ?? null).toBe(reached);
});

test("it is a warning, also where nobody knows the day", () => {
  expect(seniorityFinding({ ...secretary, standingFrom: null }, "2026-01-01")).toMatchObject({
    rule: "ORG-13",
    strength: "general",
    code: "appointment.seniority_unknown",
    values: { years: 1 },
  });
  expect(seniorityFinding(secretary, "2024-05-01")).toMatchObject({ code: "appointment.seniority_short" });
});
