import type { AddressInfo } from "node:net";
import { openApplication } from "../../server/application.ts";
import { password } from "../../server/testing/accounts.ts";
import { Client } from "../../server/testing/client.ts";
import { usualInstant } from "../../server/testing/clock.ts";
import { startTestCluster } from "../../server/testing/cluster.ts";
import { type Founded, foundedStage } from "../../server/testing/founded.ts";
import { enrol } from "../../server/testing/second-factors.ts";
import { openStage, type Stage } from "../../server/testing/stage.ts";
import { type Drill, outcomeOf, type Run, scaled } from "../drill.ts";
import { httpEntrance } from "../http-entrance.ts";
import { forged } from "./forged-requests.ts";
import { guessedNames } from "./guessed-names.ts";

const wrong = "Wrong-password-1";

/**
 * What keeps accounts: five wrong passwords lock, names can't be guessed by time, sessions are new at each sign-in and end at
 * once everywhere, nothing is written for a page of somebody else's, and rights that are withdrawn are gone on every server.
 */
export const accountsDrill: Drill = {
  code: "T6",
  name: "accounts",
  mutants: ["sessions_outlive", "forged_taken", "never_locked", "unknown_at_once"],
  async run(run) {
    const { stop, ...cluster } = await startTestCluster(undefined);
    try {
      const stage = await openStage({ cluster, overTls: true });
      try {
        return await drill(stage, await foundedStage(stage), run);
      } finally {
        await stage.close();
      }
    } finally {
      await stop();
    }
  },
};

async function drill(stage: Stage, group: Founded, run: Run) {
  const found: string[] = [];
  const expect = (holds: boolean, otherwise: string) => void (holds || found.push(otherwise));
  await stage.server.listen({ port: 0, host: "127.0.0.1" });
  const entrance = httpEntrance(`http://127.0.0.1:${(stage.server.server.address() as AddressInfo).port}`);
  const stranger = () => new Client(entrance);
  await lockOut(stage, group, stranger, expect);
  await lockOutByCodes(stage, group, stranger, expect);
  await sessionsEnd(stage, group, stranger, expect);
  const names = await guessedNames(stage, group, stranger, scaled(1000, run, 100));
  expect(names.apart <= names.most, `known and unknown names are ${(names.apart * 100).toFixed(1)} % apart`);
  await group.account("forged", "party_affairs_officer");
  const signedIn = stranger();
  await signedIn.signIn("forged", password);
  const sent = await forged(stage.database.superUrl, signedIn, entrance, found);
  await entrance.close();
  return outcomeOf(
    `locked after 5 wrong passwords or codes for 15 min, ${names.asked} sign-ins known and unknown ${(names.apart * 100).toFixed(1)} % apart, sessions new, ended and withdrawn on both servers within 1 s, ${sent} forged requests without effect, cookie and CSP as they must be`,
    found,
  );
}

type Expect = (holds: boolean, otherwise: string) => void;

async function lockOut(stage: Stage, group: Founded, stranger: () => Client, expect: Expect): Promise<void> {
  await group.account("locked", "employee");
  for (const name of ["locked", "nobody-of-this-name"]) {
    stage.clock.set(usualInstant);
    const answers: string[] = [];
    for (let time = 0; time < 5; time += 1) answers.push((await stranger().signIn(name, wrong)).refusal.code);
    expect(
      answers.slice(0, 4).every((code) => code === "sign_in.wrong"),
      `${name}: ${answers.join(", ")}`,
    );
    expect(answers[4] === "sign_in.locked", `${name}: the fifth time is answered ${answers[4]}`);
    const during = await stranger().signIn(name, password);
    expect(during.status !== 200, `${name} can sign in while it is locked`);
    stage.clock.forward(14);
    expect((await stranger().signIn(name, password)).status !== 200, `${name} can sign in after 14 minutes`);
    stage.clock.forward(2);
    const after = await stranger().signIn(name, password);
    expect((after.status === 200) === (name === "locked"), `${name}: ${after.status} after 16 minutes`);
  }
  stage.clock.set(usualInstant);
}

