import { meetingTemplate } from "@dutyloop/domain/standards/testing.ts";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../../../testing/client.ts";
import { counted, kept } from "../../../testing/count-truth.ts";
import {
  attendanceOf,
  type JointBranches,
  type JointHost,
  jointBranches,
  themeDay,
} from "../../../testing/joint-branches.ts";
import { foldAllCounts, rebuildCounts } from "./fold-counts.ts";

let group: JointBranches;
let officer: Client;
let deputy: Client;
let secretary: Client;
let parents: string[];
const today = "2026-03-18";

beforeAll(async () => {
  group = await jointBranches([6, 5, 4]);
  officer = await group.lasting("checks", "party_affairs_officer");
  secretary = await group.lasting("everywhere", "branch_secretary", group.rootId);
  deputy = await group.lasting("deputy", "party_affairs_officer");
  const other = await group.organization("committee", { kind: "COMMITTEE" });
  parents = [group.generalId, other, await group.organization("general2", { kind: "GENERAL_BRANCH", parentId: other })];
  await group.query(
    "INSERT INTO template_version (tenant_id, code, version, body, checksum, state) VALUES ($1, 'project', 1, $2, 'of the test', 'promoted')",
    [group.tenantId, meetingTemplate({ code: "project", kind: "task", cadence: { every: "month", times: 1 } })],
  );
  const project = {
    body: { organizationId: parents[0] as string, year: 2026, name: "project", templateCodes: ["project"] },
  };
  await officer.ask("issuePlan", project);
  await fold();
});
afterAll(() => group.close());

const fold = () => foldAllCounts(group.application.workshop.database, group.tenantId, today);
const acts = [
  "submit",
  "submit",
  "correct",
  "reverse",
  "waive",
  "extend",
  "extend",
  "step",
  "move",
  "plan",
  "fold",
] as const;
type Step = { act: (typeof acts)[number]; host: number; which: number; day: string; joined: boolean };
const step = fc.record<Step>({
  act: fc.constantFrom(...acts),
  host: fc.integer({ min: 0, max: 2 }),
  which: fc.nat(1000),
  day: fc.constantFrom("2026-01-08", "2026-01-28", "2026-02-11", "2026-03-05", "2026-03-17"),
  joined: fc.boolean(),
});
const records: { id: string; host: JointHost }[] = [];
const done = new Map<string, number>();
let number = 0;
/** Each act once where it can be done, so that none is ever left out. */
const eachOnce = (
  [
    ["submit", 0, true],
    ["submit", 1, false],
    ["extend", 4, false],
    ["fold", 0, false],
    ["extend", 1, false],
    ["correct", 0, false],
    ["step", 1, false],
    ["step", 4, false],
    ["plan", 0, false],
    ["waive", 3, false],
    ["move", 1, false],
    ["submit", 2, true],
    ["reverse", 0, false],
  ] as const
).map(
  ([act, which, joined], index): Step => ({
    act,
    which,
    joined,
    host: index % 3,
    day: index % 2 ? "2026-02-11" : "2026-01-28",
  }),
);

const openDuty = async (template: string, which: number) => {
  const rows = await group.query<{ id: string; due: string }>(
    `SELECT id, due_on::text AS due FROM obligation WHERE state IN ('todo', 'in_progress') AND template_code = $1
       AND due_on >= '2026-02-01' ORDER BY due_on, id LIMIT 40`,
    [template],
  );
  return rows[which % Math.max(rows.length, 1)];
};

function bodyOf(host: JointHost, { day, which, joined }: Step) {
  number += 1;
  const other = group.hosts.find(({ id }) => id !== host.id) as JointHost;
  const attendance = attendanceOf(other, which % 4);
  return themeDay(host, {
    occurredOn: day,
    templateCodes: which % 2 === 0 ? ["theme_day"] : ["theme_day", "party_lecture"],
    lecturer: "支部书记",
    title: `第${number}次`,
    hosts: joined ? [{ organizationId: other.id, subjectId: other.id, attendance, guests: [] }] : [],
  });
}

