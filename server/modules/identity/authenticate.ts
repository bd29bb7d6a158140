import { routes } from "@dutyloop/contract/routes.ts";
import { sessionState } from "@dutyloop/domain/identity/lockout-rules.ts";
import { passwordExpired } from "@dutyloop/domain/identity/password-rules.ts";
import { type SecondFactorPolicy, secondFactorDemanded } from "@dutyloop/domain/identity/second-factor-rules.ts";
import { plainDateIn } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { FastifyRequest } from "fastify";
import type { Database } from "../../platform/db/pools.ts";
import type { Authenticate } from "../../platform/http/register-routes.ts";
import { Refused } from "../../platform/ritual/refused.ts";
import type { Caller } from "../../platform/ritual/use-case.ts";
import { type AccountState, loadAccount } from "./actor-store.ts";
import { csrfToken, sameText, tokenDigest, tokenParts } from "./secrets.ts";
import { standingOfSessions } from "./session-standing.ts";

export const sessionCookie = "dutyloop_session";
/** Sent by a page that asks by itself while nobody touches it: such a request is no sign of the user (SEC-02). */
const unattendedHeader = "x-unattended";
/** Longest time a withdrawn grant or an ended session can still serve on another server of the same database. */
const rememberedMilliseconds = 1000;
const mostRemembered = 5000;

export type SignedIn = {
  caller: Caller;
  account: AccountState;
  token: string;
  byCookie: boolean;
  passwordExpired: boolean;
  /** One is demanded of this account (SEC-04) and it has none yet. */
  secondFactorDue: boolean;
};
type Found = { actor: Caller["actor"]; account: AccountState; at: number };

/** Finds the account behind a cookie or bearer token, remembered for a second so that a busy page costs one look-up. */
export class SessionKeeper {
  readonly #database: Database;
  readonly #clock: () => Date;
  readonly #timeZone: string;
  readonly #sessionKey: Buffer;
  readonly #secondFactorFor: SecondFactorPolicy;
  readonly #remembered = new Map<string, Found>();

  constructor(parts: {
    database: Database;
    clock: () => Date;
    timeZone: string;
    sessionKey: Buffer;
    secondFactorFor: SecondFactorPolicy;
  }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#timeZone = parts.timeZone;
    this.#sessionKey = parts.sessionKey;
    this.#secondFactorFor = parts.secondFactorFor;
  }

  /** Forgets what is remembered, so that a sign-out or a change of grants holds from the next request on. */
  forget(): void {
    this.#remembered.clear();
  }

