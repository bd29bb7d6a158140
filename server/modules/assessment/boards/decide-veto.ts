import type { Answer, Body } from "@dutyloop/contract/endpoints.ts";
import { nameOfPeriod } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { markDirty } from "../../../platform/facts/post-facts.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { monthsOf, namedPeriod } from "../periods/named-period.ts";
import { loadSheetToDecide, publishedRefusal, type SheetToDecide } from "./sheet-to-decide.ts";

type Input = Body<"decideVeto"> & { organizationId: string };

/** A person confirms a 一票否决 whose facts stand, or dismisses it, once for each version of the period and before it closes. */
export const decideVeto: UseCase<Input, SheetToDecide, SheetToDecide, Answer<"decideVeto">> = {
  name: "assessment.decide_veto",
  access: "board.prepare",
  postsIn: ({ period }) => monthsOf(namedPeriod(period)),
  load: (transaction, input, context) => loadSheetToDecide(transaction, context, input),
  place: ({ path }) => path,
  decide(state, input) {
    if (state.standing.state === "closed")
      return refuse("veto.period_closed", { period: nameOfPeriod(state.standing) });
    const veto = state.vetoes.find(({ code }) => code === input.veto);
    if (!veto) return refuse("veto.not_triggered", {}, "veto");
    if (state.decidedVetoes.has(input.veto)) return refuse("veto.already_decided", {}, "veto");
    return publishedRefusal(state) ?? state;
  },
  save(saving, { standing }, { actor, now }, input) {
    saving.insert("veto_decision", {
      tenant_id: actor.tenantId,
      organization_id: input.organizationId,
      scheme_code: input.scheme,
      period_from: standing.from,
      period_version: standing.version,
      veto_code: input.veto,
      confirmed: input.confirmed,
      reason: input.reason,
      decided_at: now,
      decided_by: actor.accountId,
    });
    markDirty(saving, { actor, now }, [{ organizationId: input.organizationId, countsOn: standing.from }]);
  },
  audit: ({ standing }, input) => ({
    object: `veto ${input.veto} of ${input.organizationId} in ${nameOfPeriod(standing)} version ${standing.version}`,
    after: { ...input },
  }),
  answer: ({ standing }, { organizationId, scheme, period, veto }) => ({
    organizationId,
    scheme,
    period,
    version: standing.version,
    veto,
  }),
};
