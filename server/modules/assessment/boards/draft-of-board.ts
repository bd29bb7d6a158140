import {
  decidePublication,
  type FrozenBoard,
  type Publication,
  suggestionFor,
} from "@dutyloop/domain/assessment/boards/board-rules.ts";
import { decideGrade } from "@dutyloop/domain/assessment/boards/grade-rules.ts";
import { isRefusal } from "@dutyloop/domain/kernel/refusal.ts";

type Candidate = Publication["candidates"][number];

/**
 * The board as it would be published if its 公示 were over, every dispute answered and no veto waited; null where there
 * can be none. A decided grade that no longer fits its sheet is left out: publishing says so.
 */
export function draftOfBoard(publication: Publication): FrozenBoard | null {
  const { period, candidates } = publication;
  const draft = decidePublication({
    ...publication,
    published: false,
    openDisputes: 0,
    period: { ...period, publicityFrom: period.from, publicityTo: "" },
    candidates: candidates.map((candidate) => ({
      ...candidate,
      vetoes: candidate.vetoes.filter(({ decision }) => decision === "confirmed"),
      decided: fits(publication, candidate) ? candidate.decided : null,
    })),
  });
  return isRefusal(draft) ? null : draft;
}

function fits({ scheme }: Publication, candidate: Candidate): boolean {
  const { decided, name } = candidate;
  return decided !== null && !isRefusal(decideGrade(scheme, suggestionFor(scheme, candidate), decided, name));
}
