import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { withClient } from "../../platform/embedded-postgres/index.ts";
import type { Client } from "../../testing/client.ts";
import { usualInstant } from "../../testing/clock.ts";
import { type Founded, foundedStage } from "../../testing/founded.ts";
import { openStage, type Stage } from "../../testing/stage.ts";
import { tableMarks } from "../../testing/table-marks.ts";

let stage: Stage;
let group: Founded;
let system: Client;
let security: Client;
beforeAll(async () => {
  stage = await openStage();
  group = await foundedStage(stage);
});
beforeEach(async () => {
  stage.clock.set(usualInstant);
  [system, security] = [await group.client("system"), await group.client("security")];
});
afterAll(() => stage.close());

const granting = (
  accountId: string,
  role: Parameters<Founded["account"]>[1],
  validTo: string | null = null,
  validFrom = "2026-01-01",
) => security.call("grantRole", { body: { accountId, role, organizationId: group.rootId, validFrom, validTo } });
const grantsOf = async (accountId: string) => (await security.ask("listGrants", { query: { accountId } })).items;

test("a grant acts from the next request on, and so does taking it back", async () => {
  const id = await group.account("grantee", "employee");
  const client = await group.client("grantee");
  expect((await client.call("listPlans")).refusal.code).toBe("access.not_allowed");
  const { id: grantId } = (await granting(id, "organizer")).answer;
  expect((await client.call("listPlans")).status).toBe(200);
  await security.ask("revokeGrant", { params: { grantId } });
  expect((await client.call("listPlans")).refusal.code).toBe("access.not_allowed");
});

test("closing an account ends its sessions and tokens at once", async () => {
  const id = await group.account("leaving", "organizer");
  const client = await group.client("leaving");
  const { token } = await client.ask("createToken", { body: { name: "t", expiresOn: "2026-04-01" } });
  expect((await client.call("listPlans")).status).toBe(200);
  await system.ask("closeAccount", { params: { accountId: id } });
  expect((await client.call("listPlans")).refusal.code).toBe("sign_in.needed");
  client.cookie = "";
  client.token = token;
  expect((await client.call("listPlans")).refusal.code).toBe("token.invalid");
});

test.each([
  ["ended yesterday", ["2026-01-01", "2026-03-17"], false],
  ["ends today", ["2026-01-01", "2026-03-18"], true],
  ["begins today", ["2026-03-18", null], true],
  ["begins tomorrow", ["2026-03-19", null], false],
] as [string, [string, string | null], boolean][])(
  "a grant that %s is judged by its days",
  async (name, days, acts) => {
    const signInName = name.replaceAll(" ", "-");
    await group.account(signInName, "organizer", days);
    const client = await group.client(signInName);
    const session = await client.ask("getSession");
    expect([session.grants.length, session.actions.includes("plan.read")]).toEqual(acts ? [1, true] : [0, false]);
    expect((await client.call("listPlans")).status).toBe(acts ? 200 : 403);
  },
);

test("the three administrators exclude each other and every business role", async () => {
  const administrators = ["system_administrator", "security_administrator", "audit_administrator"] as const;
  const before = await tableMarks(stage.database.superUrl);
  for (const held of administrators) {
    const accountId = group.administrators[held] as string;
    for (const role of administrators.filter((each) => each !== held))
      expect((await granting(accountId, role)).refusal.code).toBe("grant.administrators_exclude_each_other");
    expect((await granting(accountId, "branch_secretary")).refusal.code).toBe(
      "grant.administrator_holds_no_business_role",
    );
  }
  expect(await tableMarks(stage.database.superUrl)).toEqual(before);
});

test("the database itself refuses a second administrator's role and a business role beside one", async () => {
  const accountId = group.administrators.system_administrator;
  const insert = (role: string) =>
    withClient(stage.database.ownerUrl, (client) =>
      client.query(
        `INSERT INTO role_grant (tenant_id, id, account_id, role, organization_id, valid_from) VALUES ($1, gen_random_uuid(), $2, $3, $4, '2026-01-01')`,
        [group.tenantId, accountId, role, group.rootId],
      ),
    );
  for (const role of ["audit_administrator", "security_administrator", "party_committee_leader"])
    await expect(insert(role)).rejects.toThrow("role_grant_administrators_exclude");
  await expect(insert("system_administrator")).rejects.toThrow("role_grant_once");
});

