import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { nameOfPeriod, periodOf } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { monthOf, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { markConcerned } from "../../../platform/facts/tree-changed.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { type Adoption, versionInForce } from "../adoptions.ts";
import { adoptedMonths } from "./adopt-scheme.ts";
import { type AdoptionState, adoptionState } from "./adoption-state.ts";

type Input = { readonly organizationId: string; readonly code: string; readonly periodFrom: PlainDate };
type Decision = { readonly ended: Adoption; readonly next: number | null };

/**
 * From a period on an organisation has no adoption of its own any more: for it and all below what is adopted above holds
 * again, or nothing, and then their sheets of these periods go. Periods that have ended their entries keep what they were
 * scored by, and a newer decision is not stepped over.
 */
export const endAdoption: UseCase<Input, AdoptionState, Decision, Answer<"endAdoption">> = {
  name: "assessment.end_adoption",
  access: "scheme.manage",
  postsIn: ({ periodFrom }, today) => adoptedMonths(monthOf(periodFrom), monthOf(today)),
  async load(transaction, input, { actor }) {
    const state = await adoptionState(transaction, actor.tenantId, { ...input, version: null });
    if (!state) throw notFound();
    return state;
  },
  place: ({ path }) => path,
  decide({ own, scheme, path, adoptions, endedPeriods }, { code, periodFrom }) {
    const ended = own.findLast((adoption) => adoption.periodFrom <= periodFrom);
    if (!ended || ended.ends || !scheme) return refuse("adoption.none_here", { code, from: periodFrom }, "periodFrom");
    const newer = own.find((adoption) => adoption.periodFrom > periodFrom && !adoption.ends);
    if (newer) return refuse("adoption.newer_adopted", { from: newer.periodFrom }, "periodFrom");
    const period = periodOf(scheme.cadence, periodFrom);
    if (period.from !== periodFrom) return refuse("adoption.not_a_period", { from: period.from }, "periodFrom");
    const [closed] = endedPeriods;
    if (closed !== undefined) {
      const name = nameOfPeriod({ span: scheme.cadence, from: closed });
      return refuse("adoption.period_closed", { period: name }, "periodFrom");
    }
    const above = adoptions.filter((adoption) => adoption.path !== path);
    return { ended, next: versionInForce(above, code, path, periodFrom) };
  },
  async save(saving, { ended }, { actor, now, today }, { organizationId, code, periodFrom }, { path }) {
    const decided = { scheme_version: ended.version, ends: true, adopted_at: now, adopted_by: actor.accountId };
    const key = {
      tenant_id: actor.tenantId,
      organization_id: organizationId,
      scheme_code: code,
      period_from: periodFrom,
    };
    await saving.transaction
      .insertInto("scheme_adoption")
      .values({ ...key, ...decided })
      .onConflict((conflict) =>
        conflict.columns(["tenant_id", "organization_id", "scheme_code", "period_from"]).doUpdateSet(decided),
      )
      .execute();
    await markConcerned(saving.transaction, actor.tenantId, path, periodFrom, today, now);
  },
  audit: ({ ended, next }, { organizationId, code, periodFrom }) => ({
    object: `adoption of ${code} by organization ${organizationId}`,
    before: { version: ended.version },
    after: { ended: periodFrom, version: next },
  }),
  answer: ({ next }) => ({ version: next }),
};
