import type { Body } from "@dutyloop/contract/endpoints.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Client } from "../../testing/client.ts";
import {
  attendanceOf,
  type JointBranches,
  type JointHost,
  jointBranches,
  themeDay,
} from "../../testing/joint-branches.ts";

let group: JointBranches;
let [first, second] = [] as unknown as [JointHost, JointHost];
let office: Client;
beforeAll(async () => {
  group = await jointBranches([12, 9]);
  [first, second] = group.hosts as [JointHost, JointHost];
  office = await group.lasting("officer", "party_affairs_officer");
});
afterAll(() => group.close());

let keys = 0;
const headers = () => {
  keys += 1;
  return { "idempotency-key": `corrections-${keys}` };
};
const submit = (host: JointHost, body: Body<"submitRecord">) =>
  group.secretary.ask("submitRecord", { params: { organizationId: host.id }, body, headers: headers() });
async function correction(recordId: string, over: Partial<Body<"correctRecord">>): Promise<Body<"correctRecord">> {
  const { entry, version } = await group.secretary.ask("getRecordEntry", { params: { recordId } });
  return { ...entry, version, reason: "核对签到表后更正", ...over };
}
const correct = async (recordId: string, over: Partial<Body<"correctRecord">>) =>
  group.secretary.ask("correctRecord", {
    params: { recordId },
    body: await correction(recordId, over),
    headers: headers(),
  });

type Net = {
  organization_id: string;
  kind: string;
  template: string;
  quantity: string;
  base: string | null;
  counts_on: string;
};
/** What a record comes to now: its facts, stornos taken off. */
const facts = (recordId: string) =>
  group.query<Net>(
    `SELECT organization_id, kind, attributes->>'template' AS template, sum(quantity * sign)::text AS quantity,
       sum(base * sign)::text AS base, counts_on::text FROM fact WHERE record_id = $1
     GROUP BY organization_id, kind, template, counts_on HAVING sum(sign) <> 0 ORDER BY organization_id, kind, template`,
    [recordId],
  );
const attended = async (recordId: string) =>
  (await facts(recordId))
    .filter(({ kind }) => kind === "attendance")
    .map(({ quantity, base }) => `${quantity}/${base}`);
const duty = async (host: JointHost, template: string, month: string) => {
  const [row] = await group.query<{ state: string; record_id: string | null; due_posted: boolean }>(
    `SELECT state, record_id, due_posted FROM obligation WHERE organization_id = $1 AND template_code = $2
       AND to_char(due_on, 'YYYY-MM') = $3`,
    [host.id, template, month],
  );
  return row;
};

describe("a correction", () => {
  let recordId = "";

  test("is a new version with its reason; figures and facts are those of it", async () => {
    ({ recordId } = await submit(first, themeDay(first)));
    const answer = await correct(recordId, { attendance: attendanceOf(first, 10) });
    expect(answer).toMatchObject({ version: 2, together: { expected: 12, present: 10, rate: "83.33" } });
    expect(await attended(recordId)).toEqual(["10/12"]);
    const record = await group.secretary.ask("getRecord", { params: { recordId } });
    expect([record.version, record.state, record.present]).toEqual([2, "corrected", 10]);
    expect(record.satisfied).toHaveLength(1);
    const { items } = await group.secretary.ask("listRecordVersions", { params: { recordId } });
    expect(items.map(({ version, reason }) => [version, reason])).toEqual([
      [2, "核对签到表后更正"],
      [1, null],
    ]);
    const kept = await group.query(
      "SELECT version FROM record_participant WHERE record_id = $1 GROUP BY version ORDER BY 1",
      [recordId],
    );
    expect(kept).toEqual([{ version: 1 }, { version: 2 }]);
  });

  test("of a word touches no fact", async () => {
    const before = await group.query("SELECT id FROM fact WHERE record_id = $1 ORDER BY id", [recordId]);
    await correct(recordId, { place: "四楼会议室" });
    expect(await group.query("SELECT id FROM fact WHERE record_id = $1 ORDER BY id", [recordId])).toEqual(before);
  });

  test("that adds the lecturer discharges the 党课 too, one that takes him away owes it again", async () => {
    const both = await correct(recordId, { templateCodes: ["theme_day", "party_lecture"], lecturer: "支部书记" });
    expect(both.satisfied.map(({ templateCode }) => templateCode).sort()).toEqual(["party_lecture", "theme_day"]);
    expect(await duty(first, "party_lecture", "2026-03")).toMatchObject({ state: "discharged", record_id: recordId });
    const less = await correct(recordId, { lecturer: null });
    expect(less.satisfied.map(({ templateCode }) => templateCode)).toEqual(["theme_day"]);
    expect(await duty(first, "party_lecture", "2026-03")).toEqual({
      state: "todo",
      record_id: null,
      due_posted: false,
    });
    expect((await facts(recordId)).map(({ kind, template }) => `${kind} ${template}`)).not.toContain(
      "obligation.due party_lecture",
    );
    const again = await correct(recordId, { lecturer: "支部书记" });
    expect(again.satisfied).toHaveLength(2);
    expect(
      (await facts(recordId)).filter(
        ({ template, kind }) => template === "party_lecture" && kind.startsWith("obligation"),
      ),
    ).toMatchObject([
      { kind: "obligation.discharged", quantity: "1" },
      { kind: "obligation.due", quantity: "1" },
    ]);
  });

  test("that moves the day discharges the duty of that day", async () => {
    const answer = await correct(recordId, { occurredOn: "2026-02-20", templateCodes: ["theme_day"], lecturer: null });
    expect(answer.satisfied.map(({ dueOn }) => dueOn)).toEqual(["2026-02-28"]);
    expect(await duty(first, "theme_day", "2026-03")).toEqual({ state: "todo", record_id: null, due_posted: false });
    expect(await duty(first, "theme_day", "2026-02")).toMatchObject({ state: "discharged", record_id: recordId });
    expect(new Set((await facts(recordId)).map(({ counts_on }) => counts_on.slice(0, 7)))).toEqual(
      new Set(["2026-02"]),
    );
  });

  test("that takes a branch in counts it with its own people", async () => {
    const host = { organizationId: second.id, subjectId: second.id, attendance: attendanceOf(second, 9), guests: [] };
    const answer = await correct(recordId, { hosts: [host] });
    expect(answer.together).toEqual({ expected: 21, present: 19, rate: "90.48" });
    expect(await attended(recordId)).toHaveLength(2);
    const without = await correct(recordId, { hosts: [] });
    expect(without.together.expected).toBe(12);
    expect(await attended(recordId)).toEqual(["10/12"]);
    expect(await duty(second, "theme_day", "2026-02")).toMatchObject({ state: "todo" });
  });

  test("is refused without a reason, without a change, on an old version, and by whom the branch doesn't concern", async () => {
    const sending = async (over: Partial<Body<"correctRecord">>) => ({
      params: { recordId },
      body: await correction(recordId, over),
      headers: headers(),
    });
    const refused = async (over: Partial<Body<"correctRecord">>, code: string) =>
      group.refused(group.secretary, "correctRecord", await sending(over), code);
    await refused({ reason: " ", place: "别处" }, "record.correction.reason_missing");
    await refused({}, "record.correction.nothing_changed");
    await refused({ version: 1, place: "别处" }, "record.changed_elsewhere");
    await refused({ attendance: [] }, "record.attendance.incomplete");
    await refused({ occurredOn: "2026-12-31" }, "record.date.in_future");
    const other = await group.lasting("other", "branch_secretary", second.id);
    await group.refused(other, "correctRecord", await sending({ place: "别处" }), "not_found");
  });

  test("sent twice under one key is made once; two at once make one, the other is told", async () => {
    const sending = { params: { recordId }, body: await correction(recordId, { place: "五楼" }), headers: headers() };
    const once = await group.secretary.ask("correctRecord", sending);
    expect(await group.secretary.ask("correctRecord", sending)).toEqual(once);
    const [one, two] = await Promise.all(
      ["六楼", "七楼"].map(async (place) =>
        group.secretary.call("correctRecord", {
          params: { recordId },
          body: { ...(await correction(recordId, { place })), version: once.version },
          headers: headers(),
        }),
      ),
    );
    const codes = [one, two].map((got) => (got?.status === 200 ? "taken" : got?.refusal.code));
    expect(codes.sort()).toEqual(["record.changed_elsewhere", "taken"]);
  });
});

