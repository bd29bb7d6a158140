import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../../testing/client.ts";
import { type Example, openExample } from "../../testing/example-branch.ts";
import { openStage } from "../../testing/stage.ts";

let example: Example;
let officer: Client;
beforeAll(async () => {
  example = await openExample(await openStage());
  officer = await example.client("officer-of-committee", "party_affairs_officer", example.rootId);
  const people = await example.query<{ id: string }>("SELECT id FROM person ORDER BY name LIMIT 3");
  const posts = ["SECRETARY", "DEPUTY_SECRETARY", "COMMITTEE_MEMBER"] as const;
  for (const [index, { id: personId }] of people.entries())
    await officer.ask("appoint", {
      params: { organizationId: example.rootId },
      body: { personId, post: posts[index] ?? "COMMITTEE_MEMBER", validFrom: "2026-01-01", validTo: null },
    });
});
afterAll(() => example.close());

const params = () => ({ organizationId: example.rootId });
const rosterOf = async (template: string, on = "2026-03-10") =>
  (await officer.ask("getRecordForm", { params: params(), query: { template, on } })).roster;

/** Records a meeting of the committee with so many of its members there. */
async function held(
  template: string,
  present: number,
  topics: string[],
  number: number,
  deviations: { template: string; check: string; reason: string }[] = [],
) {
  const roster = await rosterOf(template);
  return officer.ask("submitRecord", {
    params: params(),
    body: {
      subjectId: example.rootId,
      templateCodes: [template],
      title: "专题学习",
      occurredOn: "2026-03-10",
      startTime: null,
      endTime: null,
      place: "会议室",
      chairId: null,
      recorderId: null,
      lecturer: null,
      minutes:
        "围绕专题开展学习研讨，明确贯彻举措，责任到人，限期落实，定期督办并通报结果，确保各项要求落到实处见到成效。",
      topics,
      resolutions: [],
      attendance: roster.map(({ personId }, index) =>
        index < present
          ? { personId, presence: "present" as const, reason: null }
          : { personId, presence: "leave" as const, reason: "出差" },
      ),
      guests: [],
      fileIds: [],
      deviations,
    },
    headers: { "idempotency-key": `committee-${template}-${number}` },
  });
}

test("at a meeting of the committee those are expected who hold a post in it, wherever they are members", async () => {
  const roster = await rosterOf("study_center");
  expect(roster).toHaveLength(3);
  expect(roster.every(({ votes, memberState }) => votes && memberState === "FULL")).toBe(true);
  expect(await rosterOf("study_center", "2025-12-31")).toEqual([]);
});

test("its record counts its own people, and with fewer than two thirds 民主生活会 isn't held", async () => {
  const study = await held("study_center", 3, ["study", "discussion"], 1);
  expect(study.attendance).toMatchObject({ expected: 3, present: 3 });
  const early = [{ template: "democratic_life", check: "within_window", reason: "上级统一安排" }];
  const few = await held("democratic_life", 1, ["criticism", "team_check"], 1, early);
  const item = (answer: typeof few) => answer.standards[0]?.items.find(({ code }) => code === "two_thirds");
  expect(item(few)).toMatchObject({ effect: "blocking", passed: false });
  expect(item(await held("democratic_life", 2, ["criticism", "team_check"], 2, early))).toMatchObject({ passed: true });
});
