import type { Answer, ParsedBody } from "@dutyloop/contract/endpoints.ts";
import { isRefusal, type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { stepRule } from "@dutyloop/domain/organization/basis-things.ts";
import type { DevelopmentCase, Supporter, TakenStep } from "@dutyloop/domain/organization/development/case-facts.ts";
import { repeatRefusal } from "@dutyloop/domain/organization/development/entry-rules.ts";
import { papersRefusal } from "@dutyloop/domain/organization/development/papers-rule.ts";
import { standingDate } from "@dutyloop/domain/organization/development/probation-rules.ts";
import { type StateChangeOfStep, stateChangeOf } from "@dutyloop/domain/organization/development/state-steps.ts";
import { stepRefusal } from "@dutyloop/domain/organization/development/step-refusals.ts";
import { asksOf } from "@dutyloop/domain/organization/development-things.ts";
import { refuseBy } from "@dutyloop/domain/organization/finding.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Context, UseCase } from "../../../platform/ritual/use-case.ts";
import { type CaseRows, caseOf, type StepDetails, stateOfSteps } from "./case-rows.ts";
import { joinGroup, writeState } from "./state-rows.ts";
import { heldCase, isGroupOf, supportersOn } from "./step-facts.ts";
import { addMemberAct, addStep } from "./step-row.ts";
import { type Approver, approverOf, type Superior, superiorsOf } from "./superior.ts";

type Input = ParsedBody<"takeStep"> & { readonly personId: string; readonly step: number };
type State = {
  readonly found: CaseRows;
  readonly superiors: readonly Superior[];
  readonly supporters: Supporter[] | null;
  readonly groupFits: boolean;
};
type Decision = {
  readonly entryId: string;
  readonly details: StepDetails;
  readonly after: DevelopmentCase;
  readonly change: StateChangeOfStep | null;
};

/** Enters one of the 25 steps; one that names, admits or confirms somebody changes the state as well. */
export const takeStep: UseCase<Input, State, Decision, Answer<"takeStep">> = {
  name: "development.take_step",
  access: "development.manage",
  async load(transaction, { personId, step, on, supporters, groupId }, context) {
    const { tenantId } = context.actor;
    const found = await heldCase(transaction, personId, context);
    const asks = asksOf(step);
    return {
      found,
      superiors: await superiorsOf(transaction, tenantId, found.path, context.today),
      supporters: await supportersOn(transaction, context, asks.includes("supporters") ? supporters : [], on),
      groupFits:
        !asks.includes("group") ||
        groupId === null ||
        (await isGroupOf(transaction, tenantId, groupId, found.organizationId)),
    };
  },
  place: ({ found }) => found.path,
  decide(state, input, context) {
    const { found } = state;
    const asks = asksOf(input.step);
    const notice = asks.includes("notice") ? (input.notice ?? null) : null;
    const standing = caseOf(found);
    const each: DevelopmentCase = {
      ...standing,
      notice: asks.includes("notice") ? notice : standing.notice,
      specialApproval: asks.includes("special") ? input.special : standing.specialApproval,
    };
    const approver = asks.includes("approver")
      ? approverOf(state.superiors, input.approver, context.actor, context.today)
      : null;
    const attempt = attemptOf(input, context, state.supporters ?? [], isRefusal(approver) ? null : approver);
    const refusal = whyNot(each, attempt, state, approver, input, context);
    if (refusal !== null) return refusal;
    const change = stateChangeOf(each, attempt, { state: stateOfSteps(found.state), since: found.since });
    if (isRefusal(change)) return change;
    return {
      entryId: uuidv7(),
      details: detailsOf(input, attempt, approver as Approver | null, change),
      after: { ...each, taken: [...each.taken, attempt] },
      change,
    };
  },
  async save(saving, { entryId, details, after, change }, context, input, { found }) {
    const { personId, step, on } = input;
    const { organizationId } = found;
    await addStep(saving, context, { id: entryId, personId, organizationId, step, on, details, exemption: null });
    if (input.groupId !== null && asksOf(step).includes("group")) {
      await joinGroup(saving, context.actor.tenantId, { personId, organizationId, groupId: input.groupId, on });
    }
    if (change === null) return;
    await writeState(saving, context, { ...change, personId, organizationId });
    addMemberAct(saving, context, {
      id: uuidv7(),
      personId,
      organizationId,
      from: change.from,
      to: change.to,
      rule: change.rule,
      on: change.startsOn,
      decidedBy: details.approver?.kind ?? "BRANCH",
      papers: input.papers,
      reason: null,
    });
    if (change.to === "PROBATIONARY") {
      saving.change(sql`UPDATE person SET joined_on = ${change.startsOn}
        WHERE tenant_id = ${context.actor.tenantId} AND id = ${personId}::uuid`);
    }
    if (change.to === "FULL") {
      saving.change(sql`UPDATE person SET standing_from = ${standingDate(after)}
        WHERE tenant_id = ${context.actor.tenantId} AND id = ${personId}::uuid`);
    }
  },
  // Which step whom is on says who is an applicant: the audit names the entry only.
  audit: ({ entryId }) => ({ object: `development_step ${entryId}` }),
  answer: ({ entryId, change }) => ({
    entryId,
    state: (change?.to ?? null) as Answer<"takeStep">["state"],
  }),
};

/** Why the step can't be entered, in the order of the rules: its place and day first, then what it is entered with. */
function whyNot(
  each: DevelopmentCase,
  attempt: TakenStep,
  { supporters, groupFits }: State,
  approver: Approver | Refusal | null,
  { papers }: Input,
  { today, workCalendar }: Context,
): Refusal | null {
  const refused = stepRefusal(each, attempt, { today, calendar: workCalendar });
  if (refused?.code === "development.approver_missing" && isRefusal(approver)) return approver;
  if (refused?.code === "development.supporters_count" && supporters === null) {
    return refuseBy(stepRule(attempt.step), "development.supporter_unknown", { step: attempt.step }, "people");
  }
  if (refused !== null) return refused;
  if (!groupFits) return refuse("person.group_of_another_branch", {}, "groupId");
  return repeatRefusal(each, attempt.step) ?? papersRefusal(attempt.step, papers);
}

function attemptOf(
  { step, on, conclusion, training, files }: Input,
  { actor }: Context,
  people: readonly Supporter[],
  approver: Approver | null,
): TakenStep {
  const asks = asksOf(step);
  const concluded = asks.includes("conclusion") ? (conclusion ?? null) : null;
  return {
    step,
    on,
    conclusion: concluded,
    concludedBy: concluded === null ? null : actor.accountId,
    people,
    training: asks.includes("training") ? (training ?? null) : null,
    approver,
    files,
  };
}

/** What is kept: only what the step asks for. */
function detailsOf(
  { step, papers, notice, special }: Input,
  attempt: TakenStep,
  approver: Approver | null,
  change: StateChangeOfStep | null,
): StepDetails {
  const asks = asksOf(step);
  return {
    papers,
    ...(attempt.files.length > 0 ? { files: attempt.files } : {}),
    ...(attempt.conclusion === null ? {} : { conclusion: attempt.conclusion }),
    ...(attempt.people.length > 0 ? { people: attempt.people.map(({ personId }) => personId) } : {}),
    ...(attempt.training === null ? {} : { training: attempt.training }),
    ...(approver === null ? {} : { approver }),
    ...(asks.includes("notice") && notice ? { notice } : {}),
    ...(asks.includes("special") && special ? { special } : {}),
    ...(change === null ? {} : { changed: { from: change.from, to: change.to, startsOn: change.startsOn } }),
  };
}