describe("taking back", () => {
  test("is done by who checks, never by the branch itself, and owes the duties again", async () => {
    const { recordId } = await submit(second, themeDay(second));
    const reverse = (client: Client, reason: string) =>
      client.call("reverseRecord", { params: { recordId }, body: { reason } });
    expect((await reverse(group.secretary, "不实")).refusal.code).toBe("access.not_allowed");
    expect((await reverse(office, " ")).refusal.code).toBe("sample.reason_missing");
    expect(await office.ask("reverseRecord", { params: { recordId }, body: { reason: "没有召开" } })).toEqual({
      reopened: 1,
    });
    expect(await facts(recordId)).toEqual([]);
    expect(await duty(second, "theme_day", "2026-03")).toEqual({ state: "todo", record_id: null, due_posted: false });
    const { revoked } = await group.secretary.ask("listRecordVersions", { params: { recordId } });
    expect(revoked).toMatchObject({ reason: "没有召开" });
    expect((await reverse(office, "再次")).refusal.code).toBe("record.revoked");
    const body = await correction(recordId, { place: "别处" });
    const sending = { params: { recordId }, body, headers: headers() };
    await group.refused(group.secretary, "correctRecord", sending, "record.revoked");
    const again = await submit(second, themeDay(second));
    expect(again.satisfied).toHaveLength(1);
  });
});

describe("after its month was closed", () => {
  test("a correction becomes an adjustment with its reason; what was due stays due", async () => {
    const { recordId } = await submit(second, themeDay(second, { occurredOn: "2026-01-15" }));
    group.clock.set("2026-04-02T01:00:00.000Z");
    await group.fold();
    for (const period of ["2026-01", "2026-02"]) {
      const { items } = await office.ask("listPendingLeaves", { params: { period } });
      expect(items).toEqual([]);
      await office.ask("closePeriod", { params: { period } });
    }
    await correct(recordId, { attendance: attendanceOf(second, 6) });
    const booked = await group.query<{ sign: number; posted: string; reason: string | null }>(
      `SELECT sign, to_char(posted_in, 'YYYY-MM') AS posted, details->>'reason' AS reason FROM fact
       WHERE record_id = $1 AND kind = 'attendance' ORDER BY recorded_at, sign`,
      [recordId],
    );
    expect(booked).toEqual([
      { sign: 1, posted: "2026-01", reason: null },
      { sign: -1, posted: "2026-03", reason: null },
      { sign: 1, posted: "2026-03", reason: "核对签到表后更正" },
    ]);
    expect(await attended(recordId)).toEqual(["6/9"]);
    await office.ask("reverseRecord", { params: { recordId }, body: { reason: "没有召开" } });
    expect((await facts(recordId)).map(({ kind }) => kind)).toEqual(["obligation.due"]);
    expect(await duty(second, "theme_day", "2026-01")).toEqual({ state: "todo", record_id: null, due_posted: true });
  });
});
