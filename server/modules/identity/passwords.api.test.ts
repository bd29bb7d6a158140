import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { password } from "../../testing/accounts.ts";
import { Client } from "../../testing/client.ts";
import { usualInstant } from "../../testing/clock.ts";
import { type Founded, foundedStage } from "../../testing/founded.ts";
import { openStage, type Stage } from "../../testing/stage.ts";
import { tableMarks } from "../../testing/table-marks.ts";

let stage: Stage;
let group: Founded;
beforeAll(async () => {
  stage = await openStage();
  group = await foundedStage(stage);
});
beforeEach(() => stage.clock.set(usualInstant));
afterAll(() => stage.close());

test("a one-time password has to be changed before anything else, and no later sign-in takes it", async () => {
  const system = await group.client("system");
  const { id, initialPassword } = await system.ask("openAccount", {
    body: { signInName: "newcomer", displayName: "n" },
  });
  const security = await group.client("security");
  const grant = {
    accountId: id,
    role: "organizer" as const,
    organizationId: group.rootId,
    validFrom: "2026-01-01",
    validTo: null,
  };
  await security.ask("grantRole", { body: grant });
  const client = new Client(stage.server);
  expect((await client.signIn("newcomer", initialPassword)).answer.passwordExpired).toBe(true);
  expect((await client.call("listTemplates")).refusal.code).toBe("password.expired");
  expect((await client.call("createToken", { body: { name: "t", expiresOn: "2026-04-01" } })).refusal.code).toBe(
    "password.expired",
  );
  expect((await client.call("getSession")).status).toBe(200);
  await client.ask("changePassword", { body: { current: initialPassword, next: "Another-42-word" } });
  expect((await client.call("listTemplates")).status).toBe(200);
  expect((await new Client(stage.server).signIn("newcomer", initialPassword)).refusal.code).toBe("sign_in.wrong");
});

test("a password older than ninety days has to be changed first", async () => {
  await group.account("old-word", "organizer");
  stage.clock.set("2026-06-16T06:00:00Z");
  expect((await (await group.client("old-word")).call("listTemplates")).status).toBe(200);
  stage.clock.set("2026-06-17T06:00:00Z");
  const client = await group.client("old-word");
  expect((await client.call("listTemplates")).refusal.code).toBe("password.expired");
});

test("changing the password ends one's other sessions and keeps this one", async () => {
  await group.account("changer", "organizer");
  const [here, there] = [await group.client("changer"), await group.client("changer")];
  await there.ask("getSession");
  await here.ask("changePassword", { body: { current: password, next: "Changed-42-word" } });
  expect((await here.call("getSession")).status).toBe(200);
  expect((await there.call("getSession")).refusal.code).toBe("sign_in.needed");
});

test.each([
  ["too short", "Short-42x", "password.too_short"],
  ["too long", `Aa1${"x".repeat(126)}`, "password.too_long"],
  ["of two kinds of characters only", "onlysmall4242", "password.too_simple"],
  ["with the sign-in name in it", "Weak-Chooser-42", "password.contains_sign_in_name"],
  ["the present one", password, "password.used_before"],
])("a new password that is %s is refused, and the old one stays", async (name, next, code) => {
  if (name === "too short") await group.account("weak-chooser", "organizer");
  const client = await group.client("weak-chooser");
  const before = await tableMarks(stage.database.superUrl);
  const got = await client.call("changePassword", { body: { current: password, next } });
  expect(got.refusal).toMatchObject({ code, field: "next" });
  expect(await tableMarks(stage.database.superUrl)).toEqual(before);
});

test("wrong current passwords are refused, and counted with those at sign-in: five lock the account", async () => {
  await group.account("tried-out", "organizer");
  const client = await group.client("tried-out");
  const change = (current: string) => client.call("changePassword", { body: { current, next: "Better-42-word" } });
  for (let time = 0; time < 4; time += 1)
    expect((await change("wrong")).refusal).toMatchObject({ code: "password.current_wrong", field: "current" });
  expect((await change("wrong")).refusal).toMatchObject({ code: "sign_in.locked", values: { minutes: 15 } });
  expect((await change(password)).refusal.code).toBe("sign_in.locked");
  expect((await new Client(stage.server).signIn("tried-out", password)).refusal.code).toBe("sign_in.locked");
  stage.clock.forward(15);
  expect((await (await group.client("tried-out")).call("getSession")).status).toBe(200);
});

test("the last five passwords can't be used again, the sixth can", async () => {
  await group.account("repeater", "organizer");
  const client = await group.client("repeater");
  const words = [password, ...[1, 2, 3, 4, 5].map((number) => `Word-number-${number}`)];
  for (let index = 1; index < words.length; index += 1) {
    stage.clock.forward(1);
    await client.ask("changePassword", { body: { current: words[index - 1] as string, next: words[index] as string } });
  }
  const current = words.at(-1) as string;
  for (const used of words.slice(1))
    expect((await client.call("changePassword", { body: { current, next: used } })).refusal.code).toBe(
      "password.used_before",
    );
  stage.clock.forward(1);
  await client.ask("changePassword", { body: { current, next: password } });
});
