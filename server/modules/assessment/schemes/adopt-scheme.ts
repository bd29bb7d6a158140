import { isWithin } from "@dutyloop/domain/assessment/definitions/definition-ownership.ts";
import { nameOfPeriod, periodOf } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import {
  addMonths,
  firstDayOf,
  type Month,
  monthOf,
  monthsFromTo,
  type PlainDate,
} from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { markConcerned } from "../../../platform/facts/tree-changed.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { versionInForce } from "../adoptions.ts";
import { type AdoptionState, adoptionState } from "./adoption-state.ts";

export type NewAdoption = { organizationId: string; code: string; version: number; periodFrom: PlainDate };
type Decision = { readonly changed: boolean };

/** Organisations that assess others. */
const assessingKinds = new Set(["PARTY_GROUP", "COMMITTEE", "OFFICE_COMMITTEE", "GENERAL_BRANCH"]);

/**
 * An organisation uses a version of a scheme for itself and all below, from a period on, unless a nearer one has its own
 * adoption (逐级考核). Below an organisation that uses the scheme only its version or an adaptation of that may be used;
 * periods that have ended their entries keep what they were scored by.
 */
export const adoptScheme: UseCase<NewAdoption, AdoptionState, Decision, { changed: boolean; organizations: number }> = {
  name: "assessment.adopt_scheme",
  access: "scheme.manage",
  postsIn: ({ periodFrom }, today) => adoptedMonths(monthOf(periodFrom), monthOf(today)),
  async load(transaction, input, { actor }) {
    const state = await adoptionState(transaction, actor.tenantId, input);
    if (!state) throw notFound();
    return state;
  },
  place: ({ path }) => path,
  decide(state, { code, version, periodFrom }) {
    const { scheme, path } = state;
    if (!scheme) return refuse("adoption.version_unknown", { code, version }, "version");
    if (!assessingKinds.has(state.kind)) return refuse("adoption.not_assessing", {}, "organizationId");
    const period = periodOf(scheme.cadence, periodFrom);
    if (period.from !== periodFrom) return refuse("adoption.not_a_period", { from: period.from }, "periodFrom");
    if (scheme.validFrom != null && firstDayOf(scheme.validFrom) > periodFrom)
      return refuse("adoption.version_too_new", { from: scheme.validFrom }, "periodFrom");
    const above = state.adoptions.filter((adoption) => adoption.path !== path);
    const inForceAbove = versionInForce(above, code, path, periodFrom);
    if (inForceAbove !== null && !isWithin(version, inForceAbove, state.versions))
      return refuse("adoption.not_within_above", { version: inForceAbove }, "version");
    const changed = state.standingVersion !== version;
    const [ended] = state.endedPeriods;
    if (changed && ended !== undefined) {
      const name = nameOfPeriod({ span: scheme.cadence, from: ended });
      return refuse("adoption.period_closed", { period: name }, "periodFrom");
    }
    return { changed };
  },
  async save(saving, { changed }, { actor, now, today }, input, { path }) {
    if (!changed) return;
    await saving.transaction
      .insertInto("scheme_adoption")
      .values({
        tenant_id: actor.tenantId,
        organization_id: input.organizationId,
        scheme_code: input.code,
        period_from: input.periodFrom,
        scheme_version: input.version,
        ends: false,
        adopted_at: now,
        adopted_by: actor.accountId,
      })
      .onConflict((conflict) =>
        conflict
          .columns(["tenant_id", "organization_id", "scheme_code", "period_from"])
          .doUpdateSet({ scheme_version: input.version, ends: false, adopted_at: now, adopted_by: actor.accountId }),
      )
      .execute();
    await markConcerned(saving.transaction, actor.tenantId, path, input.periodFrom, today, now);
  },
  audit: ({ changed }, { organizationId, code, version, periodFrom }, { standingVersion }) => ({
    object: `adoption of ${code} by organization ${organizationId}`,
    before: { version: standingVersion },
    after: { version, periodFrom, changed },
  }),
  answer: ({ changed }, _input, { organizations }) => ({ changed, organizations: changed ? organizations : 0 }),
};

/** As far back as anybody still closes a month. */
const mostMonths = 120;

/** The months whose sheets an adoption may change: none of them is closed while it looks which have ended. */
export function adoptedMonths(from: Month, today: Month): Month[] {
  if (from >= today) return [from];
  const earliest = addMonths(today, -mostMonths);
  return monthsFromTo(from > earliest ? from : earliest, today);
}
