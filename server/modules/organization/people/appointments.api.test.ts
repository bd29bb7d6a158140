import type { Body } from "@dutyloop/contract/endpoints.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";

let group: AssessedGroup;
let branch: string;
beforeAll(async () => {
  group = await assessedGroup();
  branch = await group.organization("a");
});
afterAll(() => group.close());

const admission = (over: Partial<Body<"admitPerson">> = {}) => ({
  params: { organizationId: branch },
  body: { name: "王小红", memberState: "FULL" as const, groupId: null, validFrom: "2026-01-01", ...over },
});
async function appointed(validTo: string | null): Promise<string> {
  const { personId } = await group.office.ask("admitPerson", admission());
  const body = { personId, post: "SECRETARY" as const, validFrom: "2026-01-10", validTo, fullTime: true };
  return (await group.office.ask("appoint", { params: { organizationId: branch }, body })).id;
}
const ending = (appointmentId: string, lastDay: string) => ({ params: { appointmentId }, body: { lastDay } });
const secretaries = async (on: string) => {
  const query = { on, post: "SECRETARY" as const };
  return (await group.office.ask("listPeople", { params: { organizationId: branch }, query })).items.length;
};

test("an appointment is held to its last day, and is full-time where it was said so", async () => {
  const id = await appointed(null);
  expect(await group.query("SELECT full_time FROM appointment WHERE id = $1", [id])).toEqual([{ full_time: true }]);
  expect(await group.office.ask("endAppointment", ending(id, "2026-02-28"))).toEqual({ lastDay: "2026-02-28" });
  expect([await secretaries("2026-02-28"), await secretaries("2026-03-01")]).toEqual([1, 0]);
});

test("an end lies between the first day and the end there is", async () => {
  const id = await appointed("2026-06-30");
  const early = await group.refused(
    group.office,
    "endAppointment",
    ending(id, "2026-01-09"),
    "appointment.end_before_start",
  );
  const late = await group.refused(
    group.office,
    "endAppointment",
    ending(id, "2026-07-01"),
    "appointment.end_too_late",
  );
  expect([early.field, late.field]).toEqual(["lastDay", "lastDay"]);
});

test("a post is held within the organisation's days, and once at a time", async () => {
  const organizationId = await group.organization("shortlived", { validFrom: "2026-02-01" });
  const place = { params: { organizationId } };
  await group.office.ask("revokeOrganization", { ...place, body: { lastDay: "2026-12-31", reason: "并入其他支部" } });
  const top = { params: { organizationId: group.rootId } };
  const { personId } = await group.office.ask("admitPerson", admission());
  const post = (validFrom: string, validTo: string | null) => ({
    body: { personId, post: "SECRETARY" as const, validFrom, validTo },
  });
  await group.query("UPDATE membership SET organization_id = $2 WHERE person_id = $1", [personId, organizationId]);
  const before = await group.refused(
    group.office,
    "appoint",
    { ...place, ...post("2026-01-31", "2026-06-30") },
    "appointment.before_organization",
  );
  const beyond = { ...place, ...post("2026-03-01", null) };
  const after = await group.refused(group.office, "appoint", beyond, "appointment.after_organization");
  expect([before.field, after.field]).toEqual(["validFrom", "validTo"]);
  await group.office.ask("appoint", { ...top, ...post("2026-03-01", "2026-05-31") });
  const twice = { ...top, ...post("2026-05-31", null) };
  const held = await group.refused(group.office, "appoint", twice, "appointment.held_already");
  expect([held.field, held.values.from]).toEqual(["post", "2026-03-01"]);
  await group.office.ask("appoint", { ...top, ...post("2026-06-01", null) });
});

test("the secretary of another branch doesn't find it", async () => {
  const other = await group.caller("other", "branch_secretary", await group.organization("b"));
  await group.refused(other, "endAppointment", ending(await appointed(null), "2026-02-28"), "not_found");
});

test("a person is entered with number, sex and days", async () => {
  const details = { number: "A1", sex: "F" as const, bornOn: "1980-02-29", joinedOn: "2001-07-01" };
  const { personId } = await group.office.ask("admitPerson", admission(details));
  const { items } = await group.office.ask("listPeople", { params: { organizationId: branch }, query: { limit: 200 } });
  expect(items.find(({ id }) => id === personId)).toMatchObject({ number: "A1", joinedOn: "2001-07-01" });
});

test.each([
  [{ number: "A1" }, "number", "person.number_taken"],
  [{ bornOn: "2099-01-01" }, "bornOn", "person.date_in_future"],
  [{ joinedOn: "2099-01-01" }, "joinedOn", "person.date_in_future"],
  [{ bornOn: "1990-01-01", joinedOn: "1990-01-01" }, "joinedOn", "person.joined_before_birth"],
])("%o is refused by its field", async (details, field, code) => {
  const refusal = await group.refused(group.office, "admitPerson", admission(details), code);
  expect(refusal.field).toBe(field);
});

test("nobody is entered into a branch whose end is decided, or into a 党小组 that has ended", async () => {
  const params = { organizationId: await group.organization("ending") };
  await group.office.ask("revokeOrganization", { params, body: { lastDay: "2026-12-31", reason: "并入其他支部" } });
  const late = await group.refused(group.office, "admitPerson", { ...admission(), params }, "organization.ended");
  expect([late.field, late.values.to]).toEqual(["organizationId", "2026-12-31"]);
  const groupId = await group.organization("circle", { kind: "GROUP", parentId: branch });
  await group.query("UPDATE organization SET valid_to = '2026-02-28' WHERE id = $1", [groupId]);
  await group.refused(group.office, "admitPerson", admission({ groupId }), "person.group_of_another_branch");
});
