import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { repeatRefusal } from "@dutyloop/domain/organization/development/entry-rules.ts";
import { exemptionRefusal } from "@dutyloop/domain/organization/development/step-refusals.ts";
import { refuseBy } from "@dutyloop/domain/organization/finding.ts";
import { v7 as uuidv7 } from "uuid";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { type CaseRows, caseOf } from "./case-rows.ts";
import { heldCase } from "./step-facts.ts";
import { addStep } from "./step-row.ts";
import { exemptionAuthorityRefusal, type Superior, superiorsOf } from "./superior.ts";

type Input = { readonly personId: string; readonly step: number; readonly on: PlainDate; readonly reason: string };
type State = { readonly found: CaseRows; readonly superiors: readonly Superior[] };
type Decision = { readonly entryId: string };

/** Lets a step be left out, with the reason; only for whoever acts for the committee that may approve. */
export const exemptStep: UseCase<Input, State, Decision, Answer<"exemptStep">> = {
  name: "development.exempt_step",
  access: "development.manage",
  async load(transaction, { personId }, context) {
    const found = await heldCase(transaction, personId, context);
    const superiors = await superiorsOf(transaction, context.actor.tenantId, found.path, context.today);
    return { found, superiors };
  },
  place: ({ found }) => found.path,
  decide({ found, superiors }, { step, on, reason }, { actor, today }) {
    if (on > today) return refuseBy("DEV-C3", "development.date_in_future", { step, on, today }, "on");
    return (
      exemptionRefusal({ step, reason, decidedBy: actor.accountId }) ??
      exemptionAuthorityRefusal(superiors, actor, today) ??
      repeatRefusal(caseOf(found), step) ?? { entryId: uuidv7() }
    );
  },
  save(saving, { entryId }, context, { personId, step, on, reason }, { found }) {
    const { organizationId } = found;
    return addStep(saving, context, {
      id: entryId,
      personId,
      organizationId,
      step,
      on,
      details: {},
      exemption: reason,
    });
  },
  audit: ({ entryId }) => ({ object: `development_step ${entryId}` }),
  answer: ({ entryId }) => ({ entryId }),
};
