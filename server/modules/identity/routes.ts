import type { SecondFactorPolicy } from "@dutyloop/domain/identity/second-factor-rules.ts";
import { plainDateIn } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import { account, type Route, read, write } from "../../platform/http/route.ts";
import { perform, type Workshop } from "../../platform/ritual/perform.ts";
import { Refused } from "../../platform/ritual/refused.ts";
import { listAccounts, listGrants, listTokens } from "./account-views.ts";
import { closeAccount, openAccount } from "./accounts.ts";
import { loadAccount } from "./actor-store.ts";
import { type SessionKeeper, type SignedIn, sessionCookie } from "./authenticate.ts";
import { changePassword } from "./change-password.ts";
import { endSessions } from "./end-sessions.ts";
import { foundGroup } from "./found-group.ts";
import { grantRole, revokeGrant } from "./grants.ts";
import { listPostRoles, setPostRole } from "./post-roles.ts";
import { listProposedGrants } from "./proposed-grants.ts";
import { prove } from "./prove.ts";
import { beginSecondFactor, confirmSecondFactor } from "./second-factor/enrol.ts";
import { removeSecondFactor, resetSecondFactor } from "./second-factor/remove.ts";
import { getSecondFactor } from "./second-factor/second-factor-view.ts";
import { tokenDigest } from "./secrets.ts";
import { sessionView } from "./session-view.ts";
import { signIn } from "./sign-in.ts";
import { createToken, revokeToken } from "./tokens.ts";

export type IdentityParts = {
  workshop: Workshop;
  sessions: SessionKeeper;
  overTls: boolean;
  secondFactorFor: SecondFactorPolicy;
  /** Fills a new group with the built-in library. */
  afterFounding: (tenantId: number) => Promise<void>;
};

export function identityRoutes(parts: IdentityParts): Route[] {
  const { workshop, sessions } = parts;
  const { database } = workshop;
  const today = (now: Date) => plainDateIn(now, workshop.timeZone);
  const forget = () => sessions.forget();

  async function viewOf(signedIn: SignedIn, now: Date) {
    return sessionView(database, signedIn, sessions.csrfTokenOf(signedIn.token), {
      today: today(now),
      timeZone: workshop.timeZone,
    });
  }

  async function groups() {
    return database.outside.selectFrom("tenant").select(["code", "name"]).orderBy("tenant_id").limit(1000).execute();
  }

  async function mine(request: { readonly raw: FastifyRequest }): Promise<SignedIn> {
    const signedIn = await sessions.signedIn(request.raw);
    if (!signedIn) throw new Refused(refuse("sign_in.needed"));
    return signedIn;
  }

  return [
    account("getSetup", async () => {
      const known = await groups();
      return { needed: known.length === 0, groups: known };
    }),
    account("setUp", async ({ body, raw, now }) => {
      if ((await groups()).length > 0) throw new Refused(refuse("setup.already_done"));
      const { group, ...administrators } = body;
      const { foundedOn, ...named } = group;
      if (foundedOn !== undefined && foundedOn > today(now)) {
        throw new Refused(refuse("setup.founded_in_future", { today: today(now) }, "group.foundedOn"));
      }
      // The organisation is older than this system; its year's duties begin with the year.
      const thisYear = `${today(now).slice(0, 4)}-01-01`;
      const from = foundedOn ?? thisYear;
      const founded = await foundGroup(
        workshop,
        { ...named, ...administrators, onlyAsFirst: true, from, grantedFrom: from > thisYear ? from : thisYear },
        raw.id,
      );
      await parts.afterFounding(founded.tenantId);
      return { groupCode: group.code };
    }),
    account("signIn", async ({ body, raw, reply, now }) => {
      const { token, tenantId, accountId } = await signIn(workshop, {
        ...body,
        group: body.group,
        code: body.code,
        address: raw.ip,
        requestId: raw.id,
      });
      setSessionCookie(reply, token, parts.overTls);
      const loaded = await loadAccount(database.reading(tenantId), tenantId, { accountId });
      if (!loaded) throw new Refused(refuse("sign_in.wrong"));
      const caller = {
        actor: loaded.actor,
        accountName: loaded.account.signInName,
        address: raw.ip,
        requestId: raw.id,
      };
      const due = {
        passwordExpired: sessions.hasExpiredPassword(loaded.account),
        secondFactorDue: sessions.owesSecondFactor(loaded),
      };
      return viewOf({ caller, account: loaded.account, token, byCookie: true, ...due }, now);
    }),
    account("getSession", async (request) => viewOf(await mine(request), request.now)),
    account("signOut", async (request) => {
      const { caller, token } = await mine(request);
      await perform(workshop, endSessions, caller, { onlyDigest: tokenDigest(token) });
      sessions.forget();
      clearSessionCookie(request.reply, parts.overTls);
      return {};
    }),
    account("signOutEverywhere", async ({ caller, reply }) => {
      if (!caller) throw new Refused(refuse("sign_in.needed"));
      const answer = await perform(workshop, endSessions, caller, { onlyDigest: null });
      sessions.forget();
      clearSessionCookie(reply, parts.overTls);
      return answer;
    }),
    account("changePassword", async (request) => {
      const { caller, token } = await mine(request);
      const { current, next } = request.body;
      await prove(workshop, caller, changePassword.name, { password: current, field: "current" });
      await perform(workshop, changePassword, caller, { next, keepSession: tokenDigest(token) });
      sessions.forget();
      return {};
    }),
    read("getSecondFactor", (request) => getSecondFactor(request, parts.secondFactorFor)),
    account("beginSecondFactor", async (request) => {
      const { caller } = await mine(request);
      await prove(workshop, caller, beginSecondFactor.name, { password: request.body.password, field: "password" });
      return perform(workshop, beginSecondFactor, caller, {});
    }),
    write("confirmSecondFactor", confirmSecondFactor, ({ body }) => body, forget),
    account("removeSecondFactor", async (request) => {
      const { caller } = await mine(request);
      await prove(workshop, caller, removeSecondFactor.name, { ...request.body, field: "password" });
      const answer = await perform(workshop, removeSecondFactor, caller, {});
      sessions.forget();
      return answer;
    }),
    write("resetSecondFactor", resetSecondFactor, ({ params }) => params, forget),
    read("listTokens", listTokens),
    write("createToken", createToken, ({ body }) => body),
    write("revokeToken", revokeToken, ({ params }) => params, forget),
    read("listAccounts", listAccounts),
    write("openAccount", openAccount, ({ body: { signInName, displayName, personId } }) => ({
      signInName,
      displayName,
      personId,
    })),
    write("closeAccount", closeAccount, ({ params }) => params, forget),
    read("listGrants", listGrants),
    read("listProposedGrants", listProposedGrants),
    read("listPostRoles", listPostRoles),
    write("setPostRole", setPostRole, ({ params, body }) => ({ ...params, ...body })),
    write("grantRole", grantRole, ({ body }) => body, forget),
    write("revokeGrant", revokeGrant, ({ params }) => params, forget),
  ];
}

function cookieOptions(overTls: boolean) {
  return { path: "/", httpOnly: true, sameSite: "lax", secure: overTls } as const;
}

function setSessionCookie(reply: FastifyReply, token: string, overTls: boolean): void {
  reply.setCookie(sessionCookie, token, cookieOptions(overTls));
}

function clearSessionCookie(reply: FastifyReply, overTls: boolean): void {
  reply.clearCookie(sessionCookie, cookieOptions(overTls));
  // What the browser kept of this account goes with it (SEC-32).
  reply.header("clear-site-data", '"cache", "storage"');
}
