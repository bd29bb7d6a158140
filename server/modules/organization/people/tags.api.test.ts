import type { Body } from "@dutyloop/contract/endpoints.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";
import { rosterOn } from "../roster.ts";

let group: AssessedGroup;
let branch: string;
let secretary: Client;
beforeAll(async () => {
  group = await assessedGroup();
  branch = await group.organization("a");
  secretary = await group.caller("secretary", "branch_secretary", branch);
});
afterAll(() => group.close());

async function member(): Promise<string> {
  const body = { name: "王小红", memberState: "FULL" as const, groupId: null, validFrom: "2026-01-01" };
  return (await group.office.ask("admitPerson", { params: { organizationId: branch }, body })).personId;
}
const tagged = async (personId: string, body: Body<"tagMember">) =>
  (await secretary.ask("tagMember", { params: { personId }, body })).id;
const person = (personId: string, client = secretary) => client.ask("getPerson", { params: { personId } });

test("who is old or retired leaves the rates for those days and keeps a task of care (MEM-10)", async () => {
  const personId = await member();
  const tagId = await tagged(personId, { tag: "RETIRED", validFrom: "2026-02-01" });
  const exempt = async (on: string) => {
    const database = group.application.workshop.database.reading(group.tenantId);
    const roster = await rosterOn(database, group.tenantId, branch, on);
    return roster.find((one) => one.personId === personId)?.exempt;
  };
  expect([await exempt("2026-01-31"), await exempt("2026-02-01")]).toEqual([false, true]);
  expect((await person(personId)).exempt).toBe(true);
  await secretary.ask("endTag", { params: { tagId }, body: { lastDay: "2026-03-01" } });
  expect([await exempt("2026-03-01"), await exempt("2026-03-02")]).toEqual([true, false]);
  expect((await person(personId)).exempt).toBe(false);
});

test("a floating member is in the rates; after six months in one place a transfer is due, and contact every quarter", async () => {
  const personId = await member();
  await group.query("UPDATE membership SET valid_from = '2025-01-01' WHERE person_id = $1", [personId]);
  const tagId = await tagged(personId, { tag: "FLOATING", validFrom: "2025-09-01", place: "杭州", onePlace: true });
  const found = await person(personId);
  expect(found.exempt).toBe(false);
  expect(found.findings.map(({ rule, code, strength }) => [rule, code, strength])).toEqual([
    ["MEM-07", "member.transfer_due", "must"],
    ["MEM-09", "member.contact_overdue", "design"],
  ]);
  await secretary.ask("noteContact", { params: { tagId }, body: { on: "2026-03-01" } });
  expect((await person(personId)).findings.map(({ code }) => code)).toEqual(["member.transfer_due"]);
});

test("an illness is shown to nobody without the right to private fields, and stands in no audit entry", async () => {
  const personId = await member();
  await tagged(personId, { tag: "ILL", validFrom: "2026-02-01" });
  const found = await person(personId);
  expect([found.exempt, found.tags]).toEqual([true, []]);
  const organizer = await group.caller("organizer", "organizer");
  expect((await person(personId, organizer)).tags.map(({ tag }) => tag)).toEqual(["ILL"]);
  const list = await secretary.call("listPeople", { params: { organizationId: branch } });
  expect(list.text).not.toContain("ILL");
  const entries = await group.query<{ text: string }>("SELECT a::text AS text FROM audit_entry a");
  expect(entries.some(({ text }) => text.includes('"ILL"'))).toBe(false);
});

test("the same isn't noted twice for one day, nor in the future, nor of whom is gone", async () => {
  const personId = await member();
  await tagged(personId, { tag: "ELDERLY", validFrom: "2026-02-01" });
  const tagging = (validFrom: string, tag: "ELDERLY" | "ABROAD") => ({
    params: { personId },
    body: { tag, validFrom },
  });
  const twice = await group.refused(secretary, "tagMember", tagging("2026-01-15", "ELDERLY"), "member.tagged_already");
  expect(twice.field).toBe("tag");
  const later = await group.refused(secretary, "tagMember", tagging("2026-03-19", "ABROAD"), "member.in_future");
  expect(later.field).toBe("validFrom");
  await group.query("UPDATE membership SET state = 'DECEASED' WHERE person_id = $1", [personId]);
  await group.refused(secretary, "tagMember", tagging("2026-03-01", "ABROAD"), "member.not_a_member");
});

test("an end lies after the beginning and is entered once; a contact is later than the one before", async () => {
  const personId = await member();
  const tagId = await tagged(personId, { tag: "FLOATING", validFrom: "2026-02-01" });
  const ending = (lastDay: string) => ({ params: { tagId }, body: { lastDay } });
  await group.refused(secretary, "endTag", ending("2026-01-31"), "member.tag_end_before_start");
  await group.refused(
    secretary,
    "noteContact",
    { params: { tagId }, body: { on: "2026-01-31" } },
    "member.contact_not_later",
  );
  await secretary.ask("endTag", ending("2026-03-01"));
  await group.refused(secretary, "endTag", ending("2026-03-02"), "member.tag_ended");
  const lost = await tagged(personId, { tag: "LOST", validFrom: "2026-02-01" });
  await group.refused(
    secretary,
    "noteContact",
    { params: { tagId: lost }, body: { on: "2026-03-01" } },
    "member.contact_not_floating",
  );
});
