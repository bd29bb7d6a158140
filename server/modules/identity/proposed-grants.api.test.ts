import { afterAll, beforeAll, expect, test } from "vitest";
import { password } from "../../testing/accounts.ts";
import { type AssessedGroup, assessedGroup } from "../../testing/assessed-group.ts";
import { Client } from "../../testing/client.ts";

let group: AssessedGroup;
let security: Client;
beforeAll(async () => {
  group = await assessedGroup();
  security = new Client(group.server);
  await security.signIn("security", password, "group");
});
afterAll(() => group.close());

/** A member of a new branch with an account that has no role yet. */
async function member(code: string) {
  const organizationId = await group.organization(code);
  const { personId } = await group.office.ask("admitPerson", {
    params: { organizationId },
    body: { name: "李明", memberState: "FULL", groupId: null, validFrom: "2026-01-01" },
  });
  const system = new Client(group.server);
  await system.signIn("system", password, "group");
  const { id: accountId, initialPassword } = await system.ask("openAccount", {
    body: { signInName: `member-${code}`, displayName: `李明 ${code}`, personId },
  });
  const client = new Client(group.server);
  await client.signIn(`member-${code}`, initialPassword, "group");
  await client.ask("changePassword", { body: { current: initialPassword, next: password } });
  const appoint = async (post: "SECRETARY" | "PUBLICITY_MEMBER" | "YOUTH_MEMBER", validTo: string | null = null) => {
    const body = { personId, post, validFrom: "2026-01-10", validTo };
    return (await group.office.ask("appoint", { params: { organizationId }, body })).id;
  };
  const end = (appointmentId: string, lastDay: string) =>
    group.office.ask("endAppointment", { params: { appointmentId }, body: { lastDay } });
  const readsDuties = async () =>
    (await client.call("listObligations", { params: { organizationId }, query: { limit: 1 } as never })).status === 200;
  return { organizationId, accountId, client, appoint, end, readsDuties };
}
const proposals = async (accountId: string) =>
  (await security.ask("listProposedGrants", { query: { limit: 200 } })).items.filter(
    (item) => item.accountId === accountId,
  );
const accept = async (accountId: string) => {
  for (const { role, organizationId, validFrom, validTo } of await proposals(accountId))
    await security.ask("grantRole", { body: { accountId, role, organizationId, validFrom, validTo } });
};

test("who is appointed is proposed for the role of the post, with its days, and has nothing until it is granted", async () => {
  const { accountId, organizationId, appoint, readsDuties } = await member("proposed");
  const id = await appoint("SECRETARY", "2026-11-30");
  expect(await proposals(accountId)).toEqual([
    {
      id,
      accountId,
      accountName: "李明 proposed",
      post: "SECRETARY",
      role: "branch_secretary",
      organizationId,
      organizationName: expect.any(String),
      validFrom: "2026-01-10",
      validTo: "2026-11-30",
    },
  ]);
  expect(await readsDuties()).toBe(false);
  await accept(accountId);
  expect(await readsDuties()).toBe(true);
  expect(await proposals(accountId)).toEqual([]);
  const grants = await security.ask("listGrants", { query: { accountId, limit: 10 } });
  expect(grants.items).toMatchObject([{ role: "branch_secretary", post: "SECRETARY", validTo: "2026-11-30" }]);
});

test("ending the post ends its role in the live session, and a role that came otherwise stays", async () => {
  const { accountId, organizationId, appoint, end, readsDuties } = await member("ended");
  const id = await appoint("SECRETARY");
  await accept(accountId);
  const other = { accountId, role: "employee" as const, organizationId, validFrom: "2026-01-01", validTo: null };
  await security.ask("grantRole", { body: other });
  expect(await readsDuties()).toBe(true);
  await end(id, "2026-03-01");
  // What a session stands for is remembered for a second.
  group.clock.set(new Date(group.clock().getTime() + 1000).toISOString());
  expect(await readsDuties()).toBe(false);
  const grants = await security.ask("listGrants", { query: { accountId, limit: 10 } });
  expect(grants.items.map(({ role, validTo }) => [role, validTo])).toEqual([
    ["branch_secretary", "2026-03-01"],
    ["employee", null],
  ]);
});

test("of two posts with one role the first to end leaves the role, the second takes it", async () => {
  const { accountId, appoint, end } = await member("two-posts");
  const [publicity, youth] = [await appoint("PUBLICITY_MEMBER"), await appoint("YOUTH_MEMBER")];
  const [first] = await proposals(accountId);
  if (!first) throw new Error("nothing proposed");
  const { role, organizationId, validFrom } = first;
  await security.ask("grantRole", { body: { accountId, role, organizationId, validFrom, validTo: null } });
  const until = async () => (await security.ask("listGrants", { query: { accountId, limit: 10 } })).items[0]?.validTo;
  await end(publicity, "2026-03-01");
  expect(await until()).toBeNull();
  await end(youth, "2026-03-05");
  expect(await until()).toBe("2026-03-05");
});
