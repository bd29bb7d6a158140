import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../../testing/client.ts";
import { type Example, openExample } from "../../testing/example-branch.ts";
import { openStage } from "../../testing/stage.ts";
import { tableMarks } from "../../testing/table-marks.ts";

let example: Example;
let office: Client;
let secretary: Client;
beforeAll(async () => {
  example = await openExample(await openStage());
  office = await example.client("office2", "party_affairs_officer", example.rootId);
  secretary = await example.client("secretary", "branch_secretary", example.branch.id);
});
afterAll(() => example.close());

const meeting = { template: "committee_meeting", on: "2026-01-14" };
const form = () =>
  secretary.ask("getRecordForm", {
    params: { organizationId: example.branch.id },
    query: { template: "committee_meeting" },
  });

test("in an open month nobody is asked why he enters late, however late", async () => {
  example.clock.set("2026-02-07T01:00:00.000Z");
  const recordId = await example.enter(secretary, example.branch, { ...meeting, lateReason: null });
  const record = await secretary.ask("getRecord", { params: { recordId } });
  expect([record.lateEntry, record.lateReason]).toEqual([true, null]);
  expect((await form()).closedMonths).toEqual([]);
});

test("once the books of its month are closed an entry needs its reason; the form says which months these are", async () => {
  await example.settle();
  const { items } = await office.ask("listPendingLeaves", { params: { period: "2026-01" } });
  expect(items).toEqual([]);
  await office.ask("closePeriod", { params: { period: "2026-01" } });
  expect((await form()).closedMonths).toEqual(["2026-01"]);
  const before = await tableMarks(example.database.superUrl);
  const [groupId] = example.branch.groupIds;
  const late = { template: "group_meeting", on: "2026-01-15", groupId };
  for (const lateReason of [null, "   "])
    await expect(example.enter(secretary, example.branch, { ...late, lateReason })).rejects.toThrow(
      "record.late_reason_missing",
    );
  await expect(example.enter(secretary, example.branch, { ...late, lateReason: "\u202e" })).rejects.toThrow(
    "record.text.control_characters",
  );
  expect(await tableMarks(example.database.superUrl)).toEqual(before);
});

test("with its reason it becomes an adjustment, and the reason stands beside its facts and in the record", async () => {
  const [groupId] = example.branch.groupIds;
  const late = { template: "group_meeting", on: "2026-01-15", groupId, lateReason: "检查时发现漏录" };
  const recordId = await example.enter(secretary, example.branch, late);
  await example.settle();
  expect((await secretary.ask("getRecord", { params: { recordId } })).lateReason).toBe("检查时发现漏录");
  const { items } = await secretary.ask("listScoreFacts", {
    params: { organizationId: example.branch.id, period: "2026-01", lineCode: "meetings_on_time" },
    query: {},
  });
  const afterClose = items.filter((fact) => fact.afterClose);
  expect(afterClose.length).toBeGreaterThan(0);
  expect(new Set(afterClose.map(({ reason }) => reason))).toEqual(new Set(["检查时发现漏录"]));
});
