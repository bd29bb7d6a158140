import { createHash } from "node:crypto";
import { type Actor, covers, isNowhere, type Scope, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { Action } from "@dutyloop/domain/identity/things.ts";
import { reachesBelow, topicsOfAct } from "@dutyloop/domain/identity/topic-policy.ts";
import { type CanonicalValue, canonicalJson } from "@dutyloop/domain/kernel/canonical-json.ts";
import { type Month, type PlainDate, plainDateIn } from "@dutyloop/domain/kernel/plain-date.ts";
import { isRefusal, type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { WorkCalendar } from "@dutyloop/domain/kernel/workdays.ts";
import { auditRows } from "../audit/entry.ts";
import { holdMonths, type Opened, type Opening } from "../db/opening.ts";
import type { Database } from "../db/pools.ts";
import type { FieldCipher } from "../fields/field-cipher.ts";
import type { Announcer } from "../live/announcer.ts";
import { notFound, Refused } from "./refused.ts";
import { startSaving } from "./saving.ts";
import type { Caller, Context, UseCase } from "./use-case.ts";

/** What every write needs from the program that runs it. */
export type Workshop = {
  readonly database: Database;
  readonly clock: () => Date;
  readonly timeZone: string;
  /** Public holidays and the weekends worked instead. */
  readonly workCalendar: WorkCalendar;
  readonly auditKey: Buffer;
  readonly fields: FieldCipher;
  /** Called after a commit that may have left work in a queue. */
  readonly wake: () => void;
  /** Called after a commit with what others may see changed. */
  readonly announce: Announcer["announce"];
};

type Stored = { digest: string; answer: unknown };

/**
 * Performs one use case: prepare → begin → load → authorise → decide → save with audit and stored answer → commit → answer.
 * Throws Refused, after which nothing is changed. With an idempotency key the same request is answered as the first
 * time, and another request under the same key is refused (`idempotency.key_reused`).
 */
export async function perform<Input, State, Decision, Answer, Prepared>(
  workshop: Workshop,
  useCase: UseCase<Input, State, Decision, Answer, Prepared>,
  caller: Caller,
  input: Input,
): Promise<Answer> {
  const prepared = await preparedFor(workshop, useCase, caller, input);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(workshop, useCase, caller, input, prepared);
    } catch (error) {
      if (!isRaceLost(error) || attempt === 5) throw error;
    }
  }
}

async function preparedFor<Input, State, Decision, Answer, Prepared>(
  { clock, timeZone, database }: Workshop,
  { prepare, access }: UseCase<Input, State, Decision, Answer, Prepared>,
  caller: Caller,
  input: Input,
): Promise<Prepared> {
  // A use case without this step wants nothing of it.
  if (prepare === undefined) return undefined as Prepared;
  const now = clock();
  const today = plainDateIn(now, timeZone);
  scopeFor(access, caller.actor, today);
  return prepare(database.reading(caller.actor.tenantId), input, { ...caller, now, today });
}

