import type { Body } from "@dutyloop/contract/endpoints.ts";
import { meetingTemplate } from "@dutyloop/domain/standards/testing.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../testing/assessed-group.ts";
import type { Client } from "../../testing/client.ts";
import { dutiesOfNew } from "./duties-of-new.ts";

let group: AssessedGroup;
let office: Client;
const ids: Record<string, string> = {};
const year = 2026;

beforeAll(async () => {
  group = await assessedGroup();
  office = group.office;
  await group.query(
    "INSERT INTO template_version (tenant_id, code, version, body, checksum, state) VALUES ($1, 'old_day', 1, $2, 'withdrawn', 'withdrawn')",
    [group.tenantId, meetingTemplate({ code: "old_day" })],
  );
  ids.mine = await group.organization("mine", { kind: "COMMITTEE" });
  ids.plant = await group.organization("plant", { kind: "COMMITTEE" });
  for (const [code, of, parentId] of [
    ["a1", "A", ids.mine],
    ["a2", "A", ids.mine],
    ["b1", "B", ids.mine],
    ["none", null, ids.mine],
    ["other", "A", ids.plant],
  ] as const) {
    ids[code] = await group.organization(code, { class: of, parentId });
  }
});
afterAll(() => group.close());

type Line = NonNullable<Body<"issuePlan">["lines"]>[number];
const monthlyOfA: Line = { templateCode: "theme_day", classes: ["A"] };
const quarterlyOfB: Line = { templateCode: "theme_day", classes: ["B"], cadence: { every: "quarter", times: 1 } };
const improving: Line = {
  templateCode: "party_lecture",
  requirement: "improving",
  direction: "党课进班组",
  cadence: { every: "year", times: 1 },
  fromMonth: "2026-03",
  toMonth: "2026-10",
};
const lines = [monthlyOfA, quarterlyOfB, improving];
const issuing = (over: Partial<Body<"issuePlan">> = {}) => ({
  body: { organizationId: ids.mine as string, year, name: "年度计划", lines, ...over },
});
const owed = (code: string, template: string) =>
  group.query<{ from: string; state: string }>(
    `SELECT to_char(period_from, 'MM-DD') AS "from", state FROM obligation
     WHERE organization_id = $1 AND template_code = $2 ORDER BY period_from, period_to`,
    [ids[code], template],
  );
const counted = async (code: string, template: string) => (await owed(code, template)).length;
const state = async () =>
  (
    await group.query<{ n: number; s: string }>(
      "SELECT count(*)::int AS n, md5(string_agg(ob::text, '|' ORDER BY id)) AS s FROM obligation ob",
    )
  )[0];

