import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Client } from "../../testing/client.ts";
import { type Example, openExample } from "../../testing/example-branch.ts";
import { openStage } from "../../testing/stage.ts";

let example: Example;
let office: Client;
let secretary: Client;
let officeOfBranch: Client;
beforeAll(async () => {
  example = await openExample(await openStage());
  office = await example.client("office-of-group", "party_affairs_officer", example.rootId);
  officeOfBranch = await example.client("office-of-branch", "party_affairs_officer", example.branch.id);
  secretary = await example.client("secretary", "branch_secretary", example.branch.id);
  await example.client("other-secretary", "branch_secretary", example.other.id);
});
afterAll(() => example.close());

const form = (client: Client, organizationId: string, on: string, template = "general_meeting") =>
  client.call("getRecordForm", { params: { organizationId }, query: { template, on } });

describe("a branch that adopted a stricter version of 党员大会", () => {
  let today: string;
  let version: number;
  test("publishes it, tries it and works by it from that day on", async () => {
    today = (await office.ask("getSession")).today;
    const { body } = await office.ask("getTemplate", { params: { code: "general_meeting", version: 2 } });
    const safety = { code: "safety", name: { zh: "安全生产", en: "Safety" }, required: true };
    const published = await officeOfBranch.ask("publishTemplate", {
      params: { organizationId: example.branch.id },
      body: { body: { ...body, topics: [...body.topics, safety] }, adapts: 2 },
    });
    version = published.version;
    const params = { organizationId: example.branch.id };
    await officeOfBranch.ask("moveTemplate", {
      params: { ...params, ...published },
      body: { act: "try_out", reason: "试行" },
    });
    await officeOfBranch.ask("adoptTemplate", { params, body: { ...published, from: today } });
  });

  test("is asked for its topics from that day on, and not for days before", async () => {
    const topics = async (on: string) => {
      const got = await form(secretary, example.branch.id, on);
      return got.answer.template.topics.map(({ code }) => code);
    };
    expect(await topics(today)).toContain("safety");
    expect(await topics("2026-01-10")).not.toContain("safety");
  });

  test("its records keep the version by which they were judged", async () => {
    const judged = async (template: string, on: string) => {
      const recordId = await example.enter(secretary, example.branch, { template, on });
      const { standards } = await secretary.ask("getRecord", { params: { recordId } });
      return standards.map(({ templateCode, templateVersion }) => [templateCode, templateVersion]);
    };
    expect(await judged("general_meeting", today)).toEqual([["general_meeting", version]]);
    expect(await judged("party_lecture", "2026-01-10")).toEqual([["party_lecture", 2]]);
  });
});

test("a branch isn't offered the form of a committee's meeting, of a task or of what is counted", async () => {
  for (const template of ["study_center", "heart_talk", "dual_life", "seven_tasks"]) {
    const got = await form(secretary, example.branch.id, "2026-03-10", template);
    expect([template, got.refusal.code]).toEqual([template, "record.template_unknown"]);
  }
});

test("nor can it record one all the same", async () => {
  const organizationId = example.branch.id;
  const { roster } = (await form(secretary, organizationId, "2026-03-10", "party_lecture")).answer;
  const code = await example.refused(secretary, "submitRecord", {
    params: { organizationId },
    body: {
      subjectId: organizationId,
      templateCodes: ["study_center"],
      title: "专题学习",
      occurredOn: "2026-03-10",
      startTime: null,
      endTime: null,
      place: "会议室",
      chairId: null,
      recorderId: null,
      lecturer: null,
      minutes: "学习研讨",
      topics: [],
      resolutions: [],
      attendance: roster.map(({ personId }) => ({ personId, presence: "present" as const, reason: null })),
      guests: [],
      fileIds: [],
    },
    headers: { "idempotency-key": "not-its-own" },
  });
  expect(code).toBe("record.template_unknown");
});