  /** A one-time password, or one older than 90 days (SEC-01). */
  hasExpiredPassword(account: AccountState): boolean {
    const today = plainDateIn(this.#clock(), this.#timeZone);
    return account.mustChangePassword || passwordExpired(plainDateIn(account.passwordChangedAt, this.#timeZone), today);
  }

  /** Programs with a personal token have nobody who could type a code: it is demanded of browsers only. */
  owesSecondFactor({ account, actor }: Pick<Found, "account" | "actor">): boolean {
    const today = plainDateIn(this.#clock(), this.#timeZone);
    return !account.secondFactor && secondFactorDemanded(this.#secondFactorFor, actor, today);
  }

  csrfTokenOf(token: string): string {
    return csrfToken(this.#sessionKey, token);
  }

  readonly authenticate: Authenticate = async (request) => {
    const signedIn = await this.signedIn(request);
    if (!signedIn) return null;
    const { caller } = signedIn;
    if (signedIn.byCookie && request.method !== "GET") this.#checkCsrf(request, signedIn.token);
    if (signedIn.passwordExpired && !isAboutSigningIn(request)) throw new Refused(refuse("password.expired"));
    if (signedIn.secondFactorDue && !isAboutSigningIn(request)) throw new Refused(refuse("second_factor.due"));
    return { ...caller, address: request.ip, requestId: request.id };
  };

  async signedIn(request: FastifyRequest): Promise<SignedIn | null> {
    const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
    const token = bearer ?? request.cookies[sessionCookie];
    if (!token) return null;
    const parts = tokenParts(token);
    const wrong = () => new Refused(refuse(bearer ? "token.invalid" : "sign_in.needed"));
    if (!parts || (parts.kind === "dlt") !== (bearer !== undefined)) throw wrong();
    const found = await this.#find(token, parts.tenantId, parts.kind === "dlt", isAttended(request));
    if (!found) throw wrong();
    const { account, actor } = found;
    const expired = this.hasExpiredPassword(account);
    const caller = { actor, accountName: account.signInName, address: request.ip, requestId: request.id };
    const byCookie = bearer === undefined;
    return {
      caller,
      account,
      token,
      byCookie,
      passwordExpired: expired,
      secondFactorDue: byCookie && this.owesSecondFactor(found),
    };
  }

  /** The session behind a request for as long as it lives: who it is, and how it and its grants stand now. */
  async attach(request: FastifyRequest) {
    const signedIn = await this.signedIn(request);
    if (!signedIn) return null;
    const { tenantId, accountId } = signedIn.caller.actor;
    const session = tokenDigest(signedIn.token);
    const today = plainDateIn(this.#clock(), this.#timeZone);
    // First how it stands: what changes between the two is then seen at the next look.
    const standing = (await this.standingOf(tenantId, [session])).get(session);
    const loaded = await loadAccount(this.#database.reading(tenantId), tenantId, { accountId });
    return loaded && standing !== undefined ? { actor: loaded.actor, today, session, standing } : null;
  }

  standingOf(tenantId: number, sessions: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const now = this.#clock();
    const today = plainDateIn(now, this.#timeZone);
    return standingOfSessions(this.#database.reading(tenantId), tenantId, sessions, now, today);
  }

  async #find(token: string, tenantId: number, personal: boolean, attended: boolean): Promise<Found | null> {
    const now = this.#clock();
    const known = this.#remembered.get(token);
    if (known && Math.abs(now.getTime() - known.at) < rememberedMilliseconds) return known;
    const digest = tokenDigest(token);
    const key = personal ? { personalToken: digest, on: plainDateIn(now, this.#timeZone) } : { session: digest };
    const loaded = await loadAccount(this.#database.reading(tenantId), tenantId, key);
    const live = personal || (loaded?.session && sessionState(loaded.session, now) === "live");
    if (!live || loaded?.account.state !== "active") {
      this.#remembered.delete(token);
      return null;
    }
    if (attended && loaded.session && now.getTime() - loaded.session.lastSeenAt.getTime() > 60_000)
      await this.#seen(tenantId, digest, now);
    const found = { account: loaded.account, actor: loaded.actor, at: now.getTime() };
    if (this.#remembered.size >= mostRemembered) this.#remembered.clear();
    this.#remembered.set(token, found);
    return found;
  }

  async #seen(tenantId: number, digest: string, now: Date): Promise<void> {
    await this.#database.writing(tenantId, {}, (transaction) =>
      transaction
        .updateTable("session")
        .set({ last_seen_at: now })
        .where("tenant_id", "=", tenantId)
        .where("token_digest", "=", digest)
        .execute(),
    );
  }

  #checkCsrf(request: FastifyRequest, token: string): void {
    const given = request.headers["x-csrf-token"];
    if (typeof given !== "string" || !sameText(given, this.csrfTokenOf(token)))
      throw new Refused(refuse("access.csrf"));
  }
}

/** A page that is open and waits for changes is there without its user too. */
function isAttended(request: FastifyRequest): boolean {
  return request.headers[unattendedHeader] === undefined && request.routeOptions.url !== routes.watchEvents.path;
}

/** Before password and second factor are in order one may see who one is, put them in order, and leave. */
function isAboutSigningIn(request: FastifyRequest): boolean {
  return /^\/api\/v1\/(session|sessions|password|second-factor(\/\w+)?)$/.test(request.routeOptions.url ?? "");
}
