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
  const { branch } = example;
  await example.enter(secretary, branch, { template: "committee_meeting", on: "2026-01-12" });
  await example.enter(secretary, branch, { template: "group_meeting", on: "2026-01-13", groupId: branch.groupIds[0] });
  example.clock.set("2026-02-06T06:00:00.000Z");
  await example.settle();
});
afterAll(() => example.close());

type Report = {
  title: string;
  blocks: { kind: string; text?: string; rows?: { cells: string[]; depth?: number }[] }[];
};

const at = (period = "2026-01") => ({ organizationId: example.branch.id, period });
async function reportOf(client: Client, language = "zh-CN", period = "2026-01") {
  const got = await client.call("getScoreReport", {
    params: at(period),
    query: { format: "json" },
    headers: { "accept-language": language },
  });
  return JSON.parse(got.text) as { report: Report; score: { total: string; lines: { points: string | null }[] } };
}
const headings = ({ blocks }: Report) => blocks.flatMap(({ kind, text }) => (kind === "heading" ? [text] : []));
const said = ({ blocks }: Report) => blocks.flatMap(({ text }) => text ?? []).join("\n");
const rowsOf = ({ blocks }: Report) => blocks.flatMap(({ rows }) => rows ?? []);

describe("得分说明书", () => {
  test("has the same lines, figures and sentences as the score, and the lines add up to the total", async () => {
    const score = await secretary.ask("getScore", { params: at(), query: {} });
    const { report, score: shown } = await reportOf(secretary);
    expect(report.title).toBe("first2026年1月月积分得分说明书");
    expect(shown.total).toBe(score.total);
    expect(rowsOf(report).map(({ cells }) => cells.slice(0, 3))).toEqual(
      score.lines.map(({ name, points, fullMarks }) => [name.zh, points ?? "—", fullMarks]),
    );
    expect(rowsOf(report).map(({ depth }) => depth)).toEqual([0, 1, 1, 1]);
    const [root, ...leaves] = rowsOf(report).map(({ cells }) => Math.round(Number(cells[1]) * 100));
    expect(leaves.reduce((sum, points) => sum + points, 0)).toBe(root);
    expect(rowsOf(report)[1]?.cells[3]).toContain("2 ÷ 3 × 40 = 26.67");
    expect(said(report)).toContain(`得分：${score.total}`);
  });

  test("says where it stands, what full marks take and how to dispute it", async () => {
    const { report } = await reportOf(secretary);
    expect(headings(report)).toEqual(["一、得分情况", "二、得分的由来", "三、怎样得满分", "四、有异议怎么办"]);
    expect(said(report)).toContain("状态：试算 · 未关闭");
    expect(said(report).endsWith("2026年2月6日")).toBe(true);
    expect(said(report)).toContain("按现在的应达数，还差 1 即得满分");
    expect(said(report)).toContain("公示开始后五个工作日内");
  });

  test("is as complete in English", async () => {
    const { report } = await reportOf(secretary, "en");
    expect(headings(report)).toEqual([
      "1. How it stands",
      "2. How the score comes about",
      "3. What full marks would take",
      "4. How to dispute it",
    ]);
    expect(said(report).replace("生产类", "")).not.toMatch(/[\u4e00-\u9fff]/);
  });

  test("as Word has every line of it in order, and a name of its own", async () => {
    const { report } = await reportOf(secretary);
    const got = await secretary.call("getScoreReport", {
      params: at(),
      query: {},
      headers: { "accept-language": "zh-CN" },
    });
    expect(got.headers["content-type"]).toContain("wordprocessingml");
    expect(decodeURIComponent(String(got.headers["content-disposition"]))).toContain(`${report.title}.docx`);
    const body = (await unzipped(got.bytes)).get("word/document.xml") ?? "";
    const paragraphs = body.split("</w:p>").map((paragraph) => paragraph.replace(/<[^>]+>/g, ""));
    const texts = report.blocks.flatMap(({ text, rows }) => (rows ? rows.flatMap(({ cells }) => cells) : [text ?? ""]));
    let from = 0;
    for (const text of [report.title, ...texts]) {
      const found = paragraphs.indexOf(text.replaceAll("&", "&amp;"), from);
      expect(found, text).toBeGreaterThanOrEqual(0);
      from = found;
    }
    expect(body).not.toContain('w:type="page"');
  });

  test("of a closed month says so, and what came later is an adjustment", async () => {
    await office.ask("closePeriod", { params: { period: "2026-01" } });
    await example.enter(secretary, example.branch, {
      template: "group_meeting",
      on: "2026-01-14",
      groupId: example.branch.groupIds[1],
    });
    await example.settle();
    const { report } = await reportOf(secretary);
    expect(said(report)).toMatch(/2026年1月：关闭后报来 \d+ 条数据，得分由 [\d.]+ 变为 [\d.]+，调整 \+[\d.]+ 分/);
    expect(headings(report)).toContain("四、以前期间调整");
  });

  test("of a year is the mean with the months that count and those that don't", async () => {
    await example.enter(secretary, example.branch, { template: "committee_meeting", on: "2026-02-03" });
    await example.settle();
    const { report } = await reportOf(office, "zh-CN", "2026");
    expect(rowsOf(report)[0]?.cells).toEqual(["2026年1月", expect.stringMatching(/^\d+\.\d\d$/), "计入平均"]);
    expect(rowsOf(report)[1]?.cells).toEqual(["2026年2月", "—", "2026年2月还没有关闭，不计入平均"]);
    expect(said(report)).toMatch(/平均：[\d.]+ = [\d.]+。/);
  });

  test("there is none where there is no score, nor for somebody else's branch", async () => {
    const none = await secretary.call("getScoreReport", { params: at("2025-01"), query: {} });
    expect(none.status).toBeGreaterThanOrEqual(400);
    const other = { organizationId: example.other.id, period: "2026-01" };
    expect((await secretary.call("getScoreReport", { params: other, query: {} })).status).toBe(404);
  });
});
