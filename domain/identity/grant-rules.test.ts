import { expect, test } from "vitest";
import { type GrantTerms, grantRefusal } from "./grant-rules.ts";
import { administratorRoles, type Role } from "./things.ts";

const grant = (
  role: Role,
  validFrom = "2026-01-01",
  validTo: string | null = null,
  organizationId = "a",
): GrantTerms => ({
  role,
  organizationId,
  validFrom,
  validTo,
});
const code = (existing: GrantTerms[], wanted: GrantTerms) => grantRefusal(existing, wanted)?.code ?? null;

test("no account holds two of the three administrators", () => {
  for (const held of administratorRoles) {
    for (const wanted of administratorRoles) {
      const expected = held === wanted ? "grant.already_held" : "grant.administrators_exclude_each_other";
      expect(code([grant(held)], grant(wanted))).toBe(expected);
    }
  }
});

test("an administrator holds no business role, in either order", () => {
  const refused = "grant.administrator_holds_no_business_role";
  expect(code([grant("system_administrator")], grant("party_member"))).toBe(refused);
  expect(code([grant("party_member")], grant("audit_administrator"))).toBe(refused);
});

test("a role that has ended stands in nobody's way", () => {
  const ended = grant("system_administrator", "2025-01-01", "2025-12-31");
  expect(code([ended], grant("audit_administrator", "2026-01-01"))).toBeNull();
  expect(code([ended], grant("audit_administrator", "2025-12-31"))).toBe("grant.administrators_exclude_each_other");
});

test("business roles combine, also the same role on two organisations", () => {
  expect(code([grant("branch_secretary")], grant("party_member"))).toBeNull();
  expect(code([grant("branch_secretary")], grant("branch_secretary", "2026-01-01", null, "b"))).toBeNull();
  expect(code([grant("branch_secretary")], grant("branch_secretary"))).toBe("grant.already_held");
});

test("a supervisor is sent for a limited time", () => {
  expect(code([], grant("supervisor"))).toBe("grant.supervisor_needs_end");
  expect(code([], grant("supervisor", "2026-01-01", "2026-06-30"))).toBeNull();
});

test("a grant ends on its first day or later, on days that exist", () => {
  expect(code([], grant("organizer", "2026-02-01", "2026-01-31"))).toBe("grant.end_before_start");
  expect(code([], grant("organizer", "2026-02-01", "2026-02-01"))).toBeNull();
  expect(code([], grant("organizer", "2026-02-30"))).toBe("grant.date_invalid");
  expect(code([], grant("organizer", "2026-02-01", "soon"))).toBe("grant.date_invalid");
});
