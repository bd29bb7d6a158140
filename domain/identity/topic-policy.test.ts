import fc from "fast-check";
import { expect, test } from "vitest";
import { covers, type Grant } from "./access-policy.ts";
import { roles } from "./things.ts";
import { partOf, pathsTo, reachesBelow, toldOf, topicsOfAct } from "./topic-policy.ts";
import { topics } from "./topic-things.ts";

const today = "2026-03-18";
const label = fc.integer({ min: 1, max: 3 }).map(String);
const path = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => `${labels.join(".")}.`);
const grant = fc.record({ role: fc.constantFrom(...roles), path });
const actorWith = (given: readonly Pick<Grant, "role" | "path">[]) => ({
  tenantId: 1,
  accountId: "a",
  personId: null,
  grants: given.map((one) => ({ ...one, organizationId: one.path, validFrom: "2026-01-01", validTo: null })),
});

test("nobody is told of a place that he may not see, nor of anything that happened outside his sight", () => {
  fc.assert(
    fc.property(fc.array(grant, { maxLength: 3 }), fc.constantFrom(...topics), path, (grants, topic, changed) => {
      const scope = toldOf(actorWith(grants), topic, today);
      const told = partOf(scope, { path: changed, below: false });
      expect(told !== null).toBe(covers(scope, changed));
      expect(told === "everything").toBe(false);
      for (const place of told ?? []) {
        expect(covers(scope, place)).toBe(true);
        expect(changed.startsWith(place)).toBe(true);
      }
    }),
  );
});

test("what reaches below is told, without a place, to those at, above and below it, and to nobody beside it", () => {
  fc.assert(
    fc.property(path, path, (own, changed) => {
      const scope = toldOf(actorWith([{ role: "branch_secretary", path: own }]), "duties", today);
      const related = own.startsWith(changed) || changed.startsWith(own);
      expect(partOf(scope, { path: changed, below: true })).toBe(related ? "everything" : null);
    }),
  );
  const member = toldOf(actorWith([{ role: "party_member", path: "1.4." }]), "duties", today);
  expect(partOf(member, { path: "1.", below: true })).toBe("everything");
  expect(partOf(member, { path: "1.4.2.", below: true })).toBeNull();
  expect(partOf(member, { path: "", below: true })).toBe("everything");
  expect(partOf({ subtrees: [], exact: [] }, { path: "", below: true })).toBeNull();
});

test("a leader above is told the way from his place down to the organisation that changed", () => {
  const leader = toldOf(actorWith([{ role: "party_committee_leader", path: "1.4." }]), "scores", today);
  expect(partOf(leader, { path: "1.4.17.2.", below: false })).toEqual(["1.4.", "1.4.17.", "1.4.17.2."]);
  expect(pathsTo("1.4.17.")).toEqual(["1.", "1.4.", "1.4.17."]);
});

test("the administrators are told of organisations only where they see them, and of no business", () => {
  const system = actorWith([{ role: "system_administrator", path: "1." }]);
  const security = actorWith([{ role: "security_administrator", path: "1." }]);
  const toldTo = (actor: typeof system) =>
    topics.filter((topic) => partOf(toldOf(actor, topic, today), { path: "1.2.", below: false }) !== null);
  expect([toldTo(system), toldTo(security)]).toEqual([[], ["organizations"]]);
});

test("acts have the topics of what they change; drafts being typed and readings have none", () => {
  expect(topicsOfAct("duties.issue_plan")).toEqual(["duties"]);
  expect(topicsOfAct("imports.commit_roster")).toEqual(["imports", "organizations"]);
  for (const quiet of ["identity.sign_out", "fulfilment.save_draft", "organization.read_private"])
    expect(topicsOfAct(quiet)).toEqual([]);
  expect([reachesBelow("plan.issue"), reachesBelow("record.submit"), reachesBelow("self")]).toEqual([
    true,
    false,
    false,
  ]);
});
