import { type RouteName, routes } from "@dutyloop/contract/routes.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withClient } from "./platform/embedded-postgres/index.ts";
import { password } from "./testing/accounts.ts";
import { auditedElsewhere } from "./testing/audited-elsewhere.ts";
import { Client, type Sending } from "./testing/client.ts";
import { type Founded, foundedStage } from "./testing/founded.ts";
import { meetingBody } from "./testing/meeting.ts";
import { jpeg } from "./testing/photographs.ts";
import { openStage, type Stage } from "./testing/stage.ts";
import { workbookOf } from "./testing/workbooks.ts";

type Entry = {
  action: string;
  object: string;
  outcome: string;
  account_name: string;
  request_id: string;
  place: string | null;
};

let stage: Stage;
let group: Founded;
const clients = new Map<string, Client>();
const made: Record<string, string> = {};
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const entries = () =>
  withClient(
    stage.database.superUrl,
    async (client) => (await client.query<Entry>("SELECT * FROM audit_entry ORDER BY id")).rows,
  );
const as = (name: string): Client => clients.get(name) ?? new Client(stage.server);

type Step = {
  [N in RouteName]: { by: string; name: N; send: () => Sending<N>; keep?: (answer: never) => void };
}[RouteName];
const step = <N extends RouteName>(by: string, name: N, send: () => Sending<N>, keep?: (answer: never) => void) =>
  ({ by, name, send, keep }) as unknown as Step;
const keep = (as: string, key: string) => (answer: never) => {
  made[as] = (answer as Record<string, string>)[key] as string;
};
const at = () => ({ organizationId: made.branch as string });
const ofPerson = () => ({ personId: made.person as string });
const ofRecord = () => ({ recordId: made.record as string });
/** A meeting that its only member missed. */
const held = () =>
  meetingBody(
    { id: made.branch as string, mark: "", memberIds: [made.person as string] },
    {
      title: "t\u2028x",
      attendance: [{ personId: made.person as string, presence: "absent" as const, reason: "r" }],
    },
  );
const typed = () => ({ ...at(), draftId: "0197aaaa-0000-7000-8000-00000000d0d0" });
const typedBody = () => ({
  subjectId: made.branch as string,
  templateCodes: ["theme_day"],
  title: "t",
  occurredOn: "2026-03-10",
});
const atTop = () => ({ organizationId: group.rootId });
const draft = () => ({ ...atTop(), kind: "scheme" as const, code: "walked" });
const from = "2026-01-01";
const unit = (code: string) => ({ code, name: code, region: null, validFrom: from, validTo: null });
const ofUnit = (code: string) => ({ unitId: made[code] as string });