test("two grants at once can't make one account two administrators", async () => {
  const { id } = await system.ask("openAccount", { body: { signInName: "both", displayName: "both" } });
  const both = await Promise.all([granting(id, "system_administrator"), granting(id, "audit_administrator")]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
});

test("the last administrator of a kind can neither be closed nor lose his role, until there is another", async () => {
  const audit = group.administrators.audit_administrator as string;
  const [grant] = await grantsOf(audit);
  const last = { code: "account.last_administrator" };
  const second = (await grantsOf(audit)).length;
  expect(second).toBe(1);
  const others = (await security.ask("listGrants", { query: { limit: 200 } })).items.filter(
    ({ role, accountId }) => role === "audit_administrator" && accountId !== audit,
  );
  for (const other of others) await security.ask("revokeGrant", { params: { grantId: other.id } });
  expect((await system.call("closeAccount", { params: { accountId: audit } })).refusal).toMatchObject(last);
  expect((await security.call("revokeGrant", { params: { grantId: grant?.id as string } })).refusal).toMatchObject(
    last,
  );
  await group.account("second-auditor", "audit_administrator");
  await security.ask("revokeGrant", { params: { grantId: grant?.id as string } });
  expect((await system.call("closeAccount", { params: { accountId: audit } })).status).toBe(200);
});

test("an administrator whose time ends doesn't count as another one", async () => {
  const id = await group.account("temporary-system", "system_administrator", ["2026-01-01", "2026-03-17"]);
  expect(id).toBeDefined();
  const mine = group.administrators.system_administrator as string;
  const others = (await security.ask("listGrants", { query: { limit: 200 } })).items.filter(
    ({ role, accountId, validTo }) => role === "system_administrator" && accountId !== mine && validTo === null,
  );
  for (const other of others) await security.ask("revokeGrant", { params: { grantId: other.id } });
  expect((await system.call("closeAccount", { params: { accountId: mine } })).refusal.code).toBe(
    "account.last_administrator",
  );
});

test.each([
  ["supervisor", null, "2026-01-01", "grant.supervisor_needs_end"],
  ["organizer", "2025-12-31", "2026-01-01", "grant.end_before_start"],
] as const)("a grant of %s to %s from %s is refused with %s", async (role, validTo, validFrom, code) => {
  const id = await group.account(`refused-${role}`, "employee");
  expect((await granting(id, role, validTo, validFrom)).refusal.code).toBe(code);
});

test("the same role twice at one time is refused, one after the other isn't", async () => {
  const id = await group.account("again", "organizer", ["2026-01-01", "2026-06-30"]);
  expect((await granting(id, "organizer", null, "2026-06-30")).refusal.code).toBe("grant.already_held");
  expect((await granting(id, "organizer", null, "2026-07-01")).status).toBe(200);
});

test("nobody is given a role from a day on which the organisation isn't there any more", async () => {
  const id = await group.account("afterwards", "employee");
  await withClient(stage.database.superUrl, (client) =>
    client.query("UPDATE organization SET valid_to = '2026-12-31' WHERE id = $1", [group.rootId]),
  );
  const late = await granting(id, "organizer", null, "2027-01-01");
  await withClient(stage.database.superUrl, (client) =>
    client.query("UPDATE organization SET valid_to = NULL WHERE id = $1", [group.rootId]),
  );
  expect([late.refusal.code, late.refusal.field]).toEqual(["organization.ended", "organizationId"]);
  expect((await granting(id, "organizer", null, "2027-01-01")).status).toBe(200);
});

test("an administrator of a part of the group sees and changes nothing of the whole", async () => {
  await group.account("office", "party_affairs_officer");
  const office = await group.client("office");
  const part = await office.ask("createOrganization", {
    body: {
      parentId: group.rootId,
      kind: "COMMITTEE",
      class: null,
      code: "part",
      name: "part",
      validFrom: "2026-01-01",
    },
  });
  for (const [role, routes] of [
    ["system_administrator", ["listAccounts", "getStatus"]],
    ["security_administrator", ["listAccounts"]],
    ["audit_administrator", ["listAudit", "verifyAudit"]],
  ] as const) {
    const { id } = await system.ask("openAccount", { body: { signInName: `part.${role}`, displayName: role } });
    const grant = { accountId: id, role, organizationId: part.id, validFrom: "2026-01-01", validTo: null };
    await security.ask("grantRole", { body: grant });
    await withClient(stage.database.ownerUrl, (client) =>
      client.query(
        "UPDATE account SET must_change_password = false, password_hash = (SELECT password_hash FROM account WHERE sign_in_name = 'office') WHERE id = $1",
        [id],
      ),
    );
    const client = await group.client(`part.${role}`);
    for (const route of routes)
      expect((await client.call(route)).refusal.code, `${role} ${route}`).toBe("access.not_allowed");
  }
});
