import { randomUUID } from "node:crypto";
import type { Body } from "@dutyloop/contract/endpoints.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../../testing/client.ts";
import { type JointBranches, type JointHost, jointBranches, themeDay } from "../../testing/joint-branches.ts";

let group: JointBranches;
let branch: JointHost;
let other: JointHost;
let member: Client;
let secretary: Client;
beforeAll(async () => {
  group = await jointBranches([5, 4]);
  [branch, other] = group.hosts as [JointHost, JointHost];
  member = await group.lasting("member", "branch_committee_member", branch.id);
  secretary = await group.lasting("secretary", "branch_secretary", branch.id);
});
afterAll(() => group.close());

const at = (draftId: string) => ({ organizationId: branch.id, draftId });
const typed = (over: Partial<Body<"saveRecordDraft">> = {}): Body<"saveRecordDraft"> => ({
  subjectId: branch.id,
  templateCodes: ["theme_day"],
  title: "三月主题党日",
  occurredOn: "2026-03-10",
  revision: 0,
  content: JSON.stringify({ minutes: "讨论了一半" }),
  ...over,
});
const save = (client: Client, draftId: string, over: Partial<Body<"saveRecordDraft">> = {}) =>
  client.ask("saveRecordDraft", { params: at(draftId), body: typed(over) });
const refused = <
  N extends "saveRecordDraft" | "handOverDraft" | "sendBackDraft" | "discardRecordDraft" | "submitRecord",
>(
  client: Client,
  name: N,
  sending: Parameters<typeof group.refused<N>>[2],
  code: string,
) => group.refused(client, name, sending, code);

test("what a committee member types is there on another device, as he left it", async () => {
  const draftId = randomUUID();
  expect(await save(member, draftId)).toEqual({ revision: 1 });
  expect(await save(member, draftId, { revision: 1, content: "再写一点" })).toEqual({ revision: 2 });
  const { items } = await secretary.ask("listRecordDrafts", { params: { organizationId: branch.id } });
  expect(items).toMatchObject([
    { id: draftId, state: "draft", revision: 2, title: "三月主题党日", typedBy: "branch_committee_member" },
  ]);
  expect(items[0]?.templateNames.map(({ zh }) => zh)).toEqual(["主题党日"]);
  expect(items[0]).not.toHaveProperty("content");
  const draft = await secretary.ask("getRecordDraft", { params: at(draftId) });
  expect(draft.content).toBe("再写一点");
  await member.ask("discardRecordDraft", { params: at(draftId) });
  expect((await secretary.call("getRecordDraft", { params: at(draftId) })).refusal.code).toBe("not_found");
});

test("of two who type at once the second keeps his text and is told", async () => {
  const draftId = randomUUID();
  await save(member, draftId);
  await save(secretary, draftId, { revision: 1, content: "书记的" });
  await refused(
    member,
    "saveRecordDraft",
    { params: at(draftId), body: typed({ revision: 1 }) },
    "draft.changed_elsewhere",
  );
  const together = randomUUID();
  const both = await Promise.all(
    [member, secretary].map((client) => client.call("saveRecordDraft", { params: at(together), body: typed() })),
  );
  expect(both.map((got) => (got.status === 200 ? "kept" : got.refusal.code)).sort()).toEqual([
    "draft.changed_elsewhere",
    "kept",
  ]);
});

test("the member hands it over, the secretary sends it back with a reason, and signs it in the end", async () => {
  const draftId = randomUUID();
  await save(member, draftId);
  await refused(member, "handOverDraft", { params: at(draftId), body: { revision: 7 } }, "draft.changed_elsewhere");
  await member.ask("handOverDraft", { params: at(draftId), body: { revision: 1 } });
  await refused(member, "saveRecordDraft", { params: at(draftId), body: typed({ revision: 1 }) }, "draft.handed_over");
  await refused(member, "discardRecordDraft", { params: at(draftId) }, "draft.handed_over");
  await refused(member, "handOverDraft", { params: at(draftId), body: { revision: 1 } }, "draft.not_so");
  await refused(member, "sendBackDraft", { params: at(draftId), body: { reason: "x" } }, "access.not_allowed");
  await refused(secretary, "sendBackDraft", { params: at(draftId), body: { reason: " " } }, "draft.reason_missing");
  await secretary.ask("sendBackDraft", { params: at(draftId), body: { reason: "缺少签到" } });
  expect(await member.ask("getRecordDraft", { params: at(draftId) })).toMatchObject({
    state: "draft",
    sentBackReason: "缺少签到",
  });
  await save(member, draftId, { revision: 1 });
  await member.ask("handOverDraft", { params: at(draftId), body: { revision: 2 } });

  const sending = { params: { organizationId: branch.id }, body: themeDay(branch, { draftId }) };
  const first = { ...sending, headers: { "idempotency-key": "signing-once" } };
  await refused(member, "submitRecord", first, "access.not_allowed");
  const answer = await secretary.ask("submitRecord", first);
  expect(answer.satisfied).toHaveLength(1);
  // Confirmed twice: the same request is answered as the first time, another one is told which record it is.
  expect(await secretary.ask("submitRecord", first)).toEqual(answer);
  const again = { ...sending, headers: { "idempotency-key": "signing-twice" } };
  const refusal = await refused(secretary, "submitRecord", again, "draft.already_submitted");
  expect(refusal.values).toEqual({ recordId: answer.recordId });
  await refused(
    secretary,
    "saveRecordDraft",
    { params: at(draftId), body: typed({ revision: 2 }) },
    "draft.already_submitted",
  );
  await refused(secretary, "discardRecordDraft", { params: at(draftId) }, "draft.already_submitted");
  const { items } = await secretary.ask("listRecordDrafts", { params: { organizationId: branch.id } });
  expect(items.map(({ id }) => id)).not.toContain(draftId);
  // What was typed stands in the record now.
  expect((await secretary.ask("getRecordDraft", { params: at(draftId) })).content).toBe("");
});

test("signed by two at the same moment it becomes one record, also where the draft never reached the server", async () => {
  for (const [month, kept] of [
    ["02", true],
    ["01", false],
  ] as const) {
    const draftId = randomUUID();
    if (kept) await save(member, draftId);
    const answers = await Promise.all(
      ["one", "two"].map((hand) =>
        secretary.call("submitRecord", {
          params: { organizationId: branch.id },
          body: themeDay(branch, { draftId, occurredOn: `2026-${month}-10` }),
          headers: { "idempotency-key": `both-sign-${month}-${hand}` },
        }),
      ),
    );
    expect(answers.map((got) => (got.status === 200 ? "signed" : got.refusal.code)).sort()).toEqual([
      "draft.already_submitted",
      "signed",
    ]);
    const records = await group.query("SELECT 1 FROM record WHERE draft_id = $1", [draftId]);
    expect(records).toHaveLength(1);
  }
});

test("another branch sees no draft and can't take one for its own record", async () => {
  const draftId = randomUUID();
  await save(member, draftId);
  const stranger = await group.lasting("stranger", "branch_secretary", other.id);
  expect((await stranger.call("getRecordDraft", { params: at(draftId) })).refusal.code).toBe("not_found");
  expect((await stranger.call("getRecordDraft", { params: { organizationId: other.id, draftId } })).refusal.code).toBe(
    "not_found",
  );
  const sending = {
    params: { organizationId: other.id },
    body: themeDay(other, { draftId }),
    headers: { "idempotency-key": "not-my-draft" },
  };
  await group.refused(stranger, "submitRecord", sending, "not_found");
});