/** One walk through everything that changes something. */
const walk: Step[] = [
  step("system", "openAccount", () => ({ body: { signInName: "office", displayName: "o" } }), keep("office", "id")),
  step(
    "security",
    "grantRole",
    () => ({
      body: {
        accountId: made.office as string,
        role: "party_affairs_officer" as const,
        organizationId: group.rootId,
        validFrom: from,
        validTo: null,
      },
    }),
    keep("grant", "id"),
  ),
  step(
    "writer",
    "createOrganization",
    () => ({
      body: { parentId: group.rootId, kind: "BRANCH" as const, class: null, code: "b", name: "b", validFrom: from },
    }),
    keep("branch", "id"),
  ),
  step(
    "writer",
    "admitPerson",
    () => ({
      params: at(),
      body: { name: "张三", memberState: "FULL" as const, groupId: null, validFrom: from },
    }),
    keep("person", "personId"),
  ),
  step(
    "writer",
    "admitPerson",
    () => ({
      params: at(),
      body: { name: "李四", memberState: "FULL" as const, groupId: null, validFrom: from },
    }),
    keep("leaver", "personId"),
  ),
  step(
    "writer",
    "appoint",
    () => ({
      params: at(),
      body: { personId: made.person as string, post: "SECRETARY" as const, validFrom: from, validTo: null },
    }),
    keep("appointment", "id"),
  ),
  step("writer", "endAppointment", () => ({
    params: { appointmentId: made.appointment as string },
    body: { lastDay: "2026-06-30" },
  })),
  step("writer", "beginTerm", () => ({ params: at(), body: { beganOn: from } })),
  step(
    "writer",
    "createUnit",
    () => ({ body: { ...unit("company"), parentId: null, kind: "COMPANY" as const } }),
    keep("company", "id"),
  ),
  step(
    "writer",
    "createUnit",
    () => ({ body: { ...unit("team"), parentId: null, kind: "TEAM" as const } }),
    keep("team", "id"),
  ),
  step("writer", "renameUnit", () => ({ params: ofUnit("team"), body: { name: "t", region: null } })),
  step("writer", "moveUnit", () => ({ params: ofUnit("team"), body: { parentId: made.company as string } })),
  step("writer", "restrictUnit", () => ({ params: ofUnit("team"), body: { restriction: "OVERSEAS" as const } })),
  step("writer", "coverUnit", () => ({
    params: ofUnit("team"),
    body: { organizationId: made.branch as string, validFrom: from, validTo: null },
  })),
  step("writer", "endCoverage", () => ({ params: ofUnit("team"), body: { lastDay: "2026-06-30" } })),
  step("writer", "endUnit", () => ({ params: ofUnit("team"), body: { lastDay: "2026-09-30" } })),
  step("writer", "extendTerm", () => ({ params: at(), body: { months: 3, approval: "2026 No. 4" } })),
  step(
    "writer",
    "beginApplication",
    () => ({
      params: at(),
      body: {
        on: "2026-01-05",
        papers: ["membership_application" as const],
        person: { name: "张三", bornOn: "1999-05-01" },
      },
    }),
    keep("applicant", "personId"),
  ),
  step(
    "writer",
    "takeStep",
    () => ({
      params: { personId: made.applicant as string, step: 2 },
      body: { on: "2026-01-20", papers: ["talk_record" as const] },
    }),
    keep("entry", "entryId"),
  ),
  step("writer", "withdrawStep", () => ({
    params: { personId: made.applicant as string, entryId: made.entry as string },
    body: { reason: "张三的谈话日期登记有误" },
  })),
  step("writer", "exemptStep", () => ({
    params: { personId: made.applicant as string, step: 2 },
    body: { on: "2026-01-20", reason: "张三已在原单位谈话" },
  })),
  step("writer", "takeStep", () => ({
    params: { personId: made.applicant as string, step: 3 },
    body: { on: "2026-02-02", papers: ["recommendation" as const, "branch_committee_minutes" as const] },
  })),
  step("writer", "addAssessment", () => ({
    params: { personId: made.applicant as string },
    body: { on: "2026-02-20" },
  })),
  step("writer", "setPrivateFields", () => ({
    params: { personId: made.person as string },
    body: { phone: "13800012345" },
  })),
  step("writer", "readPrivateFields", () => ({
    params: { personId: made.person as string },
    body: { purpose: "CONTACT" as const },
  })),
  step("writer", "changePerson", () => ({ params: ofPerson(), body: { sex: "F" as const } })),
  step(
    "writer",
    "tagMember",
    () => ({ params: ofPerson(), body: { tag: "FLOATING" as const, validFrom: from } }),
    keep("tag", "id"),
  ),
  step("writer", "noteContact", () => ({ params: { tagId: made.tag as string }, body: { on: "2026-02-01" } })),
  step("writer", "endTag", () => ({ params: { tagId: made.tag as string }, body: { lastDay: "2026-03-01" } })),
  step(
    "writer",
    "issueTransfer",
    () => ({ params: ofPerson(), body: { toCode: null, outsideName: "外单位", issuedOn: "2026-03-01" } }),
    keep("transfer", "id"),
  ),
  step("writer", "returnTransfer", () => ({
    params: { transferId: made.transfer as string },
    body: { on: "2026-03-02", reason: "材料不齐" },
  })),
  step("writer", "changeMemberState", () => ({
    params: { personId: made.leaver as string },
    body: {
      to: "SUSPENDED" as const,
      on: "2026-03-02",
      evidence: ["meeting_decision" as const, "abroad_proof" as const],
      decidedBy: "支部党员大会",
      suspension: "SETTLED_ABROAD" as const,
    },
  })),
  step("organizer", "disposeOfMember", () => ({
    params: { personId: made.leaver as string },
    body: {
      to: "EXPELLED" as const,
      on: "2026-03-03",
      evidence: ["discipline_decision" as const],
      decidedBy: "党委",
      reason: "违纪",
    },
  })),
  step("writer", "issuePlan", () => ({
    body: { organizationId: group.rootId, year: 2026, name: "p", templateCodes: ["theme_day"] },
  })),
  step("writer", "saveBulletin", () => ({
    params: { ...atTop(), month: "2026-03" },
    body: {
      texts: { number: "", recipient: "", opening: "", requirements: "", closing: "", copies: "" },
      leadingOnly: false,
      revision: 0,
    },
  })),
  step("writer", "makeBulletin", () => ({ params: { ...atTop(), month: "2026-03" } })),
  step("writer", "saveDraft", () => ({ params: draft(), body: { text: "unfinished", revision: 0 } })),
  step("writer", "deleteDraft", () => ({ params: draft() })),
  step("writer", "adoptScheme", () => ({ params: atTop(), body: { code: "quarterly", version: 1, periodFrom: from } })),
  step("writer", "importMeasures", () => ({
    params: atTop(),
    body: { source: "safety", month: "2026-03", deliveries: [{ organizationId: made.branch as string, figures: [] }] },
  })),
  step("writer", "importWorkbook", () => ({
    params: atTop(),
    query: { source: "safety", month: "2026-02" },
    raw: workbookOf({ 数据: [["组织编码", "指标", "日期", "数值"]], 回执: [["组织编码"], ["b"]] }),
    headers: { "content-type": "application/octet-stream" },
  })),
  step("writer", "withdrawDelivery", () => ({
    params: at(),
    body: { source: "safety", month: "2026-03", reason: "报错了单位" },
  })),
  step("writer", "makeHandbook", () => ({ params: at(), body: { year: 2026, format: "docx" as const } })),
  step("writer", "makeInspectionPack", () => ({
    params: at(),
    body: { from: "2026-01-01", to: "2026-12-31", templateCodes: [], format: "docx" as const },
  })),
  step("writer", "restrictOrganization", () => ({ params: at(), body: { restriction: "SECRET" as const } })),
  step(
    "writer",
    "createOrganization",
    () => ({
      body: { parentId: group.rootId, kind: "COMMITTEE" as const, class: null, code: "c", name: "c", validFrom: from },
    }),
    keep("committee", "id"),
  ),
  step(
    "writer",
    "createOrganization",
    () => ({
      body: { parentId: group.rootId, kind: "BRANCH" as const, class: null, code: "d", name: "d", validFrom: from },
    }),
    keep("leaving", "id"),
  ),
  step("writer", "renameOrganization", () => ({
    params: { organizationId: made.leaving as string },
    body: { name: "renamed", class: null, on: from },
  })),
  step("writer", "moveOrganization", () => ({
    params: { organizationId: made.leaving as string },
    body: { parentId: made.committee as string, on: from },
  })),
  step("writer", "revokeOrganization", () => ({
    params: { organizationId: made.leaving as string },
    body: { lastDay: "2026-12-31", reason: "并入其他支部" },
  })),
  step("writer", "nameJudge", () => ({
    params: atTop(),
    body: { indicatorCode: "sampled_records", accountId: made.writer as string, validFrom: from, validTo: null },
  })),
  step("writer", "judge", () => ({
    params: at(),
    body: { indicatorCode: "sampled_records", period: "2026-Q1", points: "90", reason: "张三记录完整" },
  })),
  step("writer", "endJudge", () => ({
    params: atTop(),
    body: { indicatorCode: "sampled_records", accountId: made.writer as string, lastDay: "2026-03-31" },
  })),
  step("writer", "endAdoption", () => ({ params: atTop(), body: { code: "quarterly", periodFrom: from } })),
  step("secretary", "uploadFile", () => ({ params: at(), raw: jpeg(), headers: { "content-type": "image/jpeg" } })),
  step(
    "secretary",
    "submitRecord",
    () => ({
      params: at(),
      body: held(),
      headers: { "idempotency-key": "one-entry" },
    }),
    keep("record", "recordId"),
  ),
  step("secretary", "makeUp", () => ({
    params: ofRecord(),
    body: { personId: made.person as string, madeUpOn: "2026-03-12", way: "lesson" as const, note: "", lateReason: "" },
  })),
  step("secretary", "correctRecord", () => ({
    params: ofRecord(),
    body: { ...held(), title: "corrected", version: 1, reason: "r" },
    headers: { "idempotency-key": "one-correction" },
  })),
  step(
    "writer",
    "drawSample",
    () => ({ params: atTop(), body: { from: "2026-01-01", to: "2026-12-31", share: "1" } }),
    keep("sample", "id"),
  ),
  step("writer", "checkSample", () => ({
    params: { sampleId: made.sample as string, ...ofRecord() },
    body: { outcome: "to_correct" as const, reason: "r" },
  })),
  step("writer", "reverseRecord", () => ({ params: ofRecord(), body: { reason: "r" } })),
  step("secretary", "saveRecordDraft", () => ({ params: typed(), body: { ...typedBody(), content: "", revision: 0 } })),
  step("secretary", "handOverDraft", () => ({ params: typed(), body: { revision: 1 } })),
  step("secretary", "sendBackDraft", () => ({ params: typed(), body: { reason: "r" } })),
  step("secretary", "discardRecordDraft", () => ({ params: typed() })),
  step("secretary", "createToken", () => ({ body: { name: "t", expiresOn: "2026-04-01" } }), keep("token", "id")),
  step("secretary", "revokeToken", () => ({ params: { tokenId: made.token as string } })),
  step("secretary", "changePassword", () => ({ body: { current: password, next: "Another-42-word" } })),
  step("security", "revokeGrant", () => ({ params: { grantId: made.grant as string } })),
  step("system", "closeAccount", () => ({ params: { accountId: made.office as string } })),
  step("writer", "signOut", () => ({})),
  step("secretary", "signOutEverywhere", () => ({})),
];

