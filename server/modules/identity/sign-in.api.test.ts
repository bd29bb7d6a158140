import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { withClient } from "../../platform/embedded-postgres/index.ts";
import { password } from "../../testing/accounts.ts";
import { Client, type Got } from "../../testing/client.ts";
import { usualInstant } from "../../testing/clock.ts";
import { type Founded, foundedStage } from "../../testing/founded.ts";
import { openStage, type Stage } from "../../testing/stage.ts";
import { untilWaiting } from "../../testing/waiting.ts";

let stage: Stage;
let group: Founded;
beforeAll(async () => {
  stage = await openStage();
  group = await foundedStage(stage);
});
afterAll(() => stage.close());
beforeEach(() => stage.clock.set(usualInstant));

const attempt = (signInName: string, word: string) => new Client(stage.server).signIn(signInName, word);
async function failures(signInName: string, times: number): Promise<Got<"signIn">[]> {
  const all: Got<"signIn">[] = [];
  for (let time = 0; time < times; time += 1) all.push(await attempt(signInName, "wrong"));
  return all;
}
const codes = (all: Got<"signIn">[]) => all.map((got) => got.refusal.code);

test("five wrong passwords lock the account; the right one is refused for fifteen minutes and then taken", async () => {
  await group.account("locked-one", "employee");
  expect(codes(await failures("locked-one", 5))).toEqual([...Array(4).fill("sign_in.wrong"), "sign_in.locked"]);
  const locked = await attempt("locked-one", password);
  expect([locked.status, locked.refusal.code, locked.refusal.values]).toEqual([429, "sign_in.locked", { minutes: 15 }]);
  expect(locked.headers["set-cookie"]).toBeUndefined();
  stage.clock.forward(14);
  expect((await attempt("locked-one", password)).refusal.values).toEqual({ minutes: 1 });
  stage.clock.forward(1);
  expect((await attempt("locked-one", password)).status).toBe(200);
});

test("a locked account isn't locked for longer by trying on", async () => {
  await group.account("locked-two", "employee");
  await failures("locked-two", 5);
  stage.clock.forward(10);
  await failures("locked-two", 5);
  stage.clock.forward(5);
  expect((await attempt("locked-two", password)).status).toBe(200);
});

test("four wrong passwords and a right one begin the count afresh", async () => {
  await group.account("forgetful", "employee");
  await failures("forgetful", 4);
  expect((await attempt("forgetful", password)).status).toBe(200);
  expect(codes(await failures("forgetful", 4))).toEqual(Array(4).fill("sign_in.wrong"));
  expect((await attempt("forgetful", password)).status).toBe(200);
});

test("five wrong passwords that arrive at the same moment are each counted", async () => {
  await group.account("attacked", "employee");
  await withClient(stage.database.superUrl, async (superuser) => {
    // All five stand before the account together, and only then may go on.
    await superuser.query("BEGIN");
    await superuser.query("SELECT 1 FROM account WHERE sign_in_name = 'attacked' FOR UPDATE");
    const attempts = [1, 2, 3, 4, 5].map(() => attempt("attacked", "wrong"));
    await untilWaiting(superuser, 5);
    await superuser.query("ROLLBACK");
    await Promise.all(attempts);
  });
  expect((await attempt("attacked", password)).refusal.code).toBe("sign_in.locked");
});

test("a name without an account is answered exactly like a wrong password, and locks like one", async () => {
  await group.account("known-name", "employee");
  const shape = (got: Got<"signIn">) => ({
    status: got.status,
    body: { ...got.refusal, requestId: "" },
    headers: Object.keys(got.headers),
  });
  const [known, unknown] = [await failures("known-name", 6), await failures("unknown-name", 6)];
  expect(unknown.map(shape)).toEqual(known.map(shape));
});

test("a closed account is answered like a wrong password", async () => {
  const id = await group.account("gone", "employee");
  const system = await group.client("system");
  await system.ask("closeAccount", { params: { accountId: id } });
  expect((await attempt("gone", password)).refusal.code).toBe("sign_in.wrong");
});

test("names are compared without case, and every attempt is in the audit", async () => {
  await group.account("Mixed-Case", "employee");
  expect((await attempt("mixed-case", password)).status).toBe(200);
  await attempt("mixed-case", "wrong");
  const audit = await (await group.client("audit")).ask("listAudit", { query: { limit: 10 } });
  const attempts = audit.items.filter(
    ({ accountName, action }) => accountName === "Mixed-Case" && action === "identity.sign_in",
  );
  expect(attempts.map(({ outcome }) => outcome)).toEqual(["refused", "done"]);
});

test("where there are several groups the group's code is asked for", async () => {
  const second = await openStage();
  try {
    await foundedStage(second, "first");
    await foundedStage(second, "second");
    const client = new Client(second.server);
    expect((await client.signIn("system", password)).refusal.code).toBe("sign_in.group_needed");
    expect((await client.signIn("system", password, "nowhere")).refusal.code).toBe("sign_in.wrong");
    expect((await client.signIn("system", password, "second")).answer.group.code).toBe("second");
  } finally {
    await second.close();
  }
});
