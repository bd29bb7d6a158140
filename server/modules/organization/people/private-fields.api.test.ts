import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";

const identityNumber = "11010519491231002X";
const phone = "13800012345";
let group: AssessedGroup;
let secretary: Client;
let first: string;
let second: string;
let beside: string;
beforeAll(async () => {
  group = await assessedGroup();
  const a = await group.organization("a");
  const b = await group.organization("b");
  secretary = await group.caller("secretary", "branch_secretary", a);
  first = await enter(a, "王小红");
  second = await enter(a, "李明");
  beside = await enter(b, "陈大伟");
  await secretary.ask("setPrivateFields", { params: { personId: first }, body: { identityNumber, phone } });
});
afterAll(() => group.close());

async function enter(organizationId: string, name: string): Promise<string> {
  const body = { name, memberState: "FULL" as const, groupId: null, validFrom: "2026-01-01" };
  return (await group.office.ask("admitPerson", { params: { organizationId }, body })).personId;
}
const purposed = (personId: string) => ({ params: { personId }, body: { purpose: "CONTACT" as const } });

test("who keeps a person's data sees them masked", async () => {
  expect(await group.office.ask("getPrivateFields", { params: { personId: first } })).toEqual({
    identityNumber: "1****************X",
    phone: "138****2345",
  });
});

test("reading in the clear asks for a purpose, and leaves who, whom and what for in the audit, never the number", async () => {
  const without = await group.office.call("readPrivateFields", { params: { personId: first }, body: {} as never });
  expect(without.refusal.problems?.map(({ path }) => path)).toEqual(["purpose"]);
  expect(await group.office.ask("readPrivateFields", purposed(first))).toEqual({ identityNumber, phone });
  const [entry] = await group.query<{ object: string; account_name: string }>(
    "SELECT object, account_name FROM audit_entry WHERE action = 'organization.read_private'",
  );
  expect(entry).toEqual({ object: `person ${first} CONTACT`, account_name: "office" });
});

test("who enters them can't read them back", async () => {
  for (const got of [
    await secretary.call("getPrivateFields", { params: { personId: first } }),
    await secretary.call("readPrivateFields", purposed(first)),
  ])
    expect(got.refusal.code).toBe("access.not_allowed");
});

test("outside the own subtree a person isn't there", async () => {
  const params = { personId: beside };
  const written = await group.refused(secretary, "setPrivateFields", { params, body: { phone } }, "not_found");
  const organizer = await group.caller("organizer", "organizer", await group.organization("c"));
  await group.refused(organizer, "getPrivateFields", { params }, "not_found");
  await group.refused(organizer, "readPrivateFields", purposed(beside), "not_found");
  expect(JSON.stringify(written)).not.toContain(phone);
});

test.each([identityNumber, "11010519491231002x"])("nobody else is entered with the number %s", async (number) => {
  const sending = { params: { personId: second }, body: { identityNumber: number } };
  const refusal = await group.refused(secretary, "setPrivateFields", sending, "person.identity_number_taken");
  expect(refusal.field).toBe("identityNumber");
  expect(JSON.stringify(refusal)).not.toContain(number);
});

test("of several who are entered with one number at once, one is", async () => {
  const number = "440308199901010012";
  const branch = await group.organization("many");
  const people = await Promise.all(Array.from({ length: 8 }, (_, index) => enter(branch, `同时${index}`)));
  const sent = await Promise.all(
    people.map((personId) =>
      group.office.call("setPrivateFields", { params: { personId }, body: { identityNumber: number } }),
    ),
  );
  expect(sent.map(({ status }) => status).toSorted()).toEqual([200, ...people.slice(1).map(() => 422)]);
});

test.each([
  ["a wrong check digit", "110105194912310021"],
  ["a day that isn't in the calendar", "11010519490230002X"],
  ["15 places", "110105491231002"],
  ["full-width digits", "１１０１０５１９４９１２３１００２X"],
  ["nothing", ""],
])("an identity number with %s is refused by its field", async (_what, number) => {
  const sending = { params: { personId: second }, body: { identityNumber: number } };
  const refusal = await group.refused(secretary, "setPrivateFields", sending, "person.identity_number_invalid");
  expect(refusal.field).toBe("identityNumber");
});

test("a telephone number that is none is refused by its field", async () => {
  const got = await secretary.call("setPrivateFields", { params: { personId: second }, body: { phone: "call me" } });
  expect(got.refusal.problems?.map(({ path }) => path)).toEqual(["phone"]);
});

test("what isn't named stays, and null clears", async () => {
  const params = { personId: first };
  await secretary.ask("setPrivateFields", { params, body: { phone: null } });
  expect(await group.office.ask("readPrivateFields", purposed(first))).toEqual({ identityNumber, phone: null });
  await secretary.ask("setPrivateFields", { params, body: { phone } });
  await secretary.ask("setPrivateFields", { params, body: { identityNumber } });
  expect(await group.office.ask("readPrivateFields", purposed(first))).toEqual({ identityNumber, phone });
});

test("no list, no other table and no audit holds them", async () => {
  const list = await group.office.call("listPeople", { params: { organizationId: group.rootId } });
  expect(list.text).toContain("王小红");
  for (const hidden of [identityNumber, phone]) {
    expect(list.text).not.toContain(hidden);
    const tables = await group.query<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
    );
    for (const { name } of tables) {
      // Bytes are shown as hexadecimal digits.
      const bytes = `%${Buffer.from(hidden).toString("hex")}%`;
      const rows = await group.query(`SELECT 1 FROM ${name} t WHERE t::text LIKE $1 OR t::text LIKE $2`, [
        `%${hidden}%`,
        bytes,
      ]);
      expect(rows, name).toEqual([]);
    }
  }
});

test("who enters one field is answered that one, masked, and not the other", async () => {
  const params = { personId: first };
  const nothing = { identityNumber: null, phone: null };
  expect(await secretary.ask("setPrivateFields", { params, body: {} })).toEqual(nothing);
  const answer = await secretary.ask("setPrivateFields", { params, body: { phone } });
  expect(answer).toEqual({ ...nothing, phone: "138****2345" });
});
