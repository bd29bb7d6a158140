import type { Answer } from "@dutyloop/contract/endpoints.ts";
import {
  type SampleOutcome,
  type SampleState,
  sampleActions,
  sampleRefusal,
} from "@dutyloop/domain/fulfilment/sample-rules.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { loadReversal, type Reversal, reversalRefusal, saveReversal } from "./reversal.ts";

type Input = {
  readonly sampleId: string;
  readonly recordId: string;
  readonly outcome: SampleOutcome;
  readonly reason: string;
};
type State = Reversal & { readonly item: SampleState };
type Decision = { readonly state: SampleState; readonly reversal: Reversal };

/** Checks a drawn record: accepted, to be corrected by its branch, or taken back at once. */
export const checkSample: UseCase<Input, State, Decision, Answer<"checkSample">> = {
  name: "fulfilment.check_sample",
  access: "record.sample",
  async load(transaction, { sampleId, recordId }, context) {
    const { rows } = await sql<{ state: SampleState }>`SELECT state FROM record_sample_item
      WHERE tenant_id = ${context.actor.tenantId} AND sample_id = ${sampleId} AND record_id = ${recordId}
      FOR UPDATE`.execute(transaction);
    const [item] = rows;
    if (!item) throw notFound();
    return { ...(await loadReversal(transaction, recordId, context)), item: item.state };
  },
  alsoPostsIn: ({ months }) => months,
  place: ({ record }) => record.hosts[0]?.path ?? null,
  decide(state, { outcome, reason }) {
    if (state.own) return refuse("sample.own_record");
    const refusal = sampleRefusal(state.item, outcome, reason);
    if (refusal !== null) return refusal;
    const after = sampleActions[state.item][outcome] as SampleState;
    return (outcome === "reverse" ? reversalRefusal(state, reason) : null) ?? { state: after, reversal: state };
  },
  async save(saving, { state, reversal }, context, { sampleId, recordId, outcome, reason }) {
    const { actor, now } = context;
    saving.change(sql`UPDATE record_sample_item SET state = ${state}, reason = ${outcome === "accept" ? null : reason},
        version = ${reversal.record.version}, checked_by = ${actor.accountId}::uuid, checked_at = ${now.toISOString()}::timestamptz
      WHERE tenant_id = ${actor.tenantId} AND sample_id = ${sampleId}::uuid AND record_id = ${recordId}::uuid`);
    if (outcome === "reverse") await saveReversal(saving, context, reversal, reason);
  },
  audit: ({ state, reversal }, { sampleId, reason }) => ({
    object: `record ${reversal.record.id}`,
    after: { sampleId, state, version: reversal.record.version, reason },
  }),
  answer: ({ state, reversal }) => ({ state, reopened: state === "reversed" ? reversal.held.length : 0 }),
};
