import { wordRefusal } from "@dutyloop/contract/messages/refusals.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../../testing/client.ts";
import { type MeetingBody, meetingBody } from "../../testing/meeting.ts";
import { openStage } from "../../testing/stage.ts";
import { tableMarks } from "../../testing/table-marks.ts";
import { type Branch, buildWorld, type World } from "../../testing/world.ts";

let world: World;
let secretary: Client;
let branch: Branch;
beforeAll(async () => {
  world = await buildWorld(await openStage());
  branch = world.alpha.first;
  await world.alpha.account("alpha.first.secretary", "branch_secretary", branch.id);
  secretary = await world.client("alpha.first.secretary");
});
afterAll(() => world.close());

let keys = 0;
async function send(body: unknown, headers: Record<string, string> = {}) {
  keys += 1;
  return secretary.call("submitRecord", {
    params: { organizationId: branch.id },
    raw: typeof body === "string" ? body : JSON.stringify(body),
    headers: { "content-type": "application/json", "idempotency-key": `refusals-${keys}`, ...headers },
  });
}

/** Refused with this code, in words of both languages that aren't a fault's, and nothing is changed. */
async function refused(body: unknown, code: string, where?: string): Promise<void> {
  const before = await tableMarks(world.database.superUrl);
  const [chinese, english] = [await send(body), await send(body, { "accept-language": "en" })];
  for (const [language, got] of [
    ["zh", chinese],
    ["en", english],
  ] as const) {
    expect(got.status).toBeGreaterThanOrEqual(400);
    expect(got.status).toBeLessThan(500);
    expect(got.refusal.code).toBe(code);
    expect(got.refusal.message).toBe(wordRefusal(language, code, got.refusal.values));
    expect(got.refusal.message).not.toBe(wordRefusal(language, "server.fault", {}));
    expect(got.refusal.message).not.toContain("…");
    if (where !== undefined)
      expect([got.refusal.field, ...(got.refusal.problems ?? []).map(({ path }) => path)]).toContain(where);
  }
  expect(chinese.refusal.message).not.toBe(english.refusal.message);
  expect(await tableMarks(world.database.superUrl)).toEqual(before);
}

const body = (over: Partial<MeetingBody> = {}) =>
  meetingBody(branch, { templateCodes: ["general_meeting"], topics: [], ...over });
const marks = () => body().attendance;
const text = (field: keyof MeetingBody) => (value: string) => ({ ...body(), [field]: value });

test("a day that has not come yet is refused", () =>
  refused(body({ occurredOn: "2026-03-19" }), "record.date.in_future", "occurredOn"));
test("a day outside every period of the type is refused, and the possible days are named", async () => {
  await refused(body({ occurredOn: "2025-12-30" }), "record.date.outside_obligation", "occurredOn");
  expect((await send(body({ occurredOn: "2025-12-30" }))).refusal.values).toEqual({
    date: "2025-12-30",
    from: "2026-01-01",
    to: "2026-03-31",
  });
});
test("a make-up for a duty of nobody, and a paper that nobody asks for, are refused", async () => {
  await refused(body({ makesUpFor: [branch.id] }), "record.make_up_not_open", "makesUpFor");
  await refused(body({ materials: [{ code: "nobodys", fileId: null }] }), "record.material_unknown", "materials");
});
test("a branch twice among the hosts, and a member counted at two of them, are refused", async () => {
  const { second } = world.alpha;
  const joining = { organizationId: second.id, subjectId: second.id, attendance: [], guests: [] };
  await world.alpha.account("alpha.both.secretary", "branch_secretary", world.alpha.general.id);
  secretary = await world.client("alpha.both.secretary");
  await refused(body({ hosts: [joining, joining] }), "record.host.twice", "hosts");
  await refused(body({ hosts: [{ ...joining, attendance: marks() }] }), "record.attendee.in_two_hosts", "hosts");
  secretary = await world.client("alpha.first.secretary");
  await refused(body({ hosts: [joining] }), "not_found");
});
test("a day that no calendar has is refused", () =>
  refused(body({ occurredOn: "2026-02-30" }), "request.invalid", "occurredOn"));
test("a member of another branch can't be marked present", () =>
  refused(
    body({
      attendance: [
        ...marks(),
        { personId: world.alpha.second.memberIds[0] as string, presence: "present", reason: null },
      ],
    }),
    "record.attendee.not_member",
  ));
test("a person of another group can't be marked present", () =>
  refused(
    body({
      attendance: [
        ...marks(),
        { personId: world.beta.first.memberIds[0] as string, presence: "present", reason: null },
      ],
    }),
    "record.attendee.not_member",
  ));
test("somebody who came to the branch later can't be marked present before", async () => {
  const admitted = await secretary.ask("admitPerson", {
    params: { organizationId: branch.id },
    body: { name: "later", memberState: "PROBATIONARY", groupId: null, validFrom: "2026-03-12" },
  });
  const attendance = [...marks(), { personId: admitted.personId, presence: "present" as const, reason: null }];
  await refused(body({ attendance }), "record.attendee.not_member");
});
test("the same person twice is refused", () =>
  refused(body({ attendance: [...marks(), marks()[0] as never] }), "record.attendee.twice"));
test("a member without a mark is refused, with their number", async () => {
  await refused(body({ attendance: marks().slice(2) }), "record.attendance.incomplete");
  expect((await send(body({ attendance: marks().slice(2) }))).refusal.values).toEqual({ missing: 2, expected: 11 });
});
test("leave or absence without a reason is refused", () =>
  refused(body({ attendance: marks().map((mark) => ({ ...mark, reason: null })) }), "record.absence.reason_missing"));
