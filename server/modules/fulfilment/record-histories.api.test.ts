import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../../testing/client.ts";
import {
  attendanceOf,
  type JointBranches,
  type JointHost,
  jointBranches,
  themeDay,
} from "../../testing/joint-branches.ts";

let group: JointBranches;
let officer: Client;
beforeAll(async () => {
  group = await jointBranches([6, 5]);
  officer = await group.lasting("checks", "party_affairs_officer");
});
afterAll(() => group.close());

type Content = { day: string; types: string[]; lecturer: boolean; present: number; joined: boolean };
type Step = { act: "submit" | "correct" | "correct" | "reverse"; host: number; which: number; content: Content };
const days = ["2026-01-08", "2026-01-28", "2026-02-11", "2026-03-05", "2026-03-17"];
const content = fc.record<Content>({
  day: fc.constantFrom(...days),
  types: fc.constantFrom(["theme_day"], ["theme_day", "party_lecture"], ["party_lecture", "general_meeting"]),
  lecturer: fc.boolean(),
  present: fc.integer({ min: 0, max: 5 }),
  joined: fc.boolean(),
});
const step = fc.record<Step>({
  act: fc.constantFrom("submit", "submit", "correct", "correct", "correct", "reverse"),
  host: fc.integer({ min: 0, max: 1 }),
  which: fc.nat(1000),
  content,
});

let number = 0;
function bodyOf(host: JointHost, { day, types, lecturer, present, joined }: Content) {
  number += 1;
  const other = group.hosts.find(({ id }) => id !== host.id) as JointHost;
  const joining = {
    organizationId: other.id,
    subjectId: other.id,
    attendance: attendanceOf(other, present),
    guests: [],
  };
  return themeDay(host, {
    occurredOn: day,
    templateCodes: types,
    lecturer: lecturer ? "支部书记" : null,
    title: `第${number}次`,
    attendance: attendanceOf(host, present),
    hosts: joined ? [joining] : [],
  });
}

/** Takes one step; what can't be done in this state is refused and changes nothing. */
async function take(
  { act, host, which, content: said }: Step,
  records: { id: string; host: JointHost }[],
): Promise<void> {
  const headers = { "idempotency-key": `history-${number + 1}-${records.length}` };
  const chosen = records[which % Math.max(records.length, 1)];
  if (act === "submit" || chosen === undefined) {
    const at = group.hosts[host] as JointHost;
    const sending = { params: { organizationId: at.id }, body: bodyOf(at, said), headers };
    const { recordId } = await group.secretary.ask("submitRecord", sending);
    records.push({ id: recordId, host: at });
    return;
  }
  const params = { recordId: chosen.id };
  if (act === "reverse") {
    const got = await officer.call("reverseRecord", { params, body: { reason: "抽查" } });
    if (got.status !== 200) expect(got.refusal.code).toBe("record.revoked");
    return;
  }
  const { version } = await group.secretary.ask("getRecordEntry", { params });
  const body = { ...bodyOf(chosen.host, said), version, reason: "更正" };
  const got = await group.secretary.call("correctRecord", { params, body, headers });
  if (got.status !== 200) expect(got.refusal.code).toBe("record.revoked");
}

/** What stands in the rows of the standing versions, to be compared with what the facts come to. */
async function compare(): Promise<void> {
  const wanted = await group.query(
    `SELECT h.organization_id, h.expected, h.present, h.standard_passed, h.standard_applicable, h.record_id
     FROM record_host h JOIN record r ON r.tenant_id = h.tenant_id AND r.id = h.record_id WHERE r.state <> 'revoked'
     ORDER BY h.record_id, h.organization_id`,
  );
  const counted = await group.query(
    `SELECT organization_id,
       coalesce(sum(base * sign) FILTER (WHERE kind = 'attendance'), 0)::int AS expected,
       coalesce(sum(quantity * sign) FILTER (WHERE kind = 'attendance'), 0)::int AS present,
       coalesce(sum(quantity * sign) FILTER (WHERE kind = 'record.standard'), 0)::int AS standard_passed,
       coalesce(sum(base * sign) FILTER (WHERE kind = 'record.standard'), 0)::int AS standard_applicable, record_id
     FROM fact WHERE record_id IS NOT NULL AND kind IN ('attendance', 'record.standard')
     GROUP BY organization_id, record_id HAVING sum(sign) <> 0 ORDER BY record_id, organization_id`,
  );
  expect(counted).toEqual(wanted);
  const duties = await group.query<Record<string, number | string | boolean | null>>(
    `SELECT o.id, o.state = 'discharged' AS done, o.due_posted AS posted, o.due_on < '2026-03-18' AS passed,
       (SELECT count(*)::int FROM discharge d JOIN record r ON r.tenant_id = d.tenant_id AND r.id = d.record_id AND r.version = d.version
         WHERE d.obligation_id = o.id AND r.state <> 'revoked') AS discharges,
       (SELECT coalesce(sum(f.sign), 0)::int FROM fact f WHERE f.source_id = o.id AND f.kind = 'obligation.discharged') AS discharged,
       (SELECT coalesce(sum(f.sign), 0)::int FROM fact f WHERE f.source_id = o.id AND f.kind = 'obligation.due') AS due
     FROM obligation o WHERE o.record_id IS NOT NULL OR EXISTS (SELECT 1 FROM discharge d WHERE d.obligation_id = o.id)`,
  );
  for (const { id, done, posted, passed, discharges, discharged, due } of duties) {
    const told = JSON.stringify({ id, done, posted, passed, discharges, discharged, due });
    expect(discharges, told).toBe(done ? 1 : 0);
    expect(discharged, told).toBe(done ? 1 : 0);
    expect(due, told).toBe(done || passed ? 1 : 0);
    expect(posted, told).toBe(due === 1);
  }
}

test("after any sequence of records, corrections and reversals the facts are those of the standing versions, and each duty is discharged at most once", async () => {
  const records: { id: string; host: JointHost }[] = [];
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 10 }), async (steps) => {
      for (const one of steps) await take(one, records);
      await compare();
    }),
    { numRuns: 12, endOnFailure: true },
  );
  const corrected = await group.query("SELECT 1 FROM record WHERE version > 2");
  const revoked = await group.query("SELECT 1 FROM record WHERE state = 'revoked'");
  expect(Math.min(corrected.length, revoked.length)).toBeGreaterThan(0);
});
