import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { withClient } from "../../../platform/embedded-postgres/index.ts";
import { password } from "../../../testing/accounts.ts";
import { Client } from "../../../testing/client.ts";
import { usualInstant } from "../../../testing/clock.ts";
import { type Founded, foundedStage } from "../../../testing/founded.ts";
import { CodeApplication, enrol } from "../../../testing/second-factors.ts";
import { openStage, type Stage } from "../../../testing/stage.ts";
import { tableMarks } from "../../../testing/table-marks.ts";
import { untilWaiting } from "../../../testing/waiting.ts";

let stage: Stage;
let group: Founded;
beforeAll(async () => {
  stage = await openStage();
  group = await foundedStage(stage);
});
afterAll(() => stage.close());
beforeEach(() => stage.clock.set(usualInstant));

const attempt = (signInName: string, code?: string, word = password) =>
  new Client(stage.server).call("signIn", {
    body: { signInName, password: word, ...(code === undefined ? {} : { code }) },
  });
const codeOf = async (signInName: string, code?: string, word = password) => {
  const got = await attempt(signInName, code, word);
  return got.status === 200 ? "signed in" : got.refusal.code;
};
/** An account with a second factor, half a minute after it was set up, so that the next code is another one. */
async function enrolled(signInName: string) {
  const accountId = await group.account(signInName, "organizer");
  const client = await group.client(signInName);
  const factor = await enrol(client, stage.clock());
  stage.clock.forward(1);
  return { accountId, client, ...factor };
}
const lastEntry = () =>
  withClient(
    stage.database.superUrl,
    async (client) =>
      (
        await client.query<{ action: string; outcome: string; object: string }>(
          "SELECT action, outcome, object FROM audit_entry ORDER BY id DESC LIMIT 1",
        )
      ).rows[0],
  );

test("with a second factor the password alone opens nothing, and the code of the moment does", async () => {
  const { application } = await enrolled("two-steps");
  const first = await attempt("two-steps");
  expect([first.status, first.refusal.code, first.refusal.field]).toEqual([401, "sign_in.code_needed", "code"]);
  expect(first.headers["set-cookie"]).toBeUndefined();
  expect(await lastEntry()).toEqual({
    action: "identity.sign_in",
    outcome: "refused",
    object: "second factor asked for",
  });
  expect(await codeOf("two-steps", application.codeAt(stage.clock()))).toBe("signed in");
});

test("a wrong password is answered alike with and without a second factor, whatever the code", async () => {
  const { application } = await enrolled("alike");
  await group.account("single-step", "organizer");
  const shape = async (name: string, code?: string) => {
    const got = await attempt(name, code, "wrong");
    return { status: got.status, body: { ...got.refusal, requestId: "" }, headers: Object.keys(got.headers) };
  };
  const wrong = await shape("single-step");
  expect(wrong.body.code).toBe("sign_in.wrong");
  expect(await shape("alike")).toEqual(wrong);
  expect(await shape("alike", application.codeAt(stage.clock()))).toEqual(wrong);
  expect(await shape("nobody-at-all", "123456")).toEqual(wrong);
});

test("a code is taken once; the one before and the one after the moment are taken too", async () => {
  const { application } = await enrolled("once");
  const now = stage.clock();
  const near = (seconds: number) => application.codeAt(new Date(now.getTime() + seconds * 1000));
  expect(await codeOf("once", near(-60))).toBe("sign_in.code_wrong");
  expect(await codeOf("once", near(-30))).toBe("signed in");
  expect(await codeOf("once", near(-30))).toBe("sign_in.code_wrong");
  expect(await codeOf("once", near(30))).toBe("signed in");
  expect(await codeOf("once", near(0))).toBe("sign_in.code_wrong");
});

test("the code that set it up signs nobody in", async () => {
  await group.account("looked-over", "organizer");
  const { application } = await enrol(await group.client("looked-over"), stage.clock());
  expect(await codeOf("looked-over", application.codeAt(stage.clock()))).toBe("sign_in.code_wrong");
});