describe("before it is issued", () => {
  test("a plan shows what it makes and costs by class and month, and writes nothing", async () => {
    const seen = await office.ask("previewPlan", {
      params: { organizationId: ids.mine as string },
      body: { year, lines },
    });
    expect([seen.duties, seen.organizations]).toEqual([12 * 2 + 4 + 4, 4]);
    expect(seen.lines.map(({ duties, organizations }) => [duties, organizations])).toEqual([
      [24, 2],
      [4, 1],
      [4, 4],
    ]);
    expect(seen.cost.filter(({ month }) => month === "2026-10").map((cell) => [cell.class, cell.duties])).toEqual([
      ["A", 4],
      ["B", 1],
      [null, 1],
    ]);
    expect(seen.cost.every(({ fields, duties }) => fields > duties)).toBe(true);
    expect(seen.cost.reduce((sum, { duties }) => sum + duties, 0)).toBe(seen.duties);
    expect(await group.query("SELECT 1 FROM obligation")).toEqual([]);
  });

  test("the classes that a line may ask are those of the organisations there", async () => {
    expect((await office.ask("listPlans")).classes).toEqual(["A", "B"]);
  });

  test.each<[string, Partial<Line>[], string]>([
    ["a template nobody knows", [{ templateCode: "nothing" }], "plan.template_unknown"],
    ["a template that was withdrawn", [{ templateCode: "old_day" }], "plan.template_withdrawn"],
    ["a class nobody has", [{ ...monthlyOfA, classes: ["Z"] }], "plan.class_unknown"],
    ["improving work without a direction", [{ ...improving, direction: " " }], "plan.direction_missing"],
    ["a month of another year", [{ ...monthlyOfA, fromMonth: "2025-12" }], "plan.month_outside_year"],
    ["months in the wrong order", [{ ...improving, toMonth: "2026-02" }], "plan.months_reversed"],
    ["nobody to address", [{ ...monthlyOfA, kinds: ["JOINT_BRANCH"] }], "plan.no_organization"],
    ["control characters", [{ ...improving, direction: "a\u0000b" }], "plan.control_characters"],
  ])("%s is refused, in the preview and when issued", async (_what, given, code) => {
    const wrong = given as Line[];
    await group.refused(office, "issuePlan", issuing({ lines: wrong }), code);
    const params = { organizationId: ids.mine as string };
    await group.refused(office, "previewPlan", { params, body: { year, lines: wrong } }, code);
  });

  test("more than two million duties are refused with their number before any is made", async () => {
    const often = { every: "month", times: 31 } as const;
    const many = Array.from(
      { length: 100 },
      (_, index): Line => ({
        templateCode: "theme_day",
        cadence: often,
        requirement: "improving",
        direction: `方向${index}`,
      }),
    );
    const crowd = await group.organization("crowd", { kind: "COMMITTEE" });
    for (let number = 1; number <= 54; number += 1) await group.organization(`crowd${number}`, { parentId: crowd });
    const asked = { organizationId: crowd, year, name: "x", lines: many };
    const refusal = await group.refused(office, "issuePlan", { body: asked }, "plan.too_many");
    expect(refusal.values).toEqual({ count: 100 * 12 * 31 * 54, most: 2_000_000 });
    const preview = { params: { organizationId: crowd }, body: { year, lines: many } };
    await group.refused(office, "previewPlan", preview, "plan.too_many");
  });
});

describe("issued", () => {
  test("twelve for class A, four for class B; two officers at once make everything once", async () => {
    const progress = crypto.randomUUID();
    const answers = await Promise.all([
      office.ask("issuePlan", issuing({ progress })),
      office.ask("issuePlan", issuing()),
      office.ask("issuePlan", issuing()),
    ]);
    expect(answers.map(({ issued }) => issued).sort()).toEqual([0, 0, 32]);
    expect(new Set(answers.map(({ planId }) => planId)).size).toBe(1);
    expect(answers.every(({ issued, existing }) => issued + existing === 32)).toBe(true);
    ids.plan = answers[0]?.planId as string;
    expect(await Promise.all(["a1", "b1", "none", "other"].map((code) => counted(code, "theme_day")))).toEqual([
      12, 4, 0, 0,
    ]);
    expect(await owed("none", "party_lecture")).toEqual([{ from: "03-01", state: "todo" }]);
    expect(await office.ask("getImportProgress", { params: { progress } })).toEqual({
      step: "done",
      done: 32,
      total: 32,
    });
  });

  test("again it makes only what is missing; a line that says otherwise is for a change", async () => {
    const before = await state();
    expect(await office.ask("issuePlan", issuing())).toMatchObject({ issued: 0, existing: 32 });
    expect(await state()).toEqual(before);
    const otherwise = [{ ...monthlyOfA, cadence: { every: "quarter", times: 1 } as const }];
    await group.refused(office, "issuePlan", issuing({ lines: otherwise }), "plan.line_differs");
    ids.a3 = await group.organization("a3", { class: "A", parentId: ids.mine });
    expect(await office.ask("issuePlan", issuing())).toMatchObject({ issued: 13, existing: 32 });
  });

  test("by templates alone it is owed by everybody they are for, as before there were lines", async () => {
    const body = { organizationId: ids.plant as string, year, name: "简单计划", templateCodes: ["general_meeting"] };
    expect(await office.ask("issuePlan", { body })).toMatchObject({ issued: 4, existing: 0, organizations: 1 });
    expect(await office.ask("issuePlan", { body })).toMatchObject({ issued: 0, existing: 4 });
  });

  test("is shown with its lines and how far they are", async () => {
    const shown = await office.ask("getPlan", { params: { planId: ids.plan as string } });
    expect(shown).toMatchObject({ version: 1, mayChange: true, changes: [], year });
    expect(
      shown.lines.map(({ templateCode, classes, every, duties }) => [templateCode, classes, every, duties]),
    ).toEqual([
      ["theme_day", ["A"], "month", 36],
      ["theme_day", ["B"], "quarter", 4],
      ["party_lecture", [], "year", 5],
    ]);
    const others = await office.ask("previewPlan", {
      params: { organizationId: group.rootId },
      body: { year, lines: [{ templateCode: "theme_day" }] },
    });
    expect(others.overlaps).toEqual([{ planId: ids.plan, planName: "年度计划", templateCode: "theme_day" }]);
  });
});

