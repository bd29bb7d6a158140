import { afterSuccess, type SignInAttempts } from "@dutyloop/domain/identity/lockout-rules.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { auditRows } from "../../platform/audit/entry.ts";
import type { Transaction } from "../../platform/db/pools.ts";
import type { Workshop } from "../../platform/ritual/perform.ts";
import { Refused } from "../../platform/ritual/refused.ts";
import { startSaving } from "../../platform/ritual/saving.ts";
import { attempt, attemptAtNobody } from "./attempts.ts";
import { hashPassword, passwordFits } from "./passwords.ts";
import { newToken, tokenDigest } from "./secrets.ts";

export type SignInRequest = {
  group: string | undefined;
  signInName: string;
  password: string;
  /** Of the second factor, where the account has one. */
  code: string | undefined;
  address: string;
  requestId: string;
};

/**
 * Signs in by name, password and, where the account has a second factor, its code: without one a right password is
 * answered `sign_in.code_needed` and opens nothing. Five failures of either lock the account for 15 minutes (SEC-02); an
 * unknown name is answered like a wrong password and takes as long. Failures are kept and audited although the request is
 * refused.
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
  const refusal = await workshop.database.writing(tenantId, {}, async (transaction) => {
    const saving = startSaving(transaction);
    const { refusal, lockedUntil } = account
      ? await attempt(
          transaction,
          { tenantId, accountId: account.id },
          { passwordFits: fits, code: request.code },
          { password: refuse("sign_in.wrong"), code: refuse("sign_in.code_wrong", {}, "code") },
          { now, fields: workshop.fields },
        )
      : await attemptOfNobody(transaction, tenantId, unknown, now);
    if (account && refusal === null)
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
    const asked = refusal?.code === "sign_in.code_needed" ? "second factor asked for" : "session";
    const object = lockedUntil === null ? asked : "account locked";
    for (const [table, row] of auditRows(
      workshop.auditKey,
      context,
      "identity.sign_in",
      null,
      { object },
      refusal === null ? "done" : "refused",
    ))
      saving.insert(table, row);
    await saving.flush();
    return refusal;
  });
  workshop.wake();
  if (refusal !== null || !account) throw new Refused(refusal ?? refuse("sign_in.wrong"));
  return { token, tenantId, accountId: account.id };
}

/** Names without an account are locked like accounts, so that a lock doesn't tell which names exist. */
const unknownNames = new Map<string, SignInAttempts>();
const mostUnknownNames = 10_000;

function rememberUnknown(name: string, attempts: SignInAttempts): void {
  if (unknownNames.size >= mostUnknownNames) unknownNames.clear();
  unknownNames.set(name, attempts);
}

async function attemptOfNobody(transaction: Transaction, tenantId: number, name: string, now: Date) {
  const before = unknownNames.get(name) ?? afterSuccess();
  const { attempts, ...judged } = await attemptAtNobody(transaction, tenantId, before, now);
  rememberUnknown(name, attempts);
  return judged;
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
