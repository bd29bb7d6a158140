import { createHash } from "node:crypto";
import { type CanonicalValue, canonicalJson } from "@dutyloop/domain/kernel/canonical-json.ts";
import { addDays, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { type SortedActs, sortedActs } from "@dutyloop/domain/organization/reorganization/acts.ts";
import { byId, endedIds } from "@dutyloop/domain/organization/reorganization/next-tree.ts";
import { type Plan, planReorganization } from "@dutyloop/domain/organization/reorganization/plan.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import { type ComingDuties, countWaivableDuties, dutiesOfNew, type Leaving } from "../duties/index.ts";
import { lastAdministratorsOf } from "../organization/index.ts";
import { type AskedPlan, numberedActs, renumbered } from "./asked-acts.ts";
import { groupStateOf, type LoadedState } from "./group-state.ts";
import { newlyOwing } from "./newly-owing.ts";
import { type StoredEffects, storedEffects } from "./stored-effects.ts";
import {
  assessedClasses,
  coverableUnits,
  headsOf,
  lettersOnTheirWay,
  shutPeriods,
  takenElsewhere,
} from "./surroundings.ts";

/** A plan that can be applied, with all that is written and shown. */
export type Applicable = {
  readonly plan: Plan;
  readonly loaded: LoadedState;
  readonly ended: readonly string[];
  readonly leaving: Leaving;
  readonly duties: ComingDuties;
  readonly effects: StoredEffects;
  readonly digest: string;
};
/** What can be applied, or everything that speaks against it. */
export type Planned = Applicable | { readonly refusals: readonly [Refusal, ...Refusal[]] };

/**
 * Plans a re-organisation below an organisation from what is stored. The same plan on the same state has the same digest,
 * whatever the labels of its new organisations.
 */
export async function planFor(
  database: ReadDatabase,
  tenantId: number,
  topPath: string,
  asked: AskedPlan,
  { firstLabel, today }: { readonly firstLabel: number; readonly today: PlainDate },
): Promise<Planned> {
  const { effectiveOn } = asked;
  const { acts, numbers } = numberedActs(asked.acts, firstLabel);
  const where = { database, tenantId, topPath };
  const loaded = await groupStateOf(database, tenantId, topPath, effectiveOn);
  const sorted = sortedActs(acts);
  const ended = [...endedIds(sorted, loaded.state.organizations)];
  const kinds = byId(loaded.state);
  const movedGroups = sorted.moved
    .filter(({ id, parentId }) => kinds.get(id)?.kind === "GROUP" && kinds.get(id)?.parentId !== parentId)
    .map(({ id }) => id);
  const leaving: Leaving = {
    lastDay: addDays(effectiveOn, -1),
    organizations: ended,
    subjects: [...ended, ...movedGroups],
  };
  const { refusals, plan } = planReorganization({
    effectiveOn,
    acts,
    state: loaded.state,
    periods: await shutPeriods(database, tenantId),
    openDuties: await countWaivableDuties(database, tenantId, leaving),
    heads: await headsOf(where, acts, effectiveOn),
    assessedClasses: await assessedClasses(where, acts, effectiveOn),
    surroundings: {
      above: loaded.above,
      taken: await takenElsewhere(where, acts),
      units: await coverableUnits(where, effectiveOn),
      letters: await lettersOnTheirWay(where),
    },
  });
  const left = await administratorsLeft(where, sorted, ended, [effectiveOn, today]);
  const [first, ...others] = [...refusals, ...left].map((refusal) => renumbered(refusal, numbers));
  if (first) return { refusals: [first, ...others] };
  if (plan === null) throw new Error("A plan that nothing speaks against is there");
  const { owing, begun } = newlyOwing(plan, sorted, movedGroups, effectiveOn);
  const duties = await dutiesOfNew(database, tenantId, owing, begun, effectiveOn);
  const terms = await countTerms(database, tenantId, ended);
  const dutiesIssued = duties.issued.length + duties.known.length;
  const effects = storedEffects(plan, { effectiveOn, dutiesIssued, termsEnded: terms });
  const { acts: askedActs, name, decision } = asked;
  const digest = createHash("sha256")
    .update(canonicalJson({ acts: askedActs, name, decision, effectiveOn, effects } as unknown as CanonicalValue))
    .digest("hex");
  return { plan, loaded, ended, leaving, duties, effects, digest };
}

/** The group always has administrators of each kind: where the last ones would go, the act that ends them is refused. */
async function administratorsLeft(
  { database, tenantId }: { readonly database: ReadDatabase; readonly tenantId: number },
  acts: SortedActs,
  ended: readonly string[],
  days: readonly [PlainDate, PlainDate],
): Promise<Refusal[]> {
  const last = await lastAdministratorsOf(database, tenantId, ended, days);
  if (last === null) return [];
  const { role, organizationId } = last;
  const act = acts.revoked.find(({ id }) => id === organizationId) ?? acts.revoked[0];
  return [refuse("reorganization.last_administrator", { act: act?.act ?? 1, organization: organizationId, role })];
}

async function countTerms(database: ReadDatabase, tenantId: number, ended: readonly string[]): Promise<number> {
  const { rows } = await sql<{ terms: number }>`SELECT count(*)::int AS terms FROM term_of_office
    WHERE tenant_id = ${tenantId} AND organization_id = ANY(${[...ended]}::uuid[]) AND ended_on IS NULL`.execute(
    database,
  );
  return rows[0]?.terms ?? 0;
}