test("an end before the start is refused", () =>
  refused(body({ endTime: "13:59" }), "record.time.end_before_start", "endTime"));
test("more ballots than voters are refused", async () => {
  const resolutions = [{ title: "resolved", for: 9, against: 1, abstain: 1 }];
  await refused(body({ resolutions }), "vote.more_ballots_than_voters", "resolutions");
});
test("votes that are no whole numbers are refused", () =>
  refused(
    body({ resolutions: [{ title: "resolved", for: 5.5, against: 0, abstain: 0 }] }),
    "request.invalid",
    "resolutions.0.for",
  ));
test("a type that isn't in the library is refused", () =>
  refused(body({ templateCodes: ["nothing"] }), "record.template_unknown"));
test("a 党小组 of another branch is refused", () =>
  refused(
    body({ templateCodes: ["group_meeting"], subjectId: world.alpha.second.groupId }),
    "record.subject_not_here",
  ));
test("a group meeting without its 党小组 is refused", () =>
  refused(body({ templateCodes: ["group_meeting"] }), "record.group.missing"));
test("a photograph that wasn't uploaded here is refused", async () => {
  await refused(body({ fileIds: ["0".repeat(64)] }), "record.file_unknown");
  await refused(body({ fileIds: [world.alpha.otherBranch.meeting.fileId] }), "record.file_unknown");
});

test.each(["title", "place", "minutes", "lecturer"] as const)(
  "control characters in the %s are refused",
  async (field) => {
    const broken = text(field);
    await refused(broken("line\u0007bell"), "record.text.control_characters", field);
    await refused(broken("turned\u202Eround"), "record.text.control_characters", field);
    await refused(broken("nul\u0000"), "record.text.control_characters", field);
    await refused(broken("half \ud800 character"), "record.text.control_characters", field);
  },
);
test("minutes of 20 001 characters are refused, and one is told how many are too many", () =>
  refused(body({ minutes: "学".repeat(20_001) }), "record.text.too_long", "minutes"));
test("minutes of 10 000 characters are kept as they are", async () => {
  const minutes = "学习".repeat(5_000);
  const got = await send(body({ minutes, occurredOn: "2026-03-03" }));
  const record = await secretary.ask("getRecord", { params: { recordId: got.answer.recordId } });
  expect(record.minutes).toBe(minutes);
});

test("a request without a key, or with one that is no key, is refused", async () => {
  const before = await tableMarks(world.database.superUrl);
  for (const key of ["", "short", "with blanks in it", "键".repeat(10), "k".repeat(101)]) {
    const headers = {
      "content-type": "application/json",
      ...(key === "" ? {} : { "idempotency-key": encodeURI(key) }),
    };
    const got = await secretary.call("submitRecord", { params: { organizationId: branch.id }, body: body(), headers });
    expect(got.refusal.code).toBe("idempotency.key_missing");
  }
  expect(await tableMarks(world.database.superUrl)).toEqual(before);
});

test.each([
  ["cut off", '{"title":"a'],
  ["empty", ""],
  ["with a comma too many", '{"title":"a",}'],
  ["with __proto__", '{"__proto__":{"admin":true},"title":"a"}'],
  ["with constructor.prototype", '{"constructor":{"prototype":{"admin":true}}}'],
])("JSON that is %s is refused", (_name, json) => refused(json, "request.malformed_json"));
test("JSON nested five thousand deep is refused", () =>
  refused(`${"[".repeat(5000)}${"]".repeat(5000)}`, "request.invalid"));
test("of a key that stands twice the last one counts, for every check", async () => {
  const json = JSON.stringify(body()).replace(
    '"occurredOn":"2026-03-10"',
    '"occurredOn":"2026-03-10","occurredOn":"2026-03-19"',
  );
  await refused(json, "record.date.in_future");
});
test("another content type than JSON is refused", async () => {
  const before = await tableMarks(world.database.superUrl);
  for (const type of [
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/xml",
  ]) {
    expect((await send("a=b", { "content-type": type })).refusal.code).toBe("request.media_type");
  }
  expect(await tableMarks(world.database.superUrl)).toEqual(before);
});

const protectedFields = [
  "id",
  "recordId",
  "tenant_id",
  "tenantId",
  "organizationId",
  "organization_id",
  "state",
  "version",
  "lateEntry",
  "late_entry",
  "expected",
  "present",
  "recordedAt",
  "recorded_at",
  "recordedBy",
  "recorded_by",
  "standardPassed",
  "standard_passed",
  "standardApplicable",
  "satisfied",
  "discharges",
  "facts",
  "score",
  "total",
  "points",
  "role",
  "grants",
  "isAdmin",
  "votes",
  "exempt",
] as const;
test.each(protectedFields)("the field “%s” can't be set from outside", (field) =>
  refused({ ...body(), [field]: 1 }, "request.invalid", field),
);
test("protected fields inside the lists of a record can't be set either", async () => {
  const [mark] = marks();
  await refused(
    { ...body(), attendance: [{ ...mark, exempt: true }, ...marks().slice(1)] },
    "request.invalid",
    "attendance.0.exempt",
  );
  await refused({ ...body(), guests: [{ name: "x", capacity: "member" }] }, "request.invalid", "guests.0.capacity");
  const resolutions = [{ title: "resolved", for: 1, against: 0, abstain: 0, passed: true }];
  await refused({ ...body(), resolutions }, "request.invalid", "resolutions.0.passed");
});
