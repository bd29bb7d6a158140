import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { decideAnswer } from "@dutyloop/domain/assessment/boards/dispute-rules.ts";
import type { SheetFigures } from "@dutyloop/domain/assessment/scoring/sheet-figures.ts";
import { covers } from "@dutyloop/domain/identity/access-policy.ts";
import { isRefusal } from "@dutyloop/domain/kernel/refusal.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { notFound, Refused } from "../../../platform/ritual/refused.ts";
import type { Definitions } from "../definitions.ts";
import { entriesRefusal } from "./entry-checks.ts";
import { pendingRefusal } from "./newly-pending.ts";
import { answerTo, loadCase, strayRefusal } from "./open-case.ts";
import { noEntries, replay } from "./replay.ts";

type Preview = Answer<"previewDispute">;

/** What upholding a dispute would make of the sheet: scored again on the same data with the correction, nothing saved. */
export async function previewDispute(request: ReadRequest<"previewDispute">): Promise<Preview> {
  const { database, tenantId, scope, params, body, now, today, caller } = request;
  const answeredBy = caller.actor.accountId;
  const found = await loadCase(database, tenantId, params.disputeId, body, { answeredBy, now, today, lock: false });
  if (!covers(scope, found.path)) throw notFound();
  const answer = answerTo(found, "upheld", "", body);
  const decision = strayRefusal(found, body) ?? decideAnswer(answer, found.circumstances);
  if (isRefusal(decision)) throw new Refused(decision);
  const refusal = entriesRefusal(decision.facts, found.frame, today) ?? pendingRefusal(found.sheets, decision, now);
  if (refusal) throw new Refused(refusal);
  const { definitions } = found.data;
  return {
    before: figuresOf(definitions, replay(found.data, noEntries, now)),
    after: figuresOf(definitions, replay(found.data, decision, now)),
  };
}

function figuresOf({ frames }: Definitions, { total, coverage, lines }: SheetFigures): Preview["before"] {
  return {
    total,
    coverage,
    lines: frames.map(({ code, name, fullMarks }, index) => ({
      code,
      name,
      fullMarks,
      state: lines[index]?.state ?? "pending",
      points: lines[index]?.points ?? null,
    })),
  };
}