test("setting up leaves exactly one audit entry", async () => {
  group = await foundedStage(stage);
  expect((await entries()).map(({ action }) => action)).toEqual(["identity.found_group"]);
});

test("signing in leaves exactly one audit entry, whether it succeeds or not", async () => {
  made.writer = await group.account("writer", "party_affairs_officer");
  await group.account("secretary", "branch_secretary");
  await group.account("organizer", "organizer");
  const before = (await entries()).length;
  for (const name of ["system", "security", "writer", "secretary", "organizer"])
    clients.set(name, await group.client(name));
  await new Client(stage.server).signIn("writer", "wrong");
  await new Client(stage.server).signIn("nobody\r\n\u001b[31mforged", "wrong");
  const added = (await entries()).slice(before);
  expect(added.map(({ outcome }) => outcome)).toEqual(["done", "done", "done", "done", "done", "refused", "refused"]);
  expect(added.at(-1)?.account_name).toBe("nobody    [31mforged".replace(/ {4}/, "   "));
});

test("every endpoint that changes something stands in the walk", () => {
  const changing = (Object.keys(routes) as RouteName[]).filter((name) => routes[name].method !== "GET");
  expect([...new Set([...walk.map(({ name }) => name), ...auditedElsewhere])].toSorted()).toEqual(changing.toSorted());
});

test.each(walk)(
  "$name leaves exactly one audit entry, with the number the caller got",
  async ({ by, name, send, keep: kept }) => {
    const before = (await entries()).length;
    const got = await as(by).call(name as RouteName, send() as never);
    expect(got.status, got.text).toBe(200);
    kept?.(got.answer as never);
    const added = (await entries()).slice(before);
    expect(added).toHaveLength(1);
    expect(added[0]).toMatchObject({ outcome: "done", account_name: by, request_id: got.headers["x-request-id"] });
    expect(added[0]?.object).not.toContain("张三");
  },
);

test("reading leaves no audit entry", async () => {
  const audit = await group.client("audit");
  const before = (await entries()).length;
  await audit.ask("listAudit");
  await audit.ask("verifyAudit");
  await audit.ask("getSession");
  expect(await entries()).toHaveLength(before);
});
