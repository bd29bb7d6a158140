import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Client } from "../../../testing/client.ts";
import { usualInstant } from "../../../testing/clock.ts";
import { type Example, openExample } from "../../../testing/example-branch.ts";
import { confirmingLedger, type LedgerRow, ledgerOf } from "../../../testing/ledger-files.ts";
import { openStage } from "../../../testing/stage.ts";
import { tableTexts } from "../../../testing/table-texts.ts";

let example: Example;
let office: Client;
let secretary: Client;
beforeAll(async () => {
  example = await openExample(await openStage());
  office = await example.client("office2", "party_affairs_officer", example.rootId);
  secretary = await example.client("secretary", "branch_secretary", example.branch.id);
  await example.settle();
});
afterAll(() => example.close());

const minutes = "学习安全生产月活动方案，讨论工器具双人复核，党员领题三项，责任到人。";
const committee = (on: string, over: LedgerRow = {}): LedgerRow => ({
  组织代码: "first",
  类型: "支委会",
  主题: "支委会",
  日期: on,
  实到人数: 3,
  议题: "研究党建与业务融合工作",
  会议内容: minutes,
  ...over,
});
const lecture = (on: string): LedgerRow => ({
  组织代码: "second",
  类型: "党课",
  主题: "党课",
  日期: on,
  实到人数: 9,
  讲课人: "讲课人",
  会议内容: minutes,
});
/** A duty whose day has passed, one whose day hasn't, and a group's. */
const meetings = () =>
  ledgerOf([
    committee("2026-02-10"),
    committee("2026-03-10"),
    lecture("2026-01-20"),
    { ...committee("2026-02-11", { 组织代码: "first-1", 类型: "党小组会", 实到人数: 5 }), 议题: "集中学习" },
  ]);
const commit = async (raw: Buffer): Promise<string> => {
  const { importId } = await office.ask("commitLedger", await confirmingLedger(office, example.rootId, raw));
  return importId as string;
};
const undo = (importId: string) => office.ask("undoImport", { params: { importId } });
const refusedWith = (importId: string) => example.refused(office, "undoImport", { params: { importId } });

/** All tables but those that only grow, with the marks of what a record is and where work waits. */
async function tables() {
  const grown = [
    "audit_entry",
    "audit_unsealed",
    "outbox",
    "count_request",
    "import_batch",
    "change_image",
    "fact",
    "fact_source",
  ];
  const records = [
    "record",
    "record_host",
    "record_to_word",
    "record_version",
    "record_participant",
    "vote_tally",
    "discharge",
  ];
  const texts = await tableTexts(example.database.superUrl);
  // A bucket that nobody is in any more stays, with nobody in it.
  const emptied = /,0,0(?:\.0+)?\)$/;
  const others = Object.entries(texts).filter(([name]) => ![...grown, ...records, "session"].includes(name));
  return Object.fromEntries(
    others.map(([name, rows]) => [name, name.endsWith("_rollup") ? rows.filter((row) => !emptied.test(row)) : rows]),
  );
}
/** What is left of all facts once each storno has taken its fact away. */
const facts = () =>
  example.query(`SELECT kind, organization_id, counts_on, posted_in, attributes, sum(sign * quantity) AS quantity FROM fact
    GROUP BY 1, 2, 3, 4, 5 HAVING sum(sign) <> 0 ORDER BY 1, 2, 3, 4, 5::text`);
const seen = async () => ({
  records: await office.ask("listRecords", { params: { organizationId: example.rootId }, query: {} }),
  form: await secretary.ask("getRecordForm", {
    params: { organizationId: example.branch.id },
    query: { template: "committee_meeting" },
  }),
  board: await office.ask("getBoard", {
    params: { organizationId: example.rootId },
    query: { scheme: "monthly", period: "2026-03", class: "生产类" },
  }),
});

