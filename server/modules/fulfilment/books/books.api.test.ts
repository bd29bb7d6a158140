import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Client } from "../../../testing/client.ts";
import { type Example, openExample } from "../../../testing/example-branch.ts";
import { openStage } from "../../../testing/stage.ts";
import { unzipped } from "../../../testing/unzipped.ts";

let example: Example;
let office: Client;
let secretary: Client;
beforeAll(async () => {
  example = await openExample(await openStage());
  office = await example.client("office2", "party_affairs_officer", example.rootId);
  secretary = await example.client("secretary", "branch_secretary", example.branch.id);
  example.clock.set("2026-01-20T06:00:00.000Z");
  await example.enter(secretary, example.branch, { template: "committee_meeting", on: "2026-01-12" });
  example.clock.set("2026-02-06T06:00:00.000Z");
  await example.settle();
});
afterAll(() => example.close());

const at = () => ({ organizationId: example.branch.id });
const handbook = (client: Client, body: { year: number; format: "docx" | "pdf" }, language = "zh-CN") =>
  client.call("makeHandbook", { params: at(), body, headers: { "accept-language": language } });
const pack = (client: Client, over: object = {}) =>
  client.call("makeInspectionPack", {
    params: at(),
    body: { from: "2026-01-01", to: "2026-01-31", templateCodes: [], format: "docx", ...over } as const,
  });

/** Each paragraph of a Word file; the cells of a table are paragraphs too. */
async function paragraphsOf(bytes: Buffer): Promise<string[]> {
  const xml = (await unzipped(bytes)).get("word/document.xml") ?? "";
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner]) =>
    [...(inner as string).matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(""),
  );
}

describe("《党支部工作手册》", () => {
  test("holds who they are, what was owed and done, and every record, to be signed", async () => {
    const got = await handbook(secretary, { year: 2026, format: "docx" });
    expect(got.status).toBe(200);
    expect(got.headers["content-disposition"]).toContain(encodeURIComponent("工作手册.docx"));
    const said = await paragraphsOf(got.bytes);
    expect(said).toContain("四、尚未办结的事项");
    const { items } = await office.ask("listRecords", { params: at(), query: { limit: 50 } });
    expect(items.length).toBeGreaterThan(0);
    for (const record of items) {
      expect(said.find((text) => text.endsWith(`支委会：${record.title}`))).toMatch(/^2026年1月12日 /);
      expect(said.some((text) => text.startsWith(`应到 ${record.expected} 人，实到 ${record.present} 人`))).toBe(true);
    }
    expect(said).toContain("主持人签字：________　记录人签字：________");
    expect(said.at(-1)).toBe("2026年2月6日");
  });

  test("counts the duties as the list of duties does", async () => {
    const said = await paragraphsOf((await handbook(secretary, { year: 2026, format: "docx" })).bytes);
    const { items } = await secretary.ask("listObligations", {
      params: at(),
      query: { which: "all", limit: 200, dueFrom: "2026-01-01", dueTo: "2026-12-31" },
    });
    const meetings = items.filter(({ templateCode }) => templateCode === "committee_meeting");
    const row = said.slice(said.indexOf("支委会"), said.indexOf("支委会") + 5);
    expect(meetings.length).toBe(12);
    const done = meetings.filter(({ state }) => state === "discharged").length;
    const missed = meetings.filter(({ state, dueOn }) => state !== "discharged" && dueOn < "2026-02-06").length;
    expect(row).toEqual(["支委会", "12", String(done), String(missed), "0"]);
  });

  test("is the same as PDF, and in English where that is asked for", async () => {
    const pdf = await handbook(secretary, { year: 2026, format: "pdf" });
    expect(pdf.headers["content-type"]).toBe("application/pdf");
    expect(pdf.bytes.subarray(0, 5).toString()).toBe("%PDF-");
    const english = await paragraphsOf((await handbook(secretary, { year: 2026, format: "docx" }, "en")).bytes);
    expect(english).toContain("3. Duties of the year");
  });

  test("of each making there is an entry in the audit", async () => {
    const before = await audited();
    await handbook(secretary, { year: 2026, format: "docx" });
    await pack(office);
    expect((await audited()) - before).toBe(2);
  });
});

