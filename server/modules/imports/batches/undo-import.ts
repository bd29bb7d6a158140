import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { closedMonthRefusal } from "@dutyloop/domain/organization/tree-rules.ts";
import { sql } from "kysely";
import { undoAct } from "../../../platform/changes/index.ts";
import { requestTreeCount } from "../../../platform/facts/count-requests.ts";
import { markConcerned, markTreeChanged } from "../../../platform/facts/tree-changed.ts";
import { notFound, Refused } from "../../../platform/ritual/refused.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { forgetScores } from "../../assessment/index.ts";
import { holdTree, monthsSince } from "../../organization/index.ts";
import { whySince } from "./changed-since.ts";
import { type BatchRow, batchesWhere, shownBatch, undoableUntil } from "./import-batch.ts";
import {
  ledgerRefusal,
  monthsOfStornos,
  type PostedByLedger,
  postedByLedger,
  takeLedgerBack,
} from "./take-ledger-back.ts";

type Input = { readonly importId: string };
type State = {
  readonly today: PlainDate;
  readonly batch: BatchRow;
  readonly membersFrom: PlainDate | null;
  /** Organisations that it added. */
  readonly begun: readonly string[];
  /** null where it was no ledger. */
  readonly posted: PostedByLedger | null;
  readonly by: string;
};
type Decision = { readonly batch: BatchRow; readonly undone: Answer<"getImport"> };

/** Takes an import back within a day, while nothing that it wrote was changed or used since. */
export const undoImport: UseCase<Input, State, Decision, Answer<"undoImport">> = {
  name: "imports.undo",
  access: "roster.import",
  alsoPostsIn: ({ batch: { counts }, posted, today }) => {
    if (posted !== null) return monthsOfStornos(posted, today);
    return counts.changedFrom === null ? [] : monthsSince(counts.changedFrom, today);
  },
  async load(transaction, { importId }, { actor, today }) {
    const { tenantId } = actor;
    await holdTree(transaction, tenantId);
    await sql`SELECT 1 FROM import_batch WHERE tenant_id = ${tenantId} AND id = ${importId}::uuid FOR UPDATE`.execute(
      transaction,
    );
    const scope = scopeOf(actor, "roster.import", today);
    const [batch] = await batchesWhere(transaction, tenantId, scope, sql`b.id = ${importId}::uuid`, 1);
    if (!batch) throw notFound();
    const { rows } = await sql<{ from: PlainDate | null }>`
      SELECT min(new->>'valid_from')::date AS from FROM change_image i CROSS JOIN jsonb_array_elements(i.after) AS new
      WHERE i.tenant_id = ${tenantId} AND i.act = 'import' AND i.act_id = ${importId}::uuid AND i.table_name = 'membership'
        AND i.before->0 = 'null'`.execute(transaction);
    const added = await sql<{ id: string }>`
      SELECT new->>'id' AS id FROM change_image i CROSS JOIN jsonb_array_elements(i.after) AS new
      WHERE i.tenant_id = ${tenantId} AND i.act = 'import' AND i.act_id = ${importId}::uuid
        AND i.table_name = 'organization' AND i.before->0 = 'null'`.execute(transaction);
    const by = await transaction
      .selectFrom("account")
      .where("tenant_id", "=", tenantId)
      .where("id", "=", actor.accountId)
      .select("display_name")
      .executeTakeFirstOrThrow();
    const begun = added.rows.map(({ id }) => id);
    const posted = batch.kind === "ledger" ? await postedByLedger(transaction, tenantId, importId) : null;
    return { batch, membersFrom: rows[0]?.from ?? null, begun, posted, by: by.display_name, today };
  },
  place: ({ batch }) => batch.path,
  decide({ batch, posted, by }, _input, { closedMonths, now }) {
    if (batch.undoneAt !== null) return refuse("import.undone_before");
    const until = undoableUntil(batch.committedAt);
    if (now > until) return refuse("import.too_late");
    const changed = posted === null ? null : ledgerRefusal(posted, closedMonths);
    if (changed) return changed;
    const { changedFrom } = batch.counts;
    const closed = changedFrom === null ? null : closedMonthRefusal(changedFrom, closedMonths, "importId");
    if (closed) return refuse(closed.code, closed.values);
    return { batch, undone: shownBatch({ ...batch, undoneBy: by, undoneAt: now }, now) };
  },
  async save(saving, { batch }, context, { importId }, { membersFrom, begun, posted }) {
    const { transaction } = saving;
    const { actor, now, today } = context;
    const { tenantId } = actor;
    const used = await undoAct(transaction, { tenantId, kind: "import", id: importId });
    if (used !== null) throw new Refused(await whySince(transaction, tenantId, used));
    if (posted !== null) await takeLedgerBack(saving, context, posted, importId);
    else requestTreeCount(saving, context);
    await forgetScores(transaction, tenantId, begun);
    const { changedFrom } = batch.counts;
    if (changedFrom !== null && changedFrom <= today) await markTreeChanged(transaction, tenantId, changedFrom, now);
    if (membersFrom !== null) await markConcerned(transaction, tenantId, batch.path, membersFrom, today, now);
    saving.change(sql`UPDATE import_batch SET undone_by = ${actor.accountId}::uuid, undone_at = ${now}
      WHERE tenant_id = ${tenantId} AND id = ${importId}::uuid`);
  },
  audit: ({ batch }) => ({ object: `import ${batch.id}`, before: { sheets: batch.counts.sheets } }),
  answer: ({ undone }) => undone,
};