describe("a ledger that is taken back", () => {
  test("leaves duties, scores and what anybody sees as they were, to the byte", async () => {
    const [before, counted, shown] = [await tables(), await facts(), await seen()];
    const importId = await commit(meetings());
    await example.settle();
    expect(await seen()).not.toEqual(shown);
    expect(await undo(importId)).toMatchObject({
      kind: "ledger",
      undoneBy: "party_affairs_officer",
      undoableUntil: null,
    });
    await example.settle();
    const after = await tables();
    for (const name of Object.keys(before)) expect(after[name], name).toEqual(before[name]);
    expect(await facts()).toEqual(counted);
    expect(await seen()).toEqual(shown);
    expect(await refusedWith(importId)).toBe("import.undone_before");
  });

  test("keeps its records, which say that they were revoked and satisfy nothing", async () => {
    const [record] = await example.query<{ id: string }>("SELECT id FROM record ORDER BY occurred_on LIMIT 1");
    const shown = await office.ask("getRecord", { params: { recordId: record?.id ?? "" } });
    expect(shown).toMatchObject({ state: "revoked", satisfied: [] });
  });

  test("can be taken in again, or its meetings entered by hand, and each duty counts once", async () => {
    const importId = await commit(meetings());
    await undo(importId);
    await example.enter(secretary, example.branch, {
      template: "committee_meeting",
      on: "2026-02-10",
      lateReason: null,
    });
    expect(await commit(meetings())).not.toBe(importId);
    await example.settle();
    const twice = await example.query(`SELECT details->>'obligation' FROM fact WHERE kind LIKE 'obligation.%'
      GROUP BY kind, details->>'obligation' HAVING sum(sign) > 1`);
    expect(twice).toEqual([]);
  });

  test("leaves a duty that nobody does to be posted as due once its day has passed", async () => {
    const importId = await commit(ledgerOf([lecture("2026-02-20")].map((row) => ({ ...row, 组织代码: "first" }))));
    await undo(importId);
    example.clock.set("2026-04-02T01:00:00.000Z");
    await example.settle();
    const due = await example.query<{ posted: number }>(
      `SELECT coalesce(sum(f.sign), 0)::int AS posted FROM obligation o
       JOIN fact f ON f.source_id = o.id AND f.kind = 'obligation.due'
       WHERE o.organization_id = $1 AND o.template_code = 'party_lecture' AND o.due_on = '2026-03-31'`,
      [example.branch.id],
    );
    expect(due).toEqual([{ posted: 1 }]);
    example.clock.set(usualInstant);
  });
});

describe("it is refused, and nothing changes", () => {
  test("after a day", async () => {
    const importId = await commit(ledgerOf([committee("2026-01-05", { 主题: "晚了一天" })]));
    example.clock.forward(24 * 60 + 1);
    expect(await refusedWith(importId)).toBe("import.too_late");
    example.clock.set(usualInstant);
  });

  test("where a duty that it discharged has changed since", async () => {
    const importId = await commit(ledgerOf([committee("2026-03-05", { 组织代码: "second" })]));
    const id = "SELECT id FROM record WHERE import_id = $1";
    await example.query(`UPDATE obligation SET extended_to = '2026-12-31' WHERE record_id IN (${id})`, [importId]);
    expect(await refusedWith(importId)).toBe("import.changed_since.records");
    await example.query(`UPDATE obligation SET extended_to = NULL WHERE record_id IN (${id})`, [importId]);
    await undo(importId);
  });

  test("where a month that it counts in was closed, even if it is open again", async () => {
    const importId = await commit(ledgerOf([committee("2026-01-15", { 组织代码: "second" })]));
    await office.ask("closePeriod", { params: { period: "2026-01" } });
    expect(await refusedWith(importId)).toBe("import.period_changed");
    await office.ask("reopenPeriod", { params: { period: "2026-01" }, body: { reason: "补录" } });
    expect(await refusedWith(importId)).toBe("import.period_changed");
  });

  test("where a month that was closed when it was taken in is open again", async () => {
    await office.ask("closePeriod", { params: { period: "2026-01" } });
    const late = committee("2026-01-22", { 组织代码: "second-1", 类型: "党小组会", 议题: "集中学习", 实到人数: 5 });
    const importId = await commit(ledgerOf([{ ...late, 逾期补录原因: "检查时发现漏录" }]));
    await office.ask("reopenPeriod", { params: { period: "2026-01" }, body: { reason: "补录" } });
    expect(await refusedWith(importId)).toBe("import.period_changed");
  });
});

test("a month that stays closed keeps nobody from taking back what was entered late into it", async () => {
  await office.ask("closePeriod", { params: { period: "2026-01" } });
  const counted = await facts();
  const late = committee("2026-01-23", { 组织代码: "second-2", 类型: "党小组会", 议题: "集中学习", 实到人数: 4 });
  const importId = await commit(ledgerOf([{ ...late, 逾期补录原因: "检查时发现漏录" }]));
  expect(await facts()).not.toEqual(counted);
  await undo(importId);
  expect(await facts()).toEqual(counted);
});
