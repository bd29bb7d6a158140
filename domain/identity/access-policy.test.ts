import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Actor,
  covers,
  type Grant,
  isNowhere,
  narrow,
  permissionsOf,
  type Scope,
  scopeOf,
} from "./access-policy.ts";
import {
  type Action,
  actions,
  administratorRoles,
  classOfAction,
  isAdministratorRole,
  type Role,
  roles,
} from "./things.ts";

const today = "2026-03-31";
const grant = (role: Role, path: string, validFrom = "2026-01-01", validTo: string | null = null): Grant => ({
  role,
  organizationId: `organization ${path}`,
  path,
  validFrom,
  validTo,
});
const actor = (...grants: Grant[]): Actor => ({ tenantId: 1, accountId: "account", personId: null, grants });

const label = fc.integer({ min: 1, max: 12 });
const path = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => `${labels.join(".")}.`);
const scope: fc.Arbitrary<Scope> = fc
  .array(fc.tuple(fc.constantFrom<Role>("party_committee_leader", "party_member"), path), { maxLength: 5 })
  .map((held) => scopeOf(actor(...held.map(([role, at]) => grant(role, at))), "record.read", today));

describe("who may see what, and where", () => {
  test("a leader reaches the whole subtree, a member only the own branch", () => {
    const leader = scopeOf(actor(grant("party_committee_leader", "1.4.")), "record.read", today);
    expect(covers(leader, "1.4.")).toBe(true);
    expect(covers(leader, "1.4.17.2.")).toBe(true);
    expect(covers(leader, "1.40.")).toBe(false);
    expect(covers(leader, "1.")).toBe(false);
    const member = scopeOf(actor(grant("party_member", "1.4.17.")), "record.read", today);
    expect(covers(member, "1.4.17.")).toBe(true);
    expect(covers(member, "1.4.17.2.")).toBe(false);
  });

  test("a leader sees counts of attendance, but no names", () => {
    const leader = actor(grant("party_committee_leader", "1."));
    expect(isNowhere(scopeOf(leader, "record.read", today))).toBe(false);
    expect(isNowhere(scopeOf(leader, "record.read_names", today))).toBe(true);
    expect(isNowhere(scopeOf(leader, "person.read", today))).toBe(true);
  });

  test("who holds an event enters it, only the officer issues plans", () => {
    const holders = (action: Action) =>
      roles.filter((role) => permissionsOf(role).some((permission) => permission.action === action));
    const enters = ["party_affairs_officer", "general_branch_secretary", "branch_secretary"];
    expect(holders("record.submit")).toEqual(enters);
    expect(holders("record.correct")).toEqual(enters);
    // Above the branch they enter what their own committee holds, and nothing of the branches below.
    const officer = scopeOf(actor(grant("party_affairs_officer", "1.")), "record.submit", today);
    expect([covers(officer, "1."), covers(officer, "1.4.17.")]).toEqual([true, false]);
    expect(holders("record.draft")).toEqual([...enters, "branch_committee_member"]);
    expect(holders("record.sample")).toEqual(["party_affairs_officer", "organizer", "supervisor"]);
    expect(holders("plan.issue")).toEqual(["party_affairs_officer"]);
    expect(holders("account.manage")).toEqual(["system_administrator"]);
    expect(holders("grant.manage")).toEqual(["security_administrator"]);
    expect(holders("audit.read")).toEqual(["audit_administrator"]);
  });

  test("administrators see no business data, and business roles nothing of accounts, grants and the audit", () => {
    const administrative = /^(account|grant|audit|system)\./;
    for (const role of roles) {
      for (const permission of permissionsOf(role)) {
        // The names of organisations are public (D1): a grant is made on one of them.
        if (permission.action === "organization.read") continue;
        expect(administrative.test(permission.action), `${role} ${permission.action}`).toBe(isAdministratorRole(role));
      }
    }
    expect(administratorRoles).toHaveLength(3);
  });

  test("sensitive data of people are shown to few", () => {
    const sensitive = actions.filter((action) => classOfAction[action] === "D4");
    const holders = roles.filter((role) => permissionsOf(role).some(({ action }) => sensitive.includes(action)));
    expect(holders).toEqual([
      "party_affairs_officer",
      "general_branch_secretary",
      "branch_secretary",
      "organizer",
      "discipline_officer",
    ]);
    const dispositions = roles.filter((role) =>
      permissionsOf(role).some(({ action }) => action === "member.read_dispositions"),
    );
    expect(dispositions).toEqual(["organizer", "discipline_officer"]);
  });

  test("a grant works from its first to its last day", () => {
    const timed = actor(grant("supervisor", "1.", "2026-03-01", "2026-03-31"));
    const works = (day: string) => covers(scopeOf(timed, "record.read", day), "1.2.");
    expect([works("2026-02-28"), works("2026-03-01"), works("2026-03-31"), works("2026-04-01")]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test("without a grant, or with a malformed path, nothing is allowed", () => {
    expect(isNowhere(scopeOf(actor(), "organization.read", today))).toBe(true);
    for (const broken of ["", "1.4", ".", "1..", "%", "1.4.%"]) {
      expect(isNowhere(scopeOf(actor(grant("party_committee_leader", broken)), "record.read", today)), broken).toBe(
        true,
      );
    }
  });

  test("a place inside another is not named twice", () => {
    const many = actor(
      grant("party_committee_leader", "1.4."),
      grant("organizer", "1.4.17."),
      grant("party_member", "1.4.3."),
      grant("party_member", "1.5."),
      grant("party_member", "1.5."),
    );
    expect(scopeOf(many, "record.read", today)).toEqual({ subtrees: ["1.4."], exact: ["1.5."] });
  });
});

describe("a filter of the client", () => {
  test("is the part that both the scope and the request allow, for every place", () => {
    fc.assert(
      fc.property(scope, path, path, (held, requested, place) => {
        const narrowed = narrow(held, requested);
        expect(covers(narrowed, place)).toBe(covers(held, place) && place.startsWith(requested));
      }),
      { numRuns: 1000 },
    );
  });

  test("never adds anything, and a malformed one takes everything away", () => {
    const own = scopeOf(actor(grant("party_member", "1.4.17.")), "record.read", today);
    expect(narrow(own, "1.")).toEqual(own);
    expect(isNowhere(narrow(own, "1.5."))).toBe(true);
    expect(isNowhere(narrow(own, ""))).toBe(true);
    expect(isNowhere(narrow(own, "1.4"))).toBe(true);
  });
});