test("a joint event is printed for its host: its own figures and names, the sum beside them", async () => {
  const { branch, other } = example;
  const both = await example.client("both", "branch_secretary", branch.id);
  await example.grant("both", "branch_secretary", other.id);
  const rosterOf = async (organizationId: string) => {
    const query = { template: "party_lecture", on: "2026-02-05" };
    const { roster } = await both.ask("getRecordForm", { params: { organizationId }, query });
    return roster.map(({ personId }, index) => ({
      personId,
      presence: index === 0 ? ("leave" as const) : ("present" as const),
      reason: index === 0 ? "出差" : null,
    }));
  };
  await both.ask("submitRecord", {
    params: at(),
    body: {
      subjectId: branch.id,
      templateCodes: ["party_lecture"],
      title: "联合党课",
      occurredOn: "2026-02-05",
      startTime: "14:00",
      endTime: "15:00",
      place: "room",
      chairId: null,
      recorderId: null,
      lecturer: "lecturer",
      minutes: "两个支部共同学习安全生产月活动方案，讨论工器具双人复核。",
      topics: [],
      materials: [{ code: "lecture_notes", fileId: null }],
      resolutions: [],
      elections: [
        {
          title: "补选支部委员",
          ...{ seats: 1, issued: 8, returned: 8 },
          candidates: [{ personId: null, name: "某候选人", votes: 7 }],
        },
      ],
      attendance: await rosterOf(branch.id),
      guests: [],
      fileIds: [],
      hosts: [{ organizationId: other.id, subjectId: other.id, attendance: await rosterOf(other.id), guests: [] }],
    },
    headers: { "idempotency-key": "joint-lecture" },
  });
  const said = await paragraphsOf((await handbook(secretary, { year: 2026, format: "docx" })).bytes);
  const begin = said.findIndex((text) => text.endsWith("党课：联合党课"));
  const joint = said.slice(begin, said.indexOf("主持人签字：________　记录人签字：________", begin));
  expect(joint).toContain("应到 9 人，实到 8 人，到会率 88.89%。");
  expect(joint).toContain("本次活动由 2 个组织共同开展，合计应到 18 人，实到 16 人，到会率 88.89%。");
  expect(joint).toContain("缺席：first0（出差）。");
  expect(joint).toContain("选举：补选支部委员。应选 1 人，发出选票 8 张，收回 8 张。");
  expect(joint.join(" ")).toContain("某候选人 7 当选");
  expect(joint.join("")).not.toContain("second");
  expect(joint.some((text) => text.startsWith("材料："))).toBe(true);
  const packed = await paragraphsOf((await pack(office, { from: "2026-02-01", to: "2026-02-06" })).bytes);
  const listed = packed.slice(packed.findIndex((text) => text.endsWith("党课：联合党课")));
  expect(listed.slice(listed.indexOf("材料"))).toEqual(
    expect.arrayContaining(["材料", "形式", "大小", "纸质留存", "—"]),
  );
  expect((await pack(office, { format: "pdf" })).bytes.subarray(0, 5).toString()).toBe("%PDF-");
});

async function audited(): Promise<number> {
  const [row] = await example.query<{ entries: number }>(
    "SELECT count(*)::int AS entries FROM audit_entry WHERE action IN ('fulfilment.make_handbook', 'fulfilment.make_inspection_pack')",
  );
  return row?.entries ?? 0;
}

describe("papers for an inspection", () => {
  test("list what is missing, and only what is inspected", async () => {
    const all = await paragraphsOf((await pack(office)).bytes);
    expect(all).toContain("二、检查清单");
    expect(all.filter((text) => text === "逾期").length).toBeGreaterThan(1);
    const some = await paragraphsOf((await pack(office, { templateCodes: ["theme_day"] })).bytes);
    expect(some).not.toContain("支委会");
    expect(some).toContain("没有纪实。");
  });

  test.each([
    ["days the wrong way round", { from: "2026-01-31", to: "2026-01-01" }, "book.days_reversed"],
    ["days to come", { from: "2026-03-01", to: "2026-03-31" }, "book.year_in_future"],
    ["ten years", { from: "2016-01-01", to: "2026-01-31" }, "book.span_too_long"],
  ])("%s are refused", async (_what, over, code) => {
    expect((await pack(office, over)).refusal.code).toBe(code);
  });
});

test("a member doesn't get them, and a restricted unit's aren't made", async () => {
  const member = await example.client("member9", "party_member", example.branch.id);
  expect((await handbook(member, { year: 2026, format: "docx" })).refusal.code).toBe("access.not_allowed");
  await office.ask("restrictOrganization", { params: at(), body: { restriction: "SECRET" } });
  expect((await handbook(secretary, { year: 2026, format: "docx" })).refusal.code).toBe("book.restricted");
});
