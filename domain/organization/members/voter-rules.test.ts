import { describe, expect, test } from "vitest";
import { endRefusal, exclusionRefusal, impedimentRefusal, type NewExclusion } from "./voter-rules.ts";

const today = "2026-03-18";
const asked: NewExclusion = {
  approvedBy: "第一党委",
  approvedOn: "2026-02-01",
  resolvedOn: "2026-02-10",
  validFrom: "2026-03-01",
};
const full = { state: "FULL", standing: [] } as const;
const code = (changes: Partial<NewExclusion>, member: Parameters<typeof exclusionRefusal>[1] = full) =>
  exclusionRefusal({ ...asked, ...changes }, member, today)?.code ?? null;

describe("a member is left out of the voters (VOTE-08)", () => {
  test("where the superior has agreed and the meeting has resolved it, both before the first day", () => {
    expect(code({})).toBeNull();
    expect(code({ validFrom: "2026-02-10" })).toBeNull();
    expect(code({ validFrom: "2026-02-09" })).toBe("voter.before_decision");
    expect(code({ approvedOn: "2026-03-02" })).toBe("voter.before_decision");
  });
  test.each<[Partial<NewExclusion>, string]>([
    [{ approvedOn: null }, "voter.approval_missing"],
    [{ approvedBy: "  " }, "voter.approval_missing"],
    [{ resolvedOn: null }, "voter.resolution_missing"],
    [{ approvedOn: null, resolvedOn: null }, "voter.approval_missing"],
    [{ resolvedOn: "2026-03-19", validFrom: "2026-03-19" }, "member.in_future"],
    [{ validFrom: "2026-03-19" }, "member.in_future"],
  ])("and not with %j: %s", (changes, refusal) => expect(code(changes)).toBe(refusal));
  test("once at a time, and only a member", () => {
    const standing = (to: string | null) => ({ state: "FULL", standing: [{ from: "2025-01-01", to }] }) as const;
    expect(code({}, standing(null))).toBe("voter.entered_already");
    expect(code({}, standing("2026-03-01"))).toBe("voter.entered_already");
    expect(code({}, standing("2026-02-28"))).toBeNull();
    expect(code({}, { state: "REMOVED", standing: [] })).toBe("member.not_a_member");
  });
  test("a refusal names its rule and that it is 一般", () => {
    expect(exclusionRefusal({ ...asked, resolvedOn: null }, full, today)).toMatchObject({
      values: { rule: "VOTE-08", strength: "general" },
      field: "resolvedOn",
    });
  });
});

test("an impediment begins today or before, once at a time", () => {
  expect(impedimentRefusal(today, full, today)).toBeNull();
  expect(impedimentRefusal("2026-03-19", full, today)?.code).toBe("member.in_future");
  const standing = [{ from: "2026-01-01", to: null }];
  expect(impedimentRefusal(today, { state: "FULL", standing }, today)?.code).toBe("voter.entered_already");
});

test("a stretch ends once, on its first day at the earliest", () => {
  expect(endRefusal({ from: "2026-03-01", to: null }, "2026-03-01")).toBeNull();
  expect(endRefusal({ from: "2026-03-01", to: null }, "2026-02-28")?.code).toBe("voter.end_before_start");
  expect(endRefusal({ from: "2026-03-01", to: "2026-03-05" }, "2026-03-06")?.code).toBe("voter.ended");
});
