import type { Answer, Body } from "@dutyloop/contract/endpoints.ts";
import { suggestionFor } from "@dutyloop/domain/assessment/boards/board-rules.ts";
import { decideGrade as checkGrade, type DecidedGrade } from "@dutyloop/domain/assessment/boards/grade-rules.ts";
import { nameOfPeriod } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { isRefusal } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { monthsOf, namedPeriod } from "../periods/named-period.ts";
import { loadSheetToDecide, publishedRefusal, type SheetToDecide } from "./sheet-to-decide.ts";

type Input = Body<"decideGrade"> & { organizationId: string };
type Decision = DecidedGrade & Pick<SheetToDecide, "standing">;

/** A person decides the grade that a board will show; as long as it isn't published he may think better of it. */
export const decideGrade: UseCase<Input, SheetToDecide, Decision, Answer<"decideGrade">> = {
  name: "assessment.decide_grade",
  access: "board.prepare",
  postsIn: ({ period }) => monthsOf(namedPeriod(period)),
  load: (transaction, input, context) => loadSheetToDecide(transaction, context, input),
  place: ({ path }) => path,
  decide(state, { grade, reason }) {
    const suggested = suggestionFor(state.scheme, state);
    const decided = publishedRefusal(state) ?? checkGrade(state.scheme, suggested, { grade, reason }, state.name);
    return isRefusal(decided) ? decided : { ...decided, standing: state.standing };
  },
  save(saving, { grade, reason, standing }, { actor, now }, { organizationId, scheme }) {
    saving.change(sql`
      INSERT INTO grade_decision (tenant_id, organization_id, scheme_code, period_from, period_version, grade, reason, decided_at, decided_by)
      VALUES (${actor.tenantId}, ${organizationId}, ${scheme}, ${standing.from}::date, ${standing.version}::int, ${grade}, ${reason},
        ${now}::timestamptz, ${actor.accountId}::uuid)
      ON CONFLICT (tenant_id, organization_id, scheme_code, period_from, period_version) DO UPDATE
        SET grade = excluded.grade, reason = excluded.reason, decided_at = excluded.decided_at, decided_by = excluded.decided_by`);
  },
  audit: ({ standing }, input) => ({
    object: `grade of ${input.organizationId} in ${nameOfPeriod(standing)} version ${standing.version}`,
    after: { ...input },
  }),
  answer: ({ standing, grade }, { organizationId, scheme, period }) => ({
    organizationId,
    scheme,
    period,
    version: standing.version,
    grade,
  }),
};
