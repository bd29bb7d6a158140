import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { withdrawalRefusal } from "@dutyloop/domain/organization/development/entry-rules.ts";
import { refuseBy } from "@dutyloop/domain/organization/finding.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { type ActRow, type CaseRows, caseOf, type StepRow } from "./case-rows.ts";
import { restoreState } from "./state-rows.ts";
import { heldCase } from "./step-facts.ts";
import { addMemberAct } from "./step-row.ts";
import { exemptionAuthorityRefusal, type Superior, superiorsOf } from "./superior.ts";

type Input = { readonly personId: string; readonly entryId: string; readonly reason: string };
type State = {
  readonly found: CaseRows;
  readonly superiors: readonly Superior[];
  readonly step: StepRow | null;
  readonly act: ActRow | null;
};

/** Takes back an entry that was wrong: the row stays with the reason, the step is open again, and so is the state. */
export const withdrawStep: UseCase<Input, State, State, Answer<"withdrawStep">> = {
  name: "development.withdraw_step",
  access: "development.manage",
  async load(transaction, { personId, entryId }, context) {
    const found = await heldCase(transaction, personId, context);
    const step = found.steps.find(({ id }) => id === entryId) ?? null;
    const act = found.acts.find(({ id }) => id === entryId) ?? null;
    const superiors = await superiorsOf(transaction, context.actor.tenantId, found.path, context.today);
    return { found, superiors, step, act };
  },
  place: ({ found }) => found.path,
  decide(state, _input, { actor, today }) {
    const { found, superiors, step, act } = state;
    if (step === null && act === null) return refuse("development.entry_unknown");
    // What the committee approved isn't for the branch to take back (DEV-C1).
    const approved = step === null ? act?.kind === "extension" : step.exemption !== null || step.details.approver;
    const unauthorised = approved ? exemptionAuthorityRefusal(superiors, actor, today) : null;
    if (unauthorised !== null) return unauthorised;
    if (step === null) return actRefusal(found, act) ?? state;
    // In its place stands the applicant's state, which is of the person and not of this entry.
    if (step.step === 1) return refuseBy("DEV-C3", "development.application_stays", { step: 1 }, "step");
    const later = withdrawalRefusal(caseOf(found), step.step);
    if (later !== null) return later;
    const { changed } = step.details;
    return changed && changed.to !== found.state
      ? refuseBy("DEV-C3", "development.state_changed_since", { step: step.step }, "step")
      : state;
  },
  async save(saving, { found, step }, context, { personId, entryId, reason }) {
    const table = sql.table(step === null ? "development_act" : "development_step");
    const { tenantId } = context.actor;
    saving.change(sql`UPDATE ${table} SET withdrawn = ${reason}
      WHERE tenant_id = ${tenantId} AND id = ${entryId}::uuid`);
    const changed = step?.details.changed;
    if (!changed) return;
    const { organizationId } = found;
    await restoreState(saving, context, { ...changed, personId, organizationId });
    addMemberAct(saving, context, {
      id: uuidv7(),
      personId,
      organizationId,
      from: changed.to,
      to: changed.from,
      rule: "DEV-C3",
      on: changed.startsOn,
      decidedBy: "BRANCH",
      papers: [],
      reason,
    });
    if (changed.to === "PROBATIONARY" || changed.to === "FULL") {
      const column = sql.ref(changed.to === "FULL" ? "standing_from" : "joined_on");
      saving.change(sql`UPDATE person SET ${column} = NULL
        WHERE tenant_id = ${tenantId} AND id = ${personId}::uuid`);
    }
  },
  audit: ({ step }, { entryId }) => ({ object: `development_${step === null ? "act" : "step"} ${entryId}` }),
  answer: ({ step }) => ({ state: (step?.details.changed?.from ?? null) as Answer<"withdrawStep">["state"] }),
};

/** Full membership counts from the end of the extended probation, and the discussion was held within the time put off. */
function actRefusal(found: CaseRows, act: ActRow | null) {
  if (act?.kind === "assessment" || !found.steps.some(({ step }) => step === 23)) return null;
  return refuseBy("DEV-C3", "development.later_step_taken", { step: 23, later: 23 }, "step");
}