describe("changed in June", () => {
  let june: Client;
  const from = "2026-06-01";
  const params = () => ({ planId: ids.plan as string });
  const standing = async () => (await june.ask("getPlan", { params: params() })).lines;
  const asLine = (line: Awaited<ReturnType<typeof standing>>[number]): Line => {
    const { id, templateCode, requirement, classes, kinds, cadence, direction, fromMonth, toMonth } = line;
    return { id, templateCode, requirement, classes, kinds, cadence, direction, fromMonth, toMonth };
  };
  beforeAll(async () => {
    group.clock.set("2026-06-10T02:00:00.000Z");
    june = await group.caller("june", "party_affairs_officer");
    await group.query(
      "UPDATE obligation SET state = 'discharged' WHERE template_code = 'theme_day' AND organization_id = $1 AND period_from IN ('2026-03-01', '2026-07-01')",
      [ids.a1],
    );
  });

  test("it leaves January to May and what was done, waives the rest of what isn't wanted and makes what is", async () => {
    const [ofA, , lecture] = (await standing()).map(asLine);
    const wanted = [{ ...ofA, cadence: { every: "quarter", times: 1 } as const } as Line, lecture as Line];
    const fresh: Line = { templateCode: "general_meeting", classes: ["A", "B"] };
    const body = { lines: [...wanted, fresh], from };
    const earlier = () =>
      group.query(
        "SELECT ob::text FROM obligation ob WHERE period_from < '2026-06-01' OR state = 'discharged' ORDER BY id",
      );
    const before = await earlier();
    const seen = await june.ask("previewPlanChange", { params: params(), body });
    expect(seen.lines).toEqual([
      { templateCode: "theme_day", change: "ended", added: 0, waived: 2, reopened: 0, moved: 0, kept: 2 },
      // June to December of three branches, but for what one did in July already; one quarter of it is over with that.
      { templateCode: "theme_day", change: "changed", added: 5, waived: 20, reopened: 0, moved: 0, kept: 16 },
      { templateCode: "party_lecture", change: "same", added: 0, waived: 0, reopened: 0, moved: 0, kept: 5 },
      { templateCode: "general_meeting", change: "new", added: 8, waived: 0, reopened: 0, moved: 0, kept: 0 },
    ]);
    expect(await earlier()).toEqual(before);
    const change = { ...body, reason: "年中调整", digest: seen.digest };
    await group.refused(
      june,
      "changePlan",
      { params: params(), body: { ...change, reason: " " } },
      "obligation.reason_missing",
    );
    await group.refused(
      june,
      "changePlan",
      { params: params(), body: { ...change, digest: "x" } },
      "plan.state_changed",
    );
    const done = await june.ask("changePlan", { params: params(), body: change });
    expect(done).toEqual({ version: 2, lines: seen.lines });
    expect(
      await group.query("SELECT 1 FROM audit_entry WHERE action = 'duties.change_plan' AND outcome = 'done'"),
    ).toHaveLength(1);
    expect(await earlier()).toEqual(before);
    expect((await owed("a1", "theme_day")).filter((duty) => duty.state !== "waived")).toEqual([
      ...["01-01", "02-01"].map((day) => ({ from: day, state: "todo" })),
      { from: "03-01", state: "discharged" },
      ...["04-01", "05-01"].map((day) => ({ from: day, state: "todo" })),
      { from: "07-01", state: "discharged" },
      { from: "10-01", state: "todo" },
    ]);
    const shown = await june.ask("getPlan", { params: params() });
    expect(shown.changes).toMatchObject([{ version: 2, from, reason: "年中调整", lines: seen.lines }]);
    expect(shown.lines.filter(({ retiredAt }) => retiredAt !== null)).toHaveLength(1);
    // What was seen was of the plan as it stood then.
    await group.refused(june, "changePlan", { params: params(), body: change }, "plan.state_changed");
  });

  test("changed to what it is there is nothing to change, and issuing again makes nothing", async () => {
    const now = (await standing()).filter(({ retiredAt }) => retiredAt === null).map(asLine);
    const { digest } = await june.ask("previewPlanChange", { params: params(), body: { lines: now, from } });
    const body = { lines: now, from, reason: "x", digest };
    await group.refused(june, "changePlan", { params: params(), body }, "plan.nothing_changed");
  });

  test("changed back it opens again what it had waived", async () => {
    const [ofA, ...others] = (await standing()).filter(({ retiredAt }) => retiredAt === null).map(asLine);
    const back = { ...ofA, cadence: null } as Line;
    const body = { lines: [back, ...others], from };
    const seen = await june.ask("previewPlanChange", { params: params(), body });
    expect(seen.lines[0]).toMatchObject({ change: "changed", added: 0, waived: 5, reopened: 20 });
    await june.ask("changePlan", { params: params(), body: { ...body, reason: "恢复", digest: seen.digest } });
    const duties = await owed("a2", "theme_day");
    expect(duties.filter((duty) => duty.state === "todo")).toHaveLength(12);
    expect(duties.filter((duty) => duty.state === "waived")).toHaveLength(2);
  });

  test.each<[string, object, string]>([
    ["a month that is over", { from: "2026-05-31" }, "plan.from_past"],
    ["another year", { from: "2027-01-01" }, "plan.from_outside_year"],
    ["a line that isn't there", { lines: [{ ...monthlyOfA, id: crypto.randomUUID() }] }, "plan.line_unknown"],
    ["nothing left", { lines: [{ templateCode: "nothing" }] }, "plan.template_unknown"],
  ])("%s is refused", async (_what, over, code) => {
    const body = { lines: [monthlyOfA], from, ...over };
    await group.refused(june, "previewPlanChange", { params: params(), body }, code);
  });

  test("a line never becomes one of another work", async () => {
    const [first] = await standing();
    const body = { lines: [{ ...monthlyOfA, id: first?.id, templateCode: "general_meeting" }], from };
    await group.refused(june, "previewPlanChange", { params: params(), body }, "plan.line_of_other_work");
  });

  test("who begins later owes from then on what the lines ask of its class and kind, by their version", async () => {
    const { database } = group.application.workshop;
    const begun = (id: string, name: string | null) => ({
      id,
      kind: "BRANCH" as const,
      class: name,
      fullMembers: 3,
      validFrom: "2026-09-01",
      validTo: null,
      groups: [],
      above: [id, ids.mine as string, group.rootId],
    });
    const owing = ["A", null, "B"].map((name) => begun(crypto.randomUUID(), name));
    const all = new Set(owing.map(({ id }) => id));
    const { issued, known } = await dutiesOfNew(
      database.reading(group.tenantId),
      group.tenantId,
      owing,
      all,
      "2026-09-01",
    );
    expect(known).toEqual([]);
    const of = (id: string | undefined) => issued.filter(({ organizationId }) => organizationId === id);
    expect(of(owing[0]?.id).map(({ templateCode, dueOn }) => [templateCode, dueOn])).toEqual([
      ...["09-30", "10-31", "11-30", "12-31"].map((day) => ["theme_day", `2026-${day}`]),
      ["general_meeting", "2026-12-31"],
    ]);
    expect(of(owing[1]?.id)).toEqual([]);
    // The line that asked quarterly meetings of class B has ended.
    expect(of(owing[2]?.id).map(({ templateCode }) => templateCode)).toEqual(["general_meeting"]);
  });
});