async function attemptOnce<Input, State, Decision, Answer, Prepared>(
  workshop: Workshop,
  useCase: UseCase<Input, State, Decision, Answer, Prepared>,
  caller: Caller,
  input: Input,
  prepared: Prepared,
): Promise<Answer> {
  const now = workshop.clock();
  const today = plainDateIn(now, workshop.timeZone);
  const { actor, idempotencyKey } = caller;
  // Before the transaction: whoever may do it nowhere holds no month and waits for nobody.
  const scope = scopeFor(useCase.access, actor, today);
  const digest = idempotencyKey ? requestDigest(useCase.name, input) : "";
  const months = useCase.postsIn?.(input, today) ?? [];
  const closes = useCase.closes?.(input) ?? [];
  const opening: Opening = {
    months,
    closes,
    ...(idempotencyKey ? { idempotency: { accountId: actor.accountId, key: idempotencyKey } } : {}),
  };
  let refusal: Refusal | null = null;
  let changedAt: string | null = null;
  const answer = await workshop.database.writing(actor.tenantId, opening, async (transaction, opened) => {
    if (opened.stored) return answerAgain<Answer>(opened.stored, digest);
    const held = new Set<Month>([...months, ...closes]);
    const { workCalendar, fields } = workshop;
    const loading: Context = { ...caller, now, today, workCalendar, fields, heldMonths: held, ...booksOf(opened) };
    const state = await useCase.load(transaction, input, loading, prepared);
    const more = (useCase.alsoPostsIn?.(state, input) ?? []).filter((month) => !held.has(month));
    const context: Context =
      more.length === 0
        ? loading
        : {
            ...loading,
            heldMonths: new Set([...held, ...more]),
            ...booksOf(await holdMonths(transaction, actor.tenantId, more)),
          };
    const place = useCase.place(state);
    if (scope !== null) checkPlace(scope, place);
    const decision = useCase.decide(state, input, context);
    if (isRefusal(decision)) throw new Refused(decision);
    refusal = useCase.refusedAfter?.(decision) ?? null;
    const saving = startSaving(transaction);
    await useCase.save(saving, decision, context, input, state);
    const audited = useCase.audit(decision, input, state);
    for (const [table, row] of auditRows(workshop.auditKey, context, useCase.name, place, audited)) {
      saving.insert(table, row);
    }
    const answer = useCase.answer(decision, input, state);
    if (idempotencyKey) {
      saving.insert("idempotency", {
        tenant_id: actor.tenantId,
        account_id: actor.accountId,
        key: idempotencyKey,
        request_digest: digest,
        answer,
        recorded_at: now,
      });
    }
    saving.flushLast();
    changedAt = place;
    return answer;
  });
  workshop.wake();
  if (changedAt !== null) announceAct(workshop, useCase, actor.tenantId, changedAt);
  if (refusal !== null) throw new Refused(refusal);
  return answer;
}

/** What was done, as the topics that a page may show of it. */
function announceAct(
  { announce }: Workshop,
  { name, access }: { readonly name: string; readonly access: string },
  tenantId: number,
  path: string,
): void {
  const below = reachesBelow(access);
  announce(...topicsOfAct(name).map((topic) => ({ tenantId, topic, path, month: null, below })));
}

function booksOf({ closedMonths, nextClosing }: Pick<Opened, "closedMonths" | "nextClosing">) {
  return { closedMonths: new Set<Month>(closedMonths), nextClosing };
}

/**
 * Where the caller may do it; null where it is about himself. Refuses him who may do it nowhere before anything is read,
 * so that the refusal doesn't tell what exists.
 */
function scopeFor(access: Action | "self", actor: Actor, today: PlainDate): Scope | null {
  if (access === "self") return null;
  const scope = scopeOf(actor, access, today);
  if (isNowhere(scope)) throw new Refused(refuse("access.not_allowed"));
  return scope;
}

function checkPlace(scope: Scope, place: string | null): void {
  if (place === null || !covers(scope, place)) throw notFound();
}

function answerAgain<Answer>(stored: Stored, digest: string): Answer {
  if (stored.digest !== digest) throw new Refused(refuse("idempotency.key_reused"));
  return stored.answer as Answer;
}

function requestDigest(name: string, input: unknown): string {
  return createHash("sha256")
    .update(name)
    .update(canonicalJson(input as CanonicalValue))
    .digest("hex");
}

const raceCodes = new Set(["40001", "40P01"]);
/** Who loses against these finds, on the new state, what the other wrote. */
const raceConstraints = new Set([
  "idempotency_pkey",
  "fact_source_pkey",
  "period_closing_pkey",
  "record_of_draft",
  "record_draft_pkey",
  "record_make_up_once",
  "upload_once",
  "list_view_name",
  "list_view_usual",
]);

/** Another transaction was faster: the same request, decided again on the new state, gets its right answer. */
function isRaceLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, constraint } = error as Error & { code?: string; constraint?: string };
  return raceCodes.has(code ?? "") || (code === "23505" && raceConstraints.has(constraint ?? ""));
}
