import type { Answer, ParsedBody } from "@dutyloop/contract/endpoints.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { isRefusal } from "@dutyloop/domain/kernel/refusal.ts";
import { doneOn } from "@dutyloop/domain/organization/development/case-facts.ts";
import { decideDeferral } from "@dutyloop/domain/organization/development/deferral-rules.ts";
import { extensionRefusal, probationEnd } from "@dutyloop/domain/organization/development/probation-rules.ts";
import { refuseBy } from "@dutyloop/domain/organization/finding.ts";
import { v7 as uuidv7 } from "uuid";
import type { Saving } from "../../../platform/ritual/saving.ts";
import type { Context, UseCase } from "../../../platform/ritual/use-case.ts";
import { type ActRow, type CaseRows, caseOf, transferredInOn } from "./case-rows.ts";
import { heldCase } from "./step-facts.ts";
import { approverOf, type Superior, superiorsOf } from "./superior.ts";

type Assessment = { readonly personId: string; readonly on: PlainDate };
type Entered = { readonly entryId: string };

/** Enters the half-yearly assessment of an activist (DEV-T3). */
export const addAssessment: UseCase<Assessment, CaseRows, Entered, Answer<"addAssessment">> = {
  name: "development.add_assessment",
  access: "development.manage",
  load: (transaction, { personId }, context) => heldCase(transaction, personId, context),
  place: ({ path }) => path,
  decide(found, { on }, { today }) {
    if (on > today) return refuseBy("DEV-C3", "development.date_in_future", { step: 6, on, today }, "on");
    const namedOn = doneOn(caseOf(found), 3);
    if (namedOn === null || on < namedOn) return refuseBy("DEV-T3", "development.not_named", {}, "on");
    if (found.acts.some((act) => act.kind === "assessment" && act.on === on)) {
      return refuseBy("DEV-T3", "development.assessed_that_day", { on }, "on");
    }
    return { entryId: uuidv7() };
  },
  save(saving, { entryId }, context, { on }, found) {
    addAct(saving, context, found, { id: entryId, kind: "assessment", on, months: null });
  },
  audit: ({ entryId }) => ({ object: `development_act ${entryId}` }),
  answer: ({ entryId }) => ({ entryId }),
};

type Extension = ParsedBody<"extendProbation"> & { readonly personId: string };
type State = { readonly found: CaseRows; readonly superiors: readonly Superior[] };
type Extended = Answer<"extendProbation">;

/** Extends probation once, by six to twelve months, after the branch meeting and the committee (DEV-T8, DEV-C2). */
export const extendProbation: UseCase<Extension, State, Extended, Extended> = {
  name: "development.extend_probation",
  access: "development.manage",
  async load(transaction, { personId }, context) {
    const found = await heldCase(transaction, personId, context);
    const superiors = await superiorsOf(transaction, context.actor.tenantId, found.path, context.today);
    return { found, superiors };
  },
  place: ({ found }) => found.path,
  decide({ found, superiors }, { on, months, resolved, approver: said }, { actor, today }) {
    const each = caseOf(found);
    const [admittedOn, approvedOn] = [doneOn(each, 15), doneOn(each, 17)];
    if (admittedOn === null || approvedOn === null || doneOn(each, 24) !== null) {
      return refuseBy("DEV-T8", "development.no_probation");
    }
    if (on > today) return refuseBy("DEV-C3", "development.date_in_future", { step: 23, on, today }, "on");
    if (on < approvedOn) {
      const values = { step: 23, on, previous: 17, previousOn: approvedOn };
      return refuseBy("DEV-C3", "development.before_previous_step", values, "on");
    }
    const approver = approverOf(superiors, said, actor, today);
    const refusal = extensionRefusal({
      months,
      extendedBefore: each.extensionMonths !== null,
      resolved,
      approver: isRefusal(approver) ? null : approver,
    });
    if (refusal?.code === "development.extension_without_approval" && isRefusal(approver)) return approver;
    return refusal ?? { entryId: uuidv7(), probationEndsOn: probationEnd(admittedOn, months) };
  },
  save(saving, { entryId }, context, { on, months }, { found }) {
    addAct(saving, context, found, { id: entryId, kind: "extension", on, months });
  },
  audit: ({ entryId }) => ({ object: `development_act ${entryId}` }),
  answer: (extended) => extended,
};

type Deferring = ParsedBody<"deferDiscussion"> & { readonly personId: string };
type Deferred = Answer<"deferDiscussion">;

/** Puts off the discussion of a probationary member who was transferred in, once, by six months at most (MEM-11). */
export const deferDiscussion: UseCase<Deferring, CaseRows, Deferred, Deferred> = {
  name: "development.defer_discussion",
  access: "development.manage",
  load: (transaction, { personId }, context) => heldCase(transaction, personId, context),
  place: ({ path }) => path,
  decide(found, { on, months }, { today }) {
    const each = caseOf(found);
    const until = decideDeferral(each, { on, months, transferredInOn: transferredInOn(found, each) }, today);
    return isRefusal(until) ? until : { entryId: uuidv7(), until };
  },
  save(saving, { entryId }, context, { on, months }, found) {
    addAct(saving, context, found, { id: entryId, kind: "deferral", on, months });
  },
  audit: ({ entryId }) => ({ object: `development_act ${entryId}` }),
  answer: (deferred) => deferred,
};

function addAct(saving: Saving, { actor, now }: Context, { personId, organizationId }: CaseRows, act: ActRow): void {
  saving.insert("development_act", {
    tenant_id: actor.tenantId,
    id: act.id,
    person_id: personId,
    organization_id: organizationId,
    kind: act.kind,
    done_on: act.on,
    months: act.months,
    recorded_by: actor.accountId,
    recorded_at: now,
  });
}