/** Takes one step and answers whether it was taken: what can't be done in this state is refused and changes nothing. */
async function take(one: Step): Promise<boolean> {
  const { act, host, which } = one;
  const at = group.hosts[host] as JointHost;
  const headers = { "idempotency-key": `counts-${number}-${records.length}-${which}-${act}-${done.get(act) ?? 0}` };
  const record = records[which % Math.max(records.length, 1)];
  switch (act) {
    case "fold":
      await fold();
      return true;
    case "submit": {
      const got = await secretary.call("submitRecord", {
        params: { organizationId: at.id },
        body: bodyOf(at, one),
        headers,
      });
      if (got.status === 200) records.push({ id: got.answer.recordId, host: at });
      return got.status === 200;
    }
    case "correct": {
      if (!record) return false;
      const params = { recordId: record.id };
      const { version } = await secretary.ask("getRecordEntry", { params });
      const body = { ...bodyOf(record.host, one), version, reason: "更正" };
      return (await secretary.call("correctRecord", { params, body, headers })).status === 200;
    }
    case "reverse": {
      if (!record) return false;
      return (
        (await officer.call("reverseRecord", { params: { recordId: record.id }, body: { reason: "抽查" } })).status ===
        200
      );
    }
    case "waive": {
      const duty = await openDuty("theme_day", which);
      if (!duty) return false;
      const sending = { params: { organizationId: group.rootId }, body: { obligationIds: [duty.id], reason: "停产" } };
      return (await officer.call("waiveObligations", sending)).status === 200;
    }
    case "extend": {
      const duty = await openDuty(which % 2 === 0 ? "party_lecture" : "theme_day", which);
      if (!duty) return false;
      const body = { kind: "extend" as const, askedTo: `2026-${which % 3 === 0 ? "11-15" : "12-20"}`, reason: "工期" };
      const got = await secretary.call("raiseRequest", { params: { obligationId: duty.id }, body });
      if (got.status !== 200) return false;
      const { requestId } = got.answer;
      const decided = await deputy.call("decideRequest", {
        params: { requestId },
        body: { approve: true, reason: "" },
      });
      return decided.status === 200;
    }
    case "step": {
      const duty = await openDuty("project", which);
      if (!duty) return false;
      const params = { obligationId: duty.id };
      if (which % 2 === 0)
        return (await secretary.call("takeDutyStep", { params, body: { action: "start" } })).status === 200;
      const handed = await secretary.call("takeDutyStep", { params, body: { action: "submit", note: "已办" } });
      if (handed.status !== 200 || which % 3 === 0) return handed.status === 200;
      return (
        (await officer.call("checkDuty", { params, body: { accept: which % 5 > 0, reason: "缺名单" } })).status === 200
      );
    }
    case "move": {
      const on = ["2026-01-20", "2026-02-10", "2026-03-01", "2026-03-18"][which % 4] as string;
      const body = { parentId: parents[which % parents.length] as string, on };
      return (await officer.call("moveOrganization", { params: { organizationId: at.id }, body })).status === 200;
    }
    case "plan": {
      const lines = [{ templateCode: "theme_day", classes: [["生产类", "机关类"][which % 2] as string] }];
      const body = { organizationId: parents[which % parents.length] as string, year: 2026, name: "more", lines };
      return (await officer.call("issuePlan", { body })).status === 200;
    }
  }
}

test("after any sequence of plans, records, corrections, waivers, extensions, steps and moves the kept counts are those of the rows, at every level", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 14 }), async (steps) => {
      for (const one of steps) if (await take(one)) done.set(one.act, (done.get(one.act) ?? 0) + 1);
      await fold();
      const truth = await counted(group.query);
      expect(await kept(group.query)).toEqual(truth);
    }),
    { numRuns: 8, endOnFailure: true, examples: [[eachOnce]] },
  );
  for (const act of acts) expect(done.get(act), act).toBeGreaterThan(0);
  const late = await group.query("SELECT 1 FROM record WHERE late_entry");
  expect(late.length).toBeGreaterThan(0);
});

test("counted from scratch, everything is as it was folded", async () => {
  const folded = await kept(group.query);
  const { database } = group.application.workshop;
  await group.query("DELETE FROM duty_rollup");
  await group.query("UPDATE record_rollup SET subtree_late = 99, own_records = 7");
  await database.writing(group.tenantId, {}, (transaction) => rebuildCounts(transaction, group.tenantId, "0001-01-01"));
  expect(await kept(group.query)).toEqual(folded);
  expect(folded.size).toBeGreaterThan(50);
});