test("two sign-ins with one code at the same moment: one is let in", async () => {
  const { application } = await enrolled("raced");
  const code = application.codeAt(stage.clock());
  const outcomes = await withClient(stage.database.superUrl, async (superuser) => {
    await superuser.query("BEGIN");
    await superuser.query("SELECT 1 FROM account WHERE sign_in_name = 'raced' FOR UPDATE");
    const both = [codeOf("raced", code), codeOf("raced", code)];
    await untilWaiting(superuser, 2);
    await superuser.query("ROLLBACK");
    return Promise.all(both);
  });
  expect(outcomes.toSorted()).toEqual(["sign_in.code_wrong", "signed in"]);
});

test("five wrong codes lock the account like five wrong passwords, and so does a mixture", async () => {
  for (const [name, shown] of [
    ["codes", [undefined, undefined, undefined, undefined, undefined]],
    ["mixture", ["wrong", undefined, "wrong", undefined, undefined]],
  ] as const) {
    const { application } = await enrolled(name);
    const refusals: string[] = [];
    for (const word of shown) refusals.push(await codeOf(name, "000000", word));
    expect(refusals.at(-1)).toBe("sign_in.locked");
    expect(refusals.slice(0, 4)).not.toContain("sign_in.locked");
    expect(await codeOf(name)).toBe("sign_in.locked");
    expect(await codeOf(name, application.codeAt(stage.clock()))).toBe("sign_in.locked");
    stage.clock.forward(15);
    expect(await codeOf(name, application.codeAt(stage.clock()))).toBe("signed in");
    stage.clock.set(usualInstant);
  }
});

test("a right password without its code doesn't make earlier failures forgotten", async () => {
  await enrolled("guessed-at");
  for (let time = 0; time < 4; time += 1) {
    expect(await codeOf("guessed-at", "000000")).toBe("sign_in.code_wrong");
    expect(await codeOf("guessed-at")).toBe("sign_in.code_needed");
  }
  expect(await codeOf("guessed-at", "000000")).toBe("sign_in.locked");
});

test("a recovery code stands in for the device, once, however it is typed", async () => {
  const { client, recoveryCodes } = await enrolled("lost-phone");
  expect(recoveryCodes).toHaveLength(10);
  const [first = "", second = ""] = recoveryCodes;
  expect(await codeOf("lost-phone", first.toLowerCase().replaceAll("-", " "))).toBe("signed in");
  expect(await codeOf("lost-phone", first)).toBe("sign_in.code_wrong");
  expect(await codeOf("lost-phone", second)).toBe("signed in");
  expect(await client.ask("getSecondFactor")).toMatchObject({ recoveryCodesLeft: 8, demanded: false });
});

test("beginning asks for the password, and counts wrong ones with those at sign-in", async () => {
  await group.account("beginner", "organizer");
  const client = await group.client("beginner");
  const begin = async (word: string) => (await client.call("beginSecondFactor", { body: { password: word } })).refusal;
  expect(await begin("wrong")).toMatchObject({ code: "password.current_wrong", field: "password" });
  expect(await lastEntry()).toMatchObject({ action: "identity.begin_second_factor", outcome: "refused" });
  for (let time = 0; time < 3; time += 1) await begin("wrong");
  expect(await codeOf("beginner", undefined, "wrong")).toBe("sign_in.locked");
  expect(await begin(password)).toMatchObject({ code: "sign_in.locked" });
});

test("until a code has confirmed it nothing is asked for, and beginning anew makes another secret", async () => {
  await group.account("hesitant", "organizer");
  const client = await group.client("hesitant");
  const begin = async () => (await client.ask("beginSecondFactor", { body: { password } })).secret;
  const [first, second] = [new CodeApplication(await begin()), new CodeApplication(await begin())];
  expect(await codeOf("hesitant")).toBe("signed in");
  const confirm = (code: string) => client.call("confirmSecondFactor", { body: { code } });
  expect((await confirm(first.codeAt(stage.clock()))).refusal.code).toBe("sign_in.code_wrong");
  expect((await client.ask("getSecondFactor")).since).toBeNull();
  expect((await confirm(second.codeAt(stage.clock()))).status).toBe(200);
  expect(await client.ask("getSecondFactor")).toMatchObject({ since: stage.clock().toISOString() });
  const again = await client.call("beginSecondFactor", { body: { password } });
  expect(again.refusal.code).toBe("second_factor.on_already");
});

