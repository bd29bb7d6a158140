import { expect, test } from "vitest";
import { changeRefusal, closedMonthRefusal, revocationRefusal } from "./tree-rules.ts";

const standing = { validFrom: "2026-01-01", validTo: null, changedOn: "2026-03-16" };
const nobody = { children: 0, members: 0, transfers: 0 };

test.each([
  ["2025-12-31", "organization.before_start"],
  ["2026-03-15", "organization.changed_later"],
  ["2026-03-16", undefined],
  ["2026-04-01", undefined],
  ["2026-04-02", "organization.change_in_future"],
])("a change from %s on: %s", (on, code) => {
  expect(changeRefusal(standing, on, "2026-04-01")?.code).toBe(code);
});

test("what has ended changes up to its last day only", () => {
  const ended = { ...standing, validTo: "2026-03-31" };
  expect(changeRefusal(ended, "2026-03-31", "2026-06-01")).toBeNull();
  expect(changeRefusal(ended, "2026-04-01", "2026-06-01")?.code).toBe("organization.ended");
});

test.each([
  [{ ...nobody, children: 2, members: 3 }, "organization.children_left", 2],
  [{ ...nobody, members: 3, transfers: 1 }, "organization.members_left", 3],
  [{ ...nobody, transfers: 1 }, "organization.transfers_left", 1],
])("with %o left it can't end", (remaining, code, count) => {
  expect(revocationRefusal(standing, "2026-03-31", remaining)).toMatchObject({ code, values: { count } });
});

test("with nothing left it ends, on any day since its newest change, once", () => {
  expect(revocationRefusal(standing, "2026-03-16", nobody)).toBeNull();
  expect(revocationRefusal(standing, "2027-01-01", nobody)).toBeNull();
  expect(revocationRefusal(standing, "2026-03-15", nobody)?.code).toBe("organization.changed_later");
  expect(revocationRefusal(standing, "2025-12-31", nobody)?.code).toBe("organization.before_start");
  const ended = { ...standing, validTo: "2026-04-30" };
  expect(revocationRefusal(ended, "2026-04-30", nobody)?.code).toBe("organization.ended");
});

test("a month that isn't open stops changes from any earlier day, and the first one is named", () => {
  expect(closedMonthRefusal("2026-03-20", ["2026-01", "2026-02"], "on")).toBeNull();
  expect(closedMonthRefusal("2026-02-28", ["2026-03", "2026-02"], "on")).toMatchObject({
    code: "organization.period_closed",
    values: { month: "2026-02" },
    field: "on",
  });
  expect(closedMonthRefusal("2026-01-31", ["2026-02"], "on")?.values).toEqual({ month: "2026-02" });
});
