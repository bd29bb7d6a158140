import {
  afterScopeAttempt,
  isOver,
  mayBeBeyondScope,
  type ScopeAttempts,
} from "@dutyloop/domain/operation/scope-attempts.ts";
import type { FastifyRequest } from "fastify";
import { alarmRow } from "../audit/alarm-row.ts";
import type { Database } from "../db/pools.ts";
import { Refused } from "../ritual/refused.ts";
import type { Caller } from "../ritual/use-case.ts";

/** So many accounts are remembered before those whose stretch has ended are looked for and forgotten. */
const mostAccounts = 1000;

/**
 * Counts what accounts are refused for reasons of scope (SEC-22), in the memory of this process: a refusal writes nothing, but
 * for the one alarm of a stretch. Of more accounts than are remembered those that began first are forgotten.
 */
export class ScopeWatch {
  readonly #database: Database;
  readonly #accounts = new Map<string, ScopeAttempts>();

  constructor(database: Database) {
    this.#database = database;
  }

  async note(error: unknown, { actor }: Caller, { method, url, log }: FastifyRequest, now: Date): Promise<void> {
    if (!(error instanceof Refused) || !mayBeBeyondScope(error.refusal.code)) return;
    const { tenantId, accountId } = actor;
    const before = this.#accounts.get(accountId);
    const { attempts, alarm } = afterScopeAttempt(before, `${method} ${url.replace(/\?.*$/su, "")}`, now);
    if (attempts !== before) this.#remember(accountId, attempts, now);
    if (!alarm) return;
    const row = alarmRow(actor, now, { kind: "beyond_scope", figure: attempts.places.size });
    try {
      await this.#database.writing(tenantId, {}, (transaction) =>
        transaction.insertInto("alarm").values(row).execute(),
      );
    } catch (failure) {
      log.error({ err: failure, accountId }, "attempts beyond scope could not be told of");
    }
  }

  #remember(accountId: string, attempts: ScopeAttempts, now: Date): void {
    this.#accounts.delete(accountId);
    if (this.#accounts.size >= mostAccounts) this.#forget(now);
    this.#accounts.set(accountId, attempts);
  }

  #forget(now: Date): void {
    for (const [account, attempts] of this.#accounts) if (isOver(attempts, now)) this.#accounts.delete(account);
    const [oldest] = this.#accounts.keys();
    if (this.#accounts.size >= mostAccounts && oldest !== undefined) this.#accounts.delete(oldest);
  }
}
