import { expect, test } from "vitest";
import { isReached, reachOf } from "./reach.ts";
import type { Session } from "./session.ts";

const grant = (role: string, organizationId: string, validFrom = "2026-01-01", validTo: string | null = null) =>
  ({ role, organizationId, organizationName: organizationId, validFrom, validTo }) as Session["grants"][number];
const session = (...grants: Session["grants"]) => ({ today: "2026-03-10", grants });
const under = (id: string, ...above: string[]) => ({ id, above: above.map((one) => ({ id: one })) });

test("a branch's secretary enters for it and what is below it, an officer for his own committee only", () => {
  const reaches = reachOf(
    session(grant("branch_secretary", "a"), grant("party_affairs_officer", "c")),
    "record.submit",
  );
  expect(reaches).toEqual([
    { organizationId: "a", organizationName: "a", below: true },
    { organizationId: "c", organizationName: "c", below: false },
  ]);
  expect(isReached(reaches, under("a"))).toBe(true);
  expect(isReached(reaches, under("a1", "root", "a"))).toBe(true);
  expect(isReached(reaches, under("c1", "root", "c"))).toBe(false);
});

test("what has ended, hasn't begun or doesn't carry the action reaches nothing", () => {
  const old = grant("branch_secretary", "a", "2026-01-01", "2026-03-09");
  const later = grant("branch_secretary", "b", "2026-03-11");
  expect(reachOf(session(old, later, grant("party_member", "d")), "record.submit")).toEqual([]);
});

test("of two grants at one organisation the wider one counts", () => {
  const both = session(grant("branch_secretary", "a"), grant("general_branch_secretary", "a"));
  expect(reachOf(both, "record.submit")).toEqual([{ organizationId: "a", organizationName: "a", below: true }]);
});
