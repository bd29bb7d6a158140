import type { Answer, ParsedBody } from "@dutyloop/contract/endpoints.ts";
import { handlingRefusal } from "@dutyloop/domain/fulfilment/marking-rules.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import type { PartStore } from "../../../platform/files/parts.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";

type Input = ParsedBody<"handleQuarantined"> & { readonly quarantinedId: string };
type State = { readonly path: string; readonly sentBy: string; readonly settled: boolean };

/** Enters how a marked file was handled. What was locked away is erased for good; nobody could ever open it here. */
export function handleQuarantined(
  parts: PartStore,
): UseCase<Input, State, Pick<Input, "outcome" | "note">, Answer<"handleQuarantined">> {
  return {
    name: "fulfilment.handle_quarantined",
    access: "file.quarantine",
    async load(transaction, { quarantinedId }, { actor }) {
      const { rows } = await sql<State>`
        SELECT o.path, q.account_id AS "sentBy", q.outcome IS NOT NULL AS settled FROM quarantined_file q
        JOIN organization o ON o.tenant_id = q.tenant_id AND o.id = q.organization_id
        WHERE q.tenant_id = ${actor.tenantId} AND q.id = ${quarantinedId} FOR UPDATE OF q`.execute(transaction);
      const [state] = rows;
      if (!state) throw notFound();
      return state;
    },
    place: ({ path }) => path,
    decide(state, { outcome, note }, { actor }) {
      const code = handlingRefusal(state, actor.accountId);
      return code === null ? { outcome, note } : refuse(code);
    },
    async save(saving, { outcome, note }, { actor, now }, { quarantinedId }) {
      saving.change(sql`UPDATE quarantined_file SET outcome = ${outcome}, note = ${note},
          handled_by = ${actor.accountId}::uuid, handled_at = ${now.toISOString()}::timestamptz
        WHERE tenant_id = ${actor.tenantId} AND id = ${quarantinedId}::uuid`);
      await parts.erase(quarantinedId);
    },
    audit: ({ outcome }, { quarantinedId }) => ({ object: `quarantined file ${quarantinedId}`, after: { outcome } }),
    answer: ({ outcome }, { quarantinedId }) => ({ id: quarantinedId, outcome }),
  };
}
