import { afterAll, beforeAll, expect, test } from "vitest";
import { withClient } from "../../platform/embedded-postgres/index.ts";
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
  [
    "an organisation that isn't there yet",
    { group: { code: "first", name: "第一集团", foundedOn: "2099-01-01" } },
    "setup.founded_in_future",
  ],
  ["a weak password", { auditAdministrator: administrator("aud", "password") }, "password.too_short"],
])("%s makes no group", async (_name, over, code) => {
  const before = await tableMarks(stage.database.superUrl);
  expect((await client.call("setUp", { body: body(over) })).refusal.code).toBe(code);
  expect(await tableMarks(stage.database.superUrl)).toEqual(before);
});

test("of two who set it up at once one does, with three different people; nobody does it again", async () => {
  const both = await Promise.all([
    client.call("setUp", { body: body({ group: { code: "first", name: "第一集团", foundedOn: "1998-07-01" } }) }),
    client.call("setUp", { body: body({ group: { code: "second", name: "second", foundedOn: "1998-07-01" } }) }),
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

test("the group begins on the day that was given, so that older branches can stand below it", async () => {
  const since = await withClient(stage.database.superUrl, async (database) => {
    const { rows } = await database.query<{ organization: string; grants: string }>(
      "SELECT min(o.valid_from)::text AS organization, min(g.valid_from)::text AS grants FROM organization o, role_grant g",
    );
    return rows[0];
  });
  expect(since).toMatchObject({ organization: "1998-07-01", grants: expect.stringMatching(/^20\d\d-01-01$/) });
});

test("after it the three can sign in, and the library is there", async () => {
  const roles = [];
  for (const name of ["sys", "sec", "aud"])
    roles.push((await new Client(stage.server).signIn(name, password)).answer.grants[0]?.role);
  expect(roles).toEqual(["system_administrator", "security_administrator", "audit_administrator"]);
  const { template_version, scheme_version } = await rowCounts(stage.database.superUrl);
  expect([template_version, scheme_version]).toEqual([40, 8]);
});