test("taking it away asks for password and code, and leaves the password alone", async () => {
  const { client, application } = await enrolled("going-back");
  const remove = (word: string, code: string) => client.call("removeSecondFactor", { body: { password: word, code } });
  const code = application.codeAt(stage.clock());
  const before = await tableMarks(stage.database.superUrl);
  expect((await remove("wrong", code)).refusal).toMatchObject({ code: "password.current_wrong", field: "password" });
  expect((await remove(password, "000000")).refusal).toMatchObject({ code: "sign_in.code_wrong", field: "code" });
  const after = await tableMarks(stage.database.superUrl);
  expect([after.second_factor, after.recovery_code]).toEqual([before.second_factor, before.recovery_code]);
  expect((await remove(password, code)).status).toBe(200);
  expect(await lastEntry()).toMatchObject({ action: "identity.remove_second_factor", outcome: "done" });
  expect(await codeOf("going-back")).toBe("signed in");
  expect((await remove(password, code)).refusal.code).toBe("not_found");
});

test("the security administrator takes a lost one away, which ends every session of the account", async () => {
  const { accountId, client } = await enrolled("locked-out");
  const security = await group.client("security");
  const listed = async () =>
    (await security.ask("listAccounts", { query: { name: "locked-out", limit: 10 } })).items[0]?.secondFactor;
  expect(await listed()).toBe(true);
  expect((await client.call("getSession")).status).toBe(200);
  await security.ask("resetSecondFactor", { params: { accountId } });
  expect(await lastEntry()).toEqual({
    action: "identity.reset_second_factor",
    outcome: "done",
    object: `account ${accountId}`,
  });
  expect((await client.call("getSession")).refusal.code).toBe("sign_in.needed");
  expect([await listed(), await codeOf("locked-out")]).toEqual([false, "signed in"]);
});

test("nobody resets his own: an open session isn't enough for that", async () => {
  const security = await group.client("security");
  const { application } = await enrol(security, stage.clock());
  const own = await security.call("resetSecondFactor", {
    params: { accountId: group.administrators.security_administrator as string },
  });
  expect(own.refusal.code).toBe("second_factor.reset_by_another");
  stage.clock.forward(1);
  await security.ask("removeSecondFactor", { body: { password, code: application.codeAt(stage.clock()) } });
});

test("the secret is stored encrypted, recovery codes as digests", async () => {
  const client = await (async () => {
    await group.account("stored", "organizer");
    return group.client("stored");
  })();
  const { secret } = await client.ask("beginSecondFactor", { body: { password } });
  const code = new CodeApplication(secret).codeAt(stage.clock());
  const { recoveryCodes } = await client.ask("confirmSecondFactor", { body: { code } });
  const stored = await withClient(stage.database.superUrl, async (superuser) =>
    JSON.stringify([
      (await superuser.query("SELECT *, encode(secret, 'escape') AS shown FROM second_factor")).rows,
      (await superuser.query("SELECT * FROM recovery_code")).rows,
    ]),
  );
  expect(stored).not.toContain(secret);
  for (const one of recoveryCodes) expect(stored).not.toContain(one);
});

test("where it is demanded of administrators, they set it up before anything else; programs go on", async () => {
  const strict = await openStage({ secondFactorFor: "administrators" });
  try {
    const founded = await foundedStage(strict, "strict");
    await founded.account("member", "organizer");
    expect((await (await founded.client("member")).call("listTemplates")).status).toBe(200);
    const system = await founded.client("system");
    expect((await system.ask("getSession")).secondFactorDue).toBe(true);
    expect(await system.ask("getSecondFactor")).toMatchObject({ since: null, demanded: true });
    const denied = await system.call("listAccounts", { query: { limit: 10 } });
    expect([denied.status, denied.refusal.code]).toEqual([403, "second_factor.due"]);
    expect((await system.call("createToken", { body: { name: "t", expiresOn: "2026-04-01" } })).refusal.code).toBe(
      "second_factor.due",
    );
    await enrol(system, strict.clock());
    expect((await system.ask("getSession")).secondFactorDue).toBe(false);
    await system.ask("listAccounts", { query: { limit: 10 } });
    const program = new Client(strict.server);
    program.token = (await system.ask("createToken", { body: { name: "t", expiresOn: "2026-04-01" } })).token;
    await program.ask("listAccounts", { query: { limit: 10 } });
  } finally {
    await strict.close();
  }
});
