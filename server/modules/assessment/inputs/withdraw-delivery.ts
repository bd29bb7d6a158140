import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { firstDayOf } from "@dutyloop/domain/kernel/plain-date.ts";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { markDirty } from "../../../platform/facts/post-facts.ts";
import { reverseFacts, type StoredFact, standingFacts } from "../../../platform/facts/reverse-facts.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { oneAtATime, postingMonths } from "./deliver.ts";
import { deliveredFigures, standingReceipts } from "./delivered-figures.ts";
import type { DeliveryFrame } from "./deliveries.ts";
import { placeOfImport } from "./import-state.ts";
import { publicityRefusal } from "./publicity-refusal.ts";

type Input = DeliveryFrame & { readonly reason: string };
type State = {
  readonly path: string;
  readonly receipts: readonly string[];
  readonly facts: readonly StoredFact[];
  readonly inPublicity: Refusal | null;
};
type Decision = Pick<State, "receipts" | "facts"> & { readonly afterClose: boolean };

/**
 * Takes back all that a source has delivered for an organisation and month: stornos of its figures, and the deliveries no
 * longer say that the source has reported, so that the organisation is 待补报 again and may be delivered for anew.
 */
export const withdrawDelivery: UseCase<Input, State, Decision, Answer<"withdrawDelivery">> = {
  name: "assessment.withdraw_delivery",
  access: "measure.import",
  postsIn: ({ month }) => postingMonths(month),
  async load(transaction, input, { actor }) {
    const { tenantId } = actor;
    const path = await placeOfImport(transaction, tenantId, input.organizationId);
    await oneAtATime(transaction, tenantId, input);
    const figures = await deliveredFigures(transaction, tenantId, input);
    const ids = figures.filter(({ reversed }) => !reversed).map(({ factId }) => factId);
    return {
      path,
      receipts: await standingReceipts(transaction, tenantId, input),
      facts: await standingFacts(transaction, tenantId, input.organizationId, ids),
      inPublicity: await publicityRefusal(transaction, tenantId, input.month),
    };
  },
  place: ({ path }) => path,
  decide({ receipts, facts, inPublicity }, { month }, { closedMonths }) {
    if (receipts.length === 0) return refuse("measure.nothing_delivered", { month });
    return inPublicity ?? { receipts, facts, afterClose: closedMonths.has(month) };
  },
  save(saving, { receipts, facts }, context, { organizationId, month, reason }) {
    const { actor, now, nextClosing } = context;
    saving.insert(
      "receipt_withdrawal",
      ...receipts.map((receipt) => ({
        tenant_id: actor.tenantId,
        receipt_id: receipt,
        closing: nextClosing,
        reason,
        withdrawn_at: now,
        withdrawn_by: actor.accountId,
      })),
    );
    reverseFacts(
      saving,
      context,
      facts.map((fact) => ({ ...fact, details: { ...fact.details, reason } })),
    );
    // A 零报告 has no fact of its own and still changes the sheet: its leaf is pending again.
    if (facts.length === 0) markDirty(saving, context, [{ organizationId, countsOn: firstDayOf(month) }]);
  },
  audit: ({ receipts, facts, afterClose }, { organizationId, source, month, reason }) => ({
    object: `deliveries of ${source} for ${month} and organization ${organizationId}`,
    before: { receipts: [...receipts], figures: facts.map(({ id }) => id) },
    after: { receipts: [], figures: [], reason, afterClose },
  }),
  answer: ({ receipts, facts, afterClose }) => ({ deliveries: receipts.length, figures: facts.length, afterClose }),
};
