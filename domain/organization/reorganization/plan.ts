import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { type KindLimits, kindLimits } from "../kinds/organization-facts.ts";
import { type Act, type PeriodStretch, sortedActs } from "./acts.ts";
import { changesBetween } from "./changes.ts";
import { dateRefusal } from "./date-refusals.ts";
import { type Effects, effectsOf } from "./effects.ts";
import {
  appointmentRefusals,
  currentOn,
  goalsOf,
  homesOn,
  memberRefusals,
  nextAppointments,
  nextMemberships,
} from "./next-people.ts";
import { byId, cut, endedIds, nextCoverages, nextOrganizations, nextPlaces } from "./next-tree.ts";
import type { Change, GroupState } from "./reorganization-rows.ts";
import { type Sameness, samenessOf, type UnitHead } from "./sameness-rules.ts";
import { type FindingAt, setupOfPlan } from "./setup-of-plan.ts";
import { laterChangeRefusals, letterRefusals, type Surroundings, surroundingRefusals } from "./surroundings.ts";
import { actRefusals, treeRefusals } from "./tree-refusals.ts";

export type ReorganizationInput = {
  /** First day of the new order; the old one ends the day before. */
  readonly effectiveOn: PlainDate;
  readonly acts: readonly Act[];
  readonly state: GroupState;
  readonly periods: readonly PeriodStretch[];
  /** Open duties that are to be waived, by the organisation or 党小组 that is left with them. */
  readonly openDuties: ReadonlyMap<string, number>;
  readonly surroundings?: Surroundings;
  readonly heads: readonly UnitHead[];
  /** Classes that a scheme in force assesses. */
  readonly assessedClasses: readonly string[];
  readonly limits?: KindLimits;
};

export type Plan = {
  readonly after: GroupState;
  /** What is to be written, and, inverted, what takes it back. */
  readonly changes: readonly Change[];
  readonly effects: Effects;
  readonly sameness: Sameness;
  readonly findings: readonly FindingAt[];
};
export type Planned = { readonly refusals: readonly Refusal[]; readonly plan: Plan | null };

/**
 * Plans a reorganisation as one act: the state after it, the rows that change and everything that follows, or all that
 * speaks against it, each refusal naming its act by number and its organisation. Paths are labels from the top.
 */
export function planReorganization(input: ReorganizationInput): Planned {
  const { effectiveOn, state } = input;
  const acts = sortedActs(input.acts);
  const before = byId(state);
  const wrongDate = dateRefusal(effectiveOn, input.periods);
  if (wrongDate !== null) return { refusals: [wrongDate], plan: null };
  const { surroundings } = input;
  const wrongActs = [
    ...(surroundings ? surroundingRefusals(input.acts, acts, surroundings) : []),
    ...laterChangeRefusals(state, effectiveOn),
    ...actRefusals(acts, before, effectiveOn),
  ];
  if (wrongActs.length > 0) return { refusals: wrongActs, plan: null };
  const ended = endedIds(acts, state.organizations);
  const after = nextOrganizations(acts, state.organizations, ended, effectiveOn);
  const wrongTree = treeRefusals(acts, after, effectiveOn);
  if (wrongTree.length > 0) return { refusals: wrongTree, plan: null };

  const goals = goalsOf(acts, currentOn(state.memberships, effectiveOn), after);
  const memberships = nextMemberships(state.memberships, goals, after, effectiveOn);
  const homes = {
    before: homesOn(before, state.memberships, effectiveOn),
    after: homesOn(after, memberships, effectiveOn),
  };
  const setup = setupOfPlan({
    acts,
    after,
    memberships: { before: state.memberships, after: memberships },
    effectiveOn,
    limits: input.limits ?? kindLimits,
  });
  const refusals = [
    ...memberRefusals(acts, state.memberships, memberships, goals, after, effectiveOn),
    ...letterRefusals(surroundings?.letters ?? [], goals, after, before),
    ...appointmentRefusals(acts, homes.after),
    ...setup.refusals,
  ];
  if (refusals.length > 0) return { refusals, plan: null };

  const next: GroupState = {
    organizations: [...after.values()],
    places: nextPlaces(acts, state.places, after, ended, effectiveOn),
    coverages: nextCoverages(acts, state.coverages, ended, effectiveOn),
    memberships,
    appointments: nextAppointments(acts, state.appointments, homes, effectiveOn),
    grants: cut(state.grants, ({ organizationId }) => ended.has(organizationId), effectiveOn),
  };
  const changes = changesBetween(state, next);
  const created = acts.created.map(({ organization }) => organization);
  return {
    refusals: [],
    plan: {
      after: next,
      changes,
      effects: effectsOf({ acts, state, after, changes, openDuties: input.openDuties, effectiveOn }),
      sameness: samenessOf(created, currentOn(next.appointments, effectiveOn), input.heads, input.assessedClasses),
      findings: setup.findings,
    },
  };
}
