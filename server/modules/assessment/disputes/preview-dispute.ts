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
import { type Replayed, replayAround } from "./replay-around.ts";

type Preview = Answer<"previewDispute">;

/**
 * What upholding a dispute would make of the sheet, and of the sheets above that add it up: scored again on the same data
 * with the correction, nothing saved.
 */
export async function previewDispute(request: ReadRequest<"previewDispute">): Promise<Preview> {
  const { database, tenantId, scope, params, body, now, today, caller } = request;
  const answeredBy = caller.actor.accountId;
  const found = await loadCase(database, tenantId, params.disputeId, body, { answeredBy, now, today, lock: false });
  if (!covers(scope, found.path)) throw notFound();
  const answer = answerTo(found, "upheld", "", body);
  const decision = strayRefusal(found, body) ?? decideAnswer(answer, found.circumstances);
  if (isRefusal(decision)) throw new Refused(decision);
  const booking = { frame: found.frame, sheets: found.own.sheets };
  const replayed = replayAround(found.own, found.above, decision, now);
  const ofOwn = replayed.filter(({ of }) => of === found.own);
  const refusal = entriesRefusal(decision, booking, today) ?? pendingRefusal(ofOwn);
  if (refusal) throw new Refused(refusal);
  const { definitions } = found.data;
  return {
    before: figuresOf(definitions, replay(found.data, noEntries, now)),
    after: figuresOf(definitions, replay(found.data, decision, now)),
    above: replayed.filter(({ of }) => of !== found.own).map((one) => aboveOf(one, covers(scope, one.of.path))),
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

/** A sheet above that changes, with the lines that do; its organisation is named to whom it is in reach. */
function aboveOf({ of, definitions, before, after }: Replayed, inReach: boolean): Preview["above"][number] {
  const { scheme, frames } = definitions;
  return {
    organizationId: of.organizationId,
    organizationName: inReach ? of.name : null,
    scheme: { code: scheme.code, version: scheme.version, name: scheme.name },
    totalBefore: before.total,
    totalAfter: after.total,
    lines: frames.flatMap(({ code, name }, index) => {
      const [was, is] = [before.lines[index], after.lines[index]];
      if (!was || !is || (was.state === is.state && was.points === is.points)) return [];
      return [{ code, name, stateBefore: was.state, before: was.points, state: is.state, after: is.points }];
    }),
  };
}
