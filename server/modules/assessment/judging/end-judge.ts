import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { type JudgeKey, judgesHere, type NamedJudge } from "./judge-rows.ts";

type Ending = JudgeKey & { lastDay: PlainDate };
type State = { readonly path: string; readonly judges: readonly NamedJudge[] };

/** Ends somebody's time as a judge; what he gave until then stands. */
export const endJudge: UseCase<Ending, State, NamedJudge, Record<string, never>> = {
  name: "assessment.end_judge",
  access: "scheme.manage",
  load: (transaction, input, { actor }) => judgesHere(transaction, actor.tenantId, input),
  place: ({ path }) => path,
  decide({ judges }, { lastDay }) {
    const standing = judges.find(({ validTo }) => validTo === null || validTo > lastDay);
    if (!standing) return refuse("judge.not_named", {}, "accountId");
    return standing.validFrom > lastDay
      ? refuse("judge.end_before_start", { from: standing.validFrom }, "lastDay")
      : standing;
  },
  save: (saving, { id }, { actor }, { lastDay }) =>
    saving.change(sql`UPDATE judge SET valid_to = ${lastDay}::date WHERE tenant_id = ${actor.tenantId} AND id = ${id}`),
  audit: ({ id, validTo }, { lastDay }) => ({
    object: `judge ${id}`,
    before: { validTo },
    after: { validTo: lastDay },
  }),
  answer: () => ({}),
};