/** With a second factor a right password opens nothing, and wrong codes lock like wrong passwords. */
async function lockOutByCodes(stage: Stage, group: Founded, stranger: () => Client, expect: Expect): Promise<void> {
  await group.account("two-steps", "organizer");
  const { application } = await enrol(await group.client("two-steps"), stage.clock());
  const signIn = (code?: string) =>
    stranger().call("signIn", { body: { signInName: "two-steps", password, ...(code === undefined ? {} : { code }) } });
  stage.clock.forward(1);
  expect((await signIn()).status !== 200, "a password opens an account with a second factor");
  const answers: string[] = [];
  for (let time = 0; time < 5; time += 1) answers.push((await signIn("000000")).refusal.code);
  expect(answers[4] === "sign_in.locked", `the fifth wrong code is answered ${answers[4]}`);
  stage.clock.forward(14);
  expect((await signIn(application.codeAt(stage.clock()))).status !== 200, "wrong codes lock for less than 15 minutes");
  stage.clock.forward(2);
  expect(
    (await signIn(application.codeAt(stage.clock()))).status === 200,
    "the right code opens nothing after 16 minutes",
  );
  stage.clock.set(usualInstant);
}

/** A second server of the same database has to learn of it within a second. */
async function sessionsEnd(stage: Stage, group: Founded, stranger: () => Client, expect: Expect): Promise<void> {
  const other = await openApplication(stage.application.settings);
  const server = await other.server({ webFolder: null, overTls: true, trustProxy: false, metricsToken: null });
  try {
    const elsewhere = (client: Client) => client.through(server).call("getSession");
    const signedIn = async (name: string, word = password) => {
      const client = stranger();
      const got = await client.signIn(name, word);
      expect(got.status === 200, `${name} can't sign in: ${got.text}`);
      return { client, got };
    };
    const isLive = async (client: Client) =>
      (await client.call("getSession")).status === 200 && (await elsewhere(client)).status === 200;
    const isGone = async (client: Client) => {
      const here = (await client.call("getSession")).status;
      // One second passes for what the second server remembers.
      stage.clock.forward(1 / 60);
      return here === 401 && (await elsewhere(client)).status === 401;
    };
    const accountId = await group.account("traveller", "organizer");
    const { client: first, got } = await signedIn("traveller");
    const cookie = String(got.headers["set-cookie"]);
    for (const flag of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"])
      expect(cookie.includes(flag), `the cookie lacks ${flag}`);
    const policy = String(got.headers["content-security-policy"]);
    expect(!/script-src[^;]*unsafe|style-src(?:-elem)? [^;]*unsafe-inline/.test(policy), `CSP is ${policy}`);
    const fixed = stranger();
    fixed.cookie = first.cookie;
    await fixed.signIn("traveller", password);
    expect(fixed.cookie !== first.cookie, "a session that was there is gone on with after a sign-in");

    expect(await isLive(first), "a session doesn't serve both servers");
    await first.call("signOut");
    expect(await isGone(first), "a session outlives its sign-out");
    const [second, third] = [(await signedIn("traveller")).client, (await signedIn("traveller")).client];
    expect((await isLive(second)) && (await isLive(third)), "two devices don't have two sessions");
    await second.call("signOutEverywhere");
    expect(await isGone(third), "a session of another device outlives signing out everywhere");
    const [changer, device] = [(await signedIn("traveller")).client, (await signedIn("traveller")).client];
    expect(await isLive(device), "a session doesn't serve both servers");
    await changer.ask("changePassword", { body: { current: password, next: "Another-42-words" } });
    expect(await isGone(device), "a session of another device outlives a change of the password");

    const security = (await signedIn("security")).client;
    const { items } = await security.ask("listGrants", { query: { limit: 200 } });
    const grant = items.find((one) => one.accountId === accountId);
    const mayRead = async (client: Client) =>
      (await client.call("listApplicants", { params: { organizationId: group.rootId }, query: { limit: 1 } })).status;
    expect((await mayRead(changer.through(server))) === 200, "an organizer may not read");
    await security.ask("revokeGrant", { params: { grantId: grant?.id ?? "" } });
    stage.clock.forward(1 / 60);
    const statuses = [await mayRead(changer), await mayRead(changer.through(server))];
    expect(
      statuses.every((status) => status === 403),
      `a role that was withdrawn still serves: ${statuses.join(", ")}`,
    );
    const system = (await signedIn("system")).client;
    expect(await isLive(changer), "without a role there is no session");
    await system.ask("closeAccount", { params: { accountId } });
    expect(await isGone(changer), "a session outlives its account");
  } finally {
    await server.close();
    await other.close();
  }
}
