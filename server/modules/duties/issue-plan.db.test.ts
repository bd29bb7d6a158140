import type { WrittenLine } from "@dutyloop/domain/duties/plan-line-rules.ts";
import { obligationKey, obligationsOfLine } from "@dutyloop/domain/duties/plan-rules.ts";
import { organizationKinds } from "@dutyloop/domain/organization/things.ts";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { perform } from "../../platform/ritual/perform.ts";
import type { Caller } from "../../platform/ritual/use-case.ts";
import { callerOf } from "../../testing/accounts.ts";
import { type AssessedGroup, assessedGroup } from "../../testing/assessed-group.ts";
import { issuePlan } from "./issue-plan.ts";
import { owingOrganizations } from "./owing-organizations.ts";
import { linesOfPlans } from "./plan-lines.ts";

let group: AssessedGroup;
let officer: Caller;
beforeAll(async () => {
  group = await assessedGroup();
  const id = await group.account("issuer", "party_affairs_officer");
  officer = await callerOf(group.application.workshop, group.tenantId, id);
});
afterAll(() => group.close());

const day = fc.integer({ min: 0, max: 40 }).map((weeks) => {
  const date = new Date(Date.UTC(2025, 11, 1 + weeks * 11));
  return date.toISOString().slice(0, 10);
});
const span = fc
  .tuple(day, fc.option(day))
  .map(([a, b]) => (b !== null && b < a ? { from: b, to: a } : { from: a, to: b }));
const place = fc.record({
  kind: fc.constantFrom(...organizationKinds.filter((kind) => kind !== "GROUP")),
  class: fc.constantFrom("A", "B", null),
  span,
  members: fc.integer({ min: 0, max: 9 }),
  groups: fc.array(span, { maxLength: 3 }),
});
const line: fc.Arbitrary<WrittenLine> = fc.record({
  templateCode: fc.constantFrom("theme_day", "group_meeting", "committee_meeting", "general_meeting"),
  requirement: fc.constant("basic" as const),
  classes: fc.constantFrom([], ["A"]),
  kinds: fc.constantFrom([], ["BRANCH" as const, "TEMP_BRANCH" as const]),
  cadence: fc.option(
    fc.record({
      every: fc.constantFrom("month" as const, "two_months" as const, "quarter" as const, "year" as const),
      times: fc.integer({ min: 1, max: 3 }),
    }),
  ),
  direction: fc.constant(""),
  fromMonth: fc.constantFrom(null, "2026-03"),
  toMonth: fc.constantFrom(null, "2026-10"),
});

let number = 0;

/** A committee of its own with these organisations below it; each 党小组 below its branch, each member one that counts. */
async function grow(places: readonly (typeof place extends fc.Arbitrary<infer P> ? P : never)[]): Promise<string> {
  number += 1;
  const top = await group.organization(`top${number}`, { kind: "COMMITTEE", class: "A" });
  const rows = places.map((each, index) => ({ ...each, id: crypto.randomUUID(), label: index + 1 }));
  await group.query(
    `INSERT INTO organization (tenant_id, id, parent_id, kind, class, code, name, path, label, valid_from, valid_to)
     SELECT o.tenant_id, r.id, o.id, r.kind, r.class, $2 || r.label, 'x', o.path || r.label || '.', r.label, (r.span->>'from')::date, (r.span->>'to')::date
     FROM organization o CROSS JOIN json_to_recordset($3::json) AS r(id uuid, kind text, class text, label int, span json) WHERE o.id = $1`,
    [top, `t${number}-`, JSON.stringify(rows)],
  );
  await group.query(
    `INSERT INTO organization (tenant_id, id, parent_id, kind, code, name, path, label, valid_from, valid_to)
     SELECT o.tenant_id, gen_random_uuid(), o.id, 'GROUP', o.code || 'g' || n, 'x', o.path || n || '.', n, (g->>'from')::date, (g->>'to')::date
     FROM json_to_recordset($1::json) AS r(id uuid, groups json) JOIN organization o ON o.id = r.id
     CROSS JOIN LATERAL json_array_elements(r.groups) WITH ORDINALITY AS e(g, n)`,
    [JSON.stringify(rows)],
  );
  await group.query(
    `WITH made AS (SELECT o.tenant_id, o.id AS organization, o.valid_from, gen_random_uuid() AS person
       FROM json_to_recordset($1::json) AS r(id uuid, members int) JOIN organization o ON o.id = r.id CROSS JOIN LATERAL generate_series(1, r.members)),
     people AS (INSERT INTO person (tenant_id, id, name) SELECT tenant_id, person, 'x' FROM made)
     INSERT INTO membership (tenant_id, id, person_id, organization_id, state, valid_from)
     SELECT tenant_id, gen_random_uuid(), person, organization, 'FULL', valid_from FROM made`,
    [JSON.stringify(rows)],
  );
  return top;
}

test("what the database makes of a plan is what its lines say, organisation by organisation, and twice nothing", async () => {
  const { database } = group.application.workshop;
  const { tenantId } = group;
  const property = fc.asyncProperty(
    fc.array(place, { minLength: 1, maxLength: 12 }),
    fc.uniqueArray(line, { minLength: 1, maxLength: 4, selector: ({ templateCode }) => templateCode }),
    async (places, lines) => {
      const top = await grow(places);
      const plan = { organizationId: top, year: 2026, name: "x", lines };
      const issued = await perform(group.application.workshop, issuePlan, officer, plan).catch((error: Error) => {
        if (error.message !== "plan.no_organization" && error.message !== "plan.class_unknown") throw error;
        return null;
      });
      if (issued === null) return;
      const reading = database.reading(tenantId);
      const [{ path } = { path: "" }] = await group.query<{ path: string }>(
        "SELECT path FROM organization WHERE id = $1",
        [top],
      );
      const organizations = await owingOrganizations(reading, tenantId, path, 2026);
      const stored = await linesOfPlans(reading, tenantId, sql<boolean>`p.id = ${issued.planId}::uuid`);
      const wanted = stored.flatMap((each) =>
        organizations.flatMap((organization) =>
          obligationsOfLine(each.line, organization, 2026).map((duty) => `${obligationKey(duty)} ${duty.dueOn}`),
        ),
      );
      const rows = await group.query<{ key: string }>(
        `SELECT concat_ws('|', ob.source_id, ob.organization_id, ob.subject_id, ob.period_from, ob.period_to, ob.occurrence) || ' ' || ob.due_on AS key
         FROM obligation ob JOIN plan_line l ON l.id = ob.source_id WHERE l.plan_id = $1`,
        [issued.planId],
      );
      expect(rows.map(({ key }) => key).sort()).toEqual(wanted.sort());
      expect(issued.issued).toBe(wanted.length);
      const again = await perform(group.application.workshop, issuePlan, officer, plan);
      expect([again.issued, again.existing]).toEqual([0, wanted.length]);
    },
  );
  await fc.assert(property, { numRuns: 40, seed: 20260605 });
});

test("ids of duties are of version 7, so that they lie in the order they were made in", async () => {
  const ids = await group.query<{ id: string }>("SELECT id FROM obligation LIMIT 1000");
  expect(ids.length).toBeGreaterThan(0);
  expect(ids.filter(({ id }) => !/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]/.test(id))).toEqual([]);
});
