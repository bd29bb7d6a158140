import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { withClient } from "../../platform/embedded-postgres/index.ts";
import { Client } from "../../testing/client.ts";
import { usualInstant } from "../../testing/clock.ts";
import { type Founded, foundedStage } from "../../testing/founded.ts";
import { openStage, type Stage } from "../../testing/stage.ts";
import { tableMarks } from "../../testing/table-marks.ts";

let stage: Stage;
let group: Founded;
let owner: Client;
let ownerId: string;
beforeAll(async () => {
  stage = await openStage();
  group = await foundedStage(stage);
  ownerId = await group.account("owner", "party_affairs_officer");
});
beforeEach(async () => {
  stage.clock.set(usualInstant);
  owner = await group.client("owner");
});
afterAll(() => stage.close());

function program(token: string): Client {
  const client = new Client(stage.server);
  client.token = token;
  return client;
}
const made = (expiresOn = "2026-06-30") => owner.ask("createToken", { body: { name: "reports", expiresOn } });
const newBranch = (code: string) => ({
  body: { parentId: group.rootId, kind: "BRANCH" as const, class: null, code, name: code, validFrom: "2026-01-01" },
});

test("a token acts with its owner's rights and needs no CSRF token", async () => {
  const { token } = await made();
  expect((await program(token).ask("getSession")).account.id).toBe(ownerId);
  await program(token).ask("createOrganization", newBranch("by-token"));
});

test("a token works up to its last day and not on the day after", async () => {
  const { token } = await made("2026-03-20");
  stage.clock.set("2026-03-20T15:59:59Z");
  expect((await program(token).call("listTemplates")).status).toBe(200);
  stage.clock.set("2026-03-20T16:00:01Z");
  expect((await program(token).call("listTemplates")).refusal.code).toBe("token.invalid");
});

test("a token that was taken back works no more, from the next request on", async () => {
  const { id, token } = await made();
  expect((await program(token).call("listTemplates")).status).toBe(200);
  await owner.ask("revokeToken", { params: { tokenId: id } });
  const got = await program(token).call("listTemplates");
  expect([got.status, got.refusal.code]).toEqual([401, "token.invalid"]);
  expect((await owner.call("revokeToken", { params: { tokenId: id } })).refusal.code).toBe("not_found");
});

test("a wrong token changes nothing, whatever is wrong with it", async () => {
  const { token } = await made();
  const before = await tableMarks(stage.database.superUrl);
  const wrong = [
    `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`,
    token.replace(/^dlt_\d+/, "dlt_999"),
    token.replace("dlt", "dls"),
    "x",
    owner.cookie.split("=")[1] ?? "",
  ];
  for (const each of wrong) {
    const got = await program(each).call("createOrganization", newBranch("never"));
    expect([got.status, got.refusal.code]).toEqual([401, "token.invalid"]);
  }
  expect(await tableMarks(stage.database.superUrl)).toEqual(before);
});

test("a token ends between tomorrow and a year from now", async () => {
  for (const expiresOn of ["2026-03-18", "2026-01-01", "2027-03-20"]) {
    const got = await owner.call("createToken", { body: { name: "never", expiresOn } });
    expect(got.refusal).toMatchObject({ code: "token.expiry_out_of_range", field: "expiresOn" });
  }
  await made("2026-03-19");
  await made("2027-03-19");
});

test("one sees one's own tokens by name, never their secret, and can't touch those of others", async () => {
  const { id, token } = await made();
  const listed = await owner.call("listTokens");
  expect(listed.answer.items.map((item) => item.id)).toContain(id);
  expect(listed.text).not.toContain(token.slice(-20));
  await group.account("somebody", "employee");
  const somebody = await group.client("somebody");
  expect((await somebody.ask("listTokens")).items).toEqual([]);
  expect((await somebody.call("revokeToken", { params: { tokenId: id } })).refusal.code).toBe("not_found");
});

test("the database keeps no token and no password that could be used", async () => {
  const { token } = await made();
  const dump = await withClient(stage.database.superUrl, async (client) => {
    const tables = ["personal_token", "session", "account", "audit_entry"];
    const all = tables.map((table) => `SELECT to_jsonb(t) AS row FROM ${table} t`).join(" UNION ALL ");
    return JSON.stringify((await client.query(all)).rows);
  });
  expect(dump).not.toContain(token.slice(-40));
  expect(dump).not.toContain((owner.cookie.split("_").at(-1) ?? "").slice(-40));
  expect(dump).not.toContain("Ringing");
});
