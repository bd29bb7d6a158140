import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { PeriodStanding } from "@dutyloop/domain/assessment/period-things.ts";
import { decideClosing } from "@dutyloop/domain/assessment/periods/closing-rules.ts";
import { isRefusal } from "@dutyloop/domain/kernel/refusal.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { type EndingState, loadEnding } from "./closing-circumstances.ts";
import { saveEnded } from "./end-entries.ts";
import { monthsOf, namedPeriod } from "./named-period.ts";
import { answerOf, auditOf } from "./period-answer.ts";

type Closed = { readonly standing: PeriodStanding; organizations: number };

/**
 * Closes a period, from 公示 or directly from open (then its entries end with it). What arrives afterwards is an
 * adjustment; the sheets of this version stay as they are.
 */
export const closePeriod: UseCase<{ period: string }, EndingState, Closed, Answer<"closePeriod">> = {
  name: "assessment.close_period",
  access: "period.manage",
  closes: ({ period }) => monthsOf(namedPeriod(period)),
  load: loadEnding,
  place: ({ path }) => path,
  decide({ standing, circumstances }) {
    const after = decideClosing(standing, circumstances);
    return isRefusal(after) ? after : { standing: after, organizations: 0 };
  },
  async save(saving, closed, context, _input, { standing }) {
    closed.organizations = await saveEnded(saving, standing, closed.standing, context);
  },
  audit: (after, _input, { standing }) => auditOf(standing, after.standing),
  answer: ({ standing, organizations }) => ({ ...answerOf(standing), organizations }),
};
