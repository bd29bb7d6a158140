import {
  afterFailure,
  afterSuccess,
  type SignInAttempts,
  signInState,
} from "@dutyloop/domain/identity/lockout-rules.ts";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { auditRows } from "../../platform/audit/entry.ts";
import type { Transaction } from "../../platform/db/pools.ts";
import type { Workshop } from "../../platform/ritual/perform.ts";
import { Refused } from "../../platform/ritual/refused.ts";
import { startSaving } from "../../platform/ritual/saving.ts";
import { hashPassword, passwordFits } from "./passwords.ts";
import { newToken, tokenDigest } from "./secrets.ts";

export type SignInRequest = {
  group: string | undefined;
  signInName: string;
  password: string;
  address: string;
  requestId: string;
};

/**
 * Signs in by name and password. Five failures lock the account for 15 minutes (SEC-02); an unknown name is answered
 * like a wrong password and takes as long. Failures are kept and audited although the request is refused.
 */
export async function signIn(
  workshop: Workshop,
  request: SignInRequest,
): Promise<{ token: string; tenantId: number; accountId: string }> {
  const tenantId = await groupNumber(workshop, request.group);
  const account = await workshop.database
    .reading(tenantId)
    .selectFrom("account")
    .where("tenant_id", "=", tenantId)
    .where((where) => where(where.fn<string>("lower", ["sign_in_name"]), "=", request.signInName.toLowerCase()))
    .select(["id", "sign_in_name", "password_hash", "state", "person_id"])
    .executeTakeFirst();
  const now = workshop.clock();
  const unknown = `${tenantId} ${request.signInName.toLowerCase()}`;
  const fits = await passwordFits(account?.state === "active" ? account.password_hash : null, request.password);
  const token = newToken("dls", tenantId);
  const { signedIn, lock, next } = await workshop.database.writing(tenantId, {}, async (transaction) => {
    const saving = startSaving(transaction);
    const attempts = account
      ? await lockedAttempts(transaction, tenantId, account.id)
      : (unknownNames.get(unknown) ?? afterSuccess());
    const lock = signInState(attempts, now);
    const signedIn = account !== undefined && fits && lock.state === "open";
    const next = signedIn ? afterSuccess() : afterFailure(attempts, now);
    if (!account) rememberUnknown(unknown, next);
    if (account) {
      await transaction
        .updateTable("account")
        .set({ failed_sign_ins: next.failures, locked_until: next.lockedUntil })
        .where("tenant_id", "=", tenantId)
        .where("id", "=", account.id)
        .execute();
    }
    if (signedIn)
      saving.insert("session", {
        tenant_id: tenantId,
        token_digest: tokenDigest(token),
        account_id: account.id,
        started_at: now,
        last_seen_at: now,
      });
    const actor = { tenantId, accountId: account?.id ?? "", personId: account?.person_id ?? null, grants: [] };
    const context = {
      actor,
      accountName: account?.sign_in_name ?? request.signInName,
      address: request.address,
      requestId: request.requestId,
      now,
    };
    const object = next.lockedUntil === null ? "session" : "account locked";
    for (const [table, row] of auditRows(
      workshop.auditKey,
      context,
      "identity.sign_in",
      null,
      { object },
      signedIn ? "done" : "refused",
    ))
      saving.insert(table, row);
    await saving.flush();
    return { signedIn, lock, next };
  });
  workshop.wake();
  if (!signedIn || !account) throw new Refused(refusalOf(lock, next.lockedUntil, now));
  return { token, tenantId, accountId: account.id };
}

/** The account's count, held until the end of the transaction: attempts sent at once are counted one after the other. */
async function lockedAttempts(transaction: Transaction, tenantId: number, accountId: string): Promise<SignInAttempts> {
  const row = await transaction
    .selectFrom("account")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", accountId)
    .select(["failed_sign_ins", "locked_until"])
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { failures: row.failed_sign_ins, lockedUntil: row.locked_until };
}

/** Names without an account are locked like accounts, so that a lock doesn't tell which names exist. */
const unknownNames = new Map<string, SignInAttempts>();
const mostUnknownNames = 10_000;

function rememberUnknown(name: string, attempts: SignInAttempts): void {
  if (unknownNames.size >= mostUnknownNames) unknownNames.clear();
  unknownNames.set(name, attempts);
}

function refusalOf(lock: ReturnType<typeof signInState>, lockedUntil: Date | null, now: Date): Refusal {
  const until = lock.state === "locked" ? lock.until : lockedUntil;
  if (until === null) return refuse("sign_in.wrong");
  return refuse("sign_in.locked", { minutes: Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000)) });
}

/** The group's number: by code, or the only group there is. */
async function groupNumber(workshop: Workshop, code: string | undefined): Promise<number> {
  const groups = await workshop.database.outside
    .selectFrom("tenant")
    .select(["tenant_id", "code"])
    .limit(1000)
    .execute();
  if (code === undefined) {
    if (groups.length > 1) throw new Refused(refuse("sign_in.group_needed"));
    if (groups[0]) return groups[0].tenant_id;
  }
  const found = groups.find((group) => group.code === code);
  if (found) return found.tenant_id;
  await hashPassword("as slow as a real one");
  throw new Refused(refuse("sign_in.wrong"));
}
