import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { PeriodStanding } from "@dutyloop/domain/assessment/period-things.ts";
import { startPublicity as decideStart } from "@dutyloop/domain/assessment/periods/closing-rules.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { type EndingState, loadEnding } from "./closing-circumstances.ts";
import { saveEnded } from "./end-entries.ts";
import { monthsOf, namedPeriod } from "./named-period.ts";
import { answerOf, auditOf } from "./period-answer.ts";

/** Puts a period into 公示 for five workdays (EVA-12): its entries end and its structure is frozen. */
export const startPublicity: UseCase<{ period: string }, EndingState, PeriodStanding, Answer<"startPublicity">> = {
  name: "assessment.start_publicity",
  access: "period.manage",
  closes: ({ period }) => monthsOf(namedPeriod(period)),
  load: loadEnding,
  place: ({ path }) => path,
  decide: ({ standing, circumstances }, _input, { workCalendar }) => decideStart(standing, circumstances, workCalendar),
  async save(saving, after, context, _input, { standing }) {
    await saveEnded(saving, standing, after, context);
  },
  audit: (after, _input, { standing }) => auditOf(standing, after),
  answer: (after) => answerOf(after),
};
