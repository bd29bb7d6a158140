import type { Body } from "@dutyloop/contract/endpoints.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  attendanceOf,
  type JointBranches,
  type JointHost,
  jointBranches,
  themeDay,
} from "../../testing/joint-branches.ts";

let group: JointBranches;
let branch: JointHost;
let recordId: string;
beforeAll(async () => {
  group = await jointBranches([6]);
  [branch] = group.hosts as [JointHost];
  ({ recordId } = await group.secretary.ask("submitRecord", {
    params: { organizationId: branch.id },
    body: themeDay(branch, { occurredOn: "2026-02-10", attendance: attendanceOf(branch, 3) }),
    headers: { "idempotency-key": "made-up-for" },
  }));
});
afterAll(() => group.close());

const sending = (person: number, over: Partial<Body<"makeUp">> = {}) => ({
  params: { recordId },
  body: {
    personId: branch.personIds[person] ?? "",
    madeUpOn: "2026-03-05",
    way: "lesson" as const,
    note: "补学会议内容",
    lateReason: "",
    ...over,
  },
});
const absences = async (which: "open" | "all") => {
  const { items } = await group.secretary.ask("listAbsences", {
    params: { organizationId: branch.id },
    query: { which },
  });
  return items;
};
const net = () =>
  group.query<{ kind: string; month: string; quantity: string }>(
    `SELECT kind, to_char(counts_on, 'YYYY-MM') AS month, sum(quantity * sign)::text AS quantity FROM fact
     WHERE record_id = $1 AND kind LIKE 'attendance%' GROUP BY kind, month HAVING sum(sign) <> 0 ORDER BY kind`,
    [recordId],
  );

test("who was away is listed with the last day to make up for it", async () => {
  expect((await absences("open")).map(({ personId, until, reason }) => [personId, until, reason])).toEqual(
    [...branch.personIds.slice(3)]
      .sort()
      .reverse()
      .map((id) => [id, "2026-03-12", "出差"]),
  );
});

test("a make-up is a fact of its own in its month; the absence stays", async () => {
  await group.secretary.ask("makeUp", sending(3));
  expect(await net()).toEqual([
    { kind: "attendance", month: "2026-02", quantity: "3" },
    { kind: "attendance.made_up", month: "2026-03", quantity: "1" },
  ]);
  expect((await absences("open")).map(({ personId }) => personId)).not.toContain(branch.personIds[3]);
  expect((await absences("all")).find(({ personId }) => personId === branch.personIds[3])).toMatchObject({
    presence: "leave",
    madeUpOn: "2026-03-05",
    way: "lesson",
  });
});

test("later than thirty days it says why", async () => {
  const late = { madeUpOn: "2026-03-13" };
  await group.refused(group.secretary, "makeUp", sending(4, late), "make_up.late_reason_missing");
  await group.secretary.ask("makeUp", sending(4, { ...late, lateReason: "住院" }));
});

test("what can't be a make-up is refused", async () => {
  for (const [person, over, code] of [
    [3, {}, "make_up.twice"],
    [0, {}, "make_up.was_present"],
    [5, { personId: group.rootId }, "make_up.not_expected"],
    [5, { madeUpOn: "2026-02-09" }, "make_up.before_meeting"],
    [5, { madeUpOn: "2026-12-01" }, "record.date.in_future"],
  ] as const)
    await group.refused(group.secretary, "makeUp", sending(person, over), code);
  const twice = await Promise.all([1, 2].map(() => group.secretary.call("makeUp", sending(5))));
  expect(twice.map((got) => (got.status === 200 ? "taken" : got.refusal.code)).sort()).toEqual([
    "make_up.twice",
    "taken",
  ]);
});

test("a correction that says he was there takes the make-up back, and keeps the others", async () => {
  const { entry, version } = await group.secretary.ask("getRecordEntry", { params: { recordId } });
  await group.secretary.ask("correctRecord", {
    params: { recordId },
    body: { ...entry, attendance: attendanceOf(branch, 4), version, reason: "补记到会" },
    headers: { "idempotency-key": "was-there-after-all" },
  });
  expect(await net()).toEqual([
    { kind: "attendance", month: "2026-02", quantity: "4" },
    { kind: "attendance.made_up", month: "2026-03", quantity: "2" },
  ]);
  const officer = await group.lasting("checks", "party_affairs_officer");
  await officer.ask("reverseRecord", { params: { recordId }, body: { reason: "没有召开" } });
  expect(await net()).toEqual([]);
  await group.refused(group.secretary, "makeUp", sending(5), "record.revoked");
});
