import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../../testing/client.ts";
import { type MeetingBody, meetingBody } from "../../testing/meeting.ts";
import { openStage } from "../../testing/stage.ts";
import { rowCounts, tableMarks } from "../../testing/table-marks.ts";
import { type Branch, buildWorld, type World } from "../../testing/world.ts";

let world: World;
let branch: Branch;
let secretary: Client;
beforeAll(async () => {
  world = await buildWorld(await openStage());
  branch = world.alpha.first;
  await world.alpha.account("alpha.first.secretary", "branch_secretary", branch.id);
  secretary = await world.client("alpha.first.secretary");
});
afterAll(() => world.close());

const send = (key: string, over: Partial<MeetingBody> = {}, client = secretary) =>
  client.call("submitRecord", {
    params: { organizationId: branch.id },
    body: meetingBody(branch, { topics: [], ...over }),
    headers: { "idempotency-key": key },
  });
/** What the rows of these tables grew by. */
async function grown(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await rowCounts(world.database.superUrl);
  await work();
  const after = await rowCounts(world.database.superUrl);
  return Object.fromEntries(
    Object.entries(after).flatMap(([table, count]) =>
      count === before[table] ? [] : [[table, count - (before[table] ?? 0)]],
    ),
  );
}

test("a record sent again under its key is answered as the first time and kept once", async () => {
  const first = await send("sent-twice-1", { occurredOn: "2026-02-10" });
  const before = await tableMarks(world.database.superUrl);
  const again = await send("sent-twice-1", { occurredOn: "2026-02-10" });
  expect(again.answer).toEqual(first.answer);
  expect(first.answer.satisfied).toHaveLength(1);
  expect(await tableMarks(world.database.superUrl)).toEqual(before);
});

test("another content under a used key is refused and changes nothing", async () => {
  await send("sent-twice-2", { occurredOn: "2026-01-08" });
  const before = await tableMarks(world.database.superUrl);
  const other = await send("sent-twice-2", { occurredOn: "2026-01-09" });
  expect([other.status, other.refusal.code]).toEqual([409, "idempotency.key_reused"]);
  expect(await tableMarks(world.database.superUrl)).toEqual(before);
});

test("two people may use the same key: each has his own record", async () => {
  await world.alpha.account("alpha.first.second", "branch_secretary", branch.id);
  const colleague = await world.client("alpha.first.second");
  const [mine, theirs] = [await send("same-for-both"), await send("same-for-both", {}, colleague)];
  expect(mine.answer.recordId).not.toBe(theirs.answer.recordId);
});

test("of eight sent at once under one key one is kept, and all eight get its answer", async () => {
  const over: Partial<MeetingBody> = { templateCodes: ["general_meeting"], occurredOn: "2026-03-05" };
  const growth = await grown(async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => send("eight-at-once", over)));
    expect(new Set(all.map((got) => JSON.stringify(got.answer))).size).toBe(1);
  });
  expect(growth).toMatchObject({
    record: 1,
    record_version: 1,
    record_participant: 12,
    discharge: 1,
    idempotency: 1,
    audit_entry: 1,
  });
});

test("of four records sent at once for one duty one discharges it and all four are kept", async () => {
  const over: Partial<MeetingBody> = { templateCodes: ["party_lecture"], occurredOn: "2026-03-06", lecturer: "讲" };
  const answers: number[] = [];
  const growth = await grown(async () => {
    const all = await Promise.all([1, 2, 3, 4].map((number) => send(`for-one-duty-${number}`, over)));
    answers.push(...all.map((got) => got.answer.satisfied.length));
    const reasons = all.flatMap((got) => got.answer.unsatisfied.map(({ reason }) => reason));
    expect(reasons).toEqual(Array(3).fill("discharge.already_discharged"));
  });
  expect(answers.toSorted()).toEqual([0, 0, 0, 1]);
  expect(growth).toMatchObject({ record: 4, discharge: 1, idempotency: 4, audit_entry: 4 });
});
