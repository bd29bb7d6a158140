import { afterAll, beforeAll, expect, test } from "vitest";
import { password } from "../../testing/accounts.ts";
import { Client } from "../../testing/client.ts";
import { openStage, type Stage } from "../../testing/stage.ts";
import { rowCounts, tableMarks } from "../../testing/table-marks.ts";

let stage: Stage;
let client: Client;
beforeAll(async () => {
  stage = await openStage();
  client = new Client(stage.server);
});
afterAll(() => stage.close());

const administrator = (signInName: string, word = password) => ({
  signInName,
  displayName: signInName,
  password: word,
});
const body = (over: object = {}) => ({
  group: { code: "first", name: "第一集团" },
  systemAdministrator: administrator("sys"),
  securityAdministrator: administrator("sec"),
  auditAdministrator: administrator("aud"),
  ...over,
});

test("an empty system says that it wants to be set up", async () => {
  expect(await client.ask("getSetup")).toEqual({ needed: true, groups: [] });
});

test.each([
  ["two roles for one name", { auditAdministrator: administrator("sys") }, "setup.administrators_not_three"],
  [
    "two names that differ in case only",
    { auditAdministrator: administrator("SEC") },
    "setup.administrators_not_three",
  ],
  [
    "two names that differ in blanks only",
    { auditAdministrator: administrator(" sec ") },
    "setup.administrators_not_three",
  ],
  ["a weak password", { auditAdministrator: administrator("aud", "password") }, "password.too_short"],
])("%s makes no group", async (_name, over, code) => {
  const before = await tableMarks(stage.database.superUrl);
  expect((await client.call("setUp", { body: body(over) })).refusal.code).toBe(code);
  expect(await tableMarks(stage.database.superUrl)).toEqual(before);
});

test("of two who set it up at once one does, with three different people; nobody does it again", async () => {
  const both = await Promise.all([
    client.call("setUp", { body: body() }),
    client.call("setUp", { body: body({ group: { code: "second", name: "second" } }) }),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const again = await client.call("setUp", { body: body({ group: { code: "third", name: "third" } }) });
  expect([again.status, again.refusal.code]).toEqual([409, "setup.already_done"]);
  const setup = await client.ask("getSetup");
  expect([setup.needed, setup.groups.length]).toEqual([false, 1]);
  expect(await rowCounts(stage.database.superUrl)).toMatchObject({
    tenant: 1,
    organization: 1,
    account: 3,
    role_grant: 3,
    audit_entry: 1,
  });
});

test("after it the three can sign in, and the library is there", async () => {
  const roles = [];
  for (const name of ["sys", "sec", "aud"])
    roles.push((await new Client(stage.server).signIn(name, password)).answer.grants[0]?.role);
  expect(roles).toEqual(["system_administrator", "security_administrator", "audit_administrator"]);
  const { template_version, scheme_version } = await rowCounts(stage.database.superUrl);
  expect([template_version, scheme_version]).toEqual([40, 8]);
});
