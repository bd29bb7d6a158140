import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../testing/assessed-group.ts";
import type { Client } from "../../testing/client.ts";

let group: AssessedGroup;
let security: Client;
beforeAll(async () => {
  group = await assessedGroup();
  security = await group.client("security");
});
afterAll(() => group.close());

const decide = (
  role: "organizer" | "branch_secretary" | "audit_administrator" | null,
  post: "SECRETARY" = "SECRETARY",
) => security.call("setPostRole", { params: { kind: "BRANCH", post }, body: { role } });

/** A member with an account who is the secretary of a new branch. */
async function secretary(code: string) {
  const organizationId = await group.organization(code);
  const { personId } = await group.office.ask("admitPerson", {
    params: { organizationId },
    body: { name: code, memberState: "FULL", groupId: null, validFrom: "2026-01-01" },
  });
  const system = await group.client("system");
  const { id: accountId } = await system.ask("openAccount", {
    body: { signInName: `holder-${code}`, displayName: code, personId },
  });
  const body = { personId, post: "SECRETARY" as const, validFrom: "2026-01-10", validTo: null };
  const { id: appointmentId } = await group.office.ask("appoint", { params: { organizationId }, body });
  const proposed = async () =>
    (await security.ask("listProposedGrants", { query: { limit: 200 } })).items
      .filter((item) => item.accountId === accountId)
      .map(({ role }) => role);
  const grant = (role: "organizer" | "branch_secretary") =>
    security.ask("grantRole", { body: { accountId, role, organizationId, validFrom: "2026-01-10", validTo: null } });
  const held = async () =>
    (await security.ask("listGrants", { query: { accountId } })).items.map(({ role, validTo, post }) => [
      role,
      validTo,
      post,
    ]);
  const end = () => group.office.ask("endAppointment", { params: { appointmentId }, body: { lastDay: "2026-03-01" } });
  return { proposed, grant, held, end };
}

test("what a group decides is proposed instead of what is usual, and nothing where it decides that", async () => {
  const { proposed } = await secretary("decided");
  expect(await proposed()).toEqual(["branch_secretary"]);
  expect((await decide("organizer")).status).toBe(200);
  expect(await proposed()).toEqual(["organizer"]);
  expect((await decide(null)).status).toBe(200);
  expect(await proposed()).toEqual([]);
  const entries = await group.query("SELECT object FROM audit_entry WHERE action = 'identity.set_post_role'");
  expect(entries).toEqual([{ object: "post SECRETARY of BRANCH" }, { object: "post SECRETARY of BRANCH" }]);
  const { items } = await security.ask("listPostRoles", {});
  expect(items.find(({ kind, post }) => kind === "BRANCH" && post === "SECRETARY")).toEqual({
    kind: "BRANCH",
    post: "SECRETARY",
    role: null,
    usual: "branch_secretary",
  });
});

test("the role that a group decided on ends with the post, and is said to come from it", async () => {
  await decide("organizer");
  const { grant, held, end } = await secretary("ending");
  await grant("organizer");
  await grant("branch_secretary");
  expect(await held()).toEqual([
    ["organizer", null, "SECRETARY"],
    ["branch_secretary", null, null],
  ]);
  await end();
  expect((await held()).map(([role, validTo]) => [role, validTo])).toEqual([
    ["organizer", "2026-03-01"],
    ["branch_secretary", null],
  ]);
});

test("no post brings an administrator's role, and a post that there isn't brings none", async () => {
  await group.refused(
    security,
    "setPostRole",
    { params: { kind: "BRANCH", post: "SECRETARY" }, body: { role: "audit_administrator" } },
    "post_role.administrator",
  );
  await group.refused(
    security,
    "setPostRole",
    { params: { kind: "GROUP", post: "SECRETARY" }, body: { role: null } },
    "appointment.post_not_in_kind",
  );
});
