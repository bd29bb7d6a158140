import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { decidePublication, type FrozenRow, suggestionFor } from "@dutyloop/domain/assessment/boards/board-rules.ts";
import type { SchemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { nameOfPeriod } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { isRefusal } from "@dutyloop/domain/kernel/refusal.ts";
import { placeInScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import type { Candidate } from "./board-candidates.ts";
import { draftOfBoard } from "./draft-of-board.ts";
import { type LoadedPublication, loadPublication } from "./load-publication.ts";
import { namedProportions } from "./named-proportions.ts";

type Draft = Answer<"getBoardDraft">;

/** A board as it would be frozen today, what people still have to decide, and what keeps it from being published. */
export async function getBoardDraft(request: ReadRequest<"getBoardDraft">): Promise<Draft> {
  const { database, tenantId, scope, params, query, today } = request;
  await placeInScope(database, tenantId, scope, params.organizationId);
  const loaded = await loadPublication(database, tenantId, { ...query, ...params }, today);
  const { standing, candidates, publication } = loaded;
  const { scheme } = loaded.definitions;
  const draft = draftOfBoard(publication) ?? { rows: [], proportions: [] };
  const byId = new Map(candidates.map((candidate) => [candidate.organizationId, candidate]));
  const after = Number(query.after ?? 0);
  const rows = draft.rows.filter(({ position }) => position > after);
  const shown = rows.slice(0, query.limit);
  return {
    period: nameOfPeriod(standing),
    state: standing.state,
    version: standing.version,
    publicityTo: standing.publicityTo,
    scheme: { code: scheme.code, version: scheme.version, name: scheme.name },
    ...publishedAndObstacle(loaded),
    organizations: draft.rows.length,
    ranked: draft.rows.filter(({ rank }) => rank !== null).length,
    proportions: namedProportions(scheme, draft),
    vetoes: candidates.flatMap((candidate) => vetoesOf(scheme, candidate)),
    items: shown.map((row) => itemOf(scheme, row, byId.get(row.organizationId) as Candidate)),
    next: rows.length > query.limit ? String(shown.at(-1)?.position) : null,
  };
}

function publishedAndObstacle({
  board,
  publication,
  candidates,
}: LoadedPublication): Pick<Draft, "published" | "obstacle"> {
  const published = board && { ...board, publishedAt: board.publishedAt.toISOString() };
  if (candidates.length === 0) return { published, obstacle: { code: "board.nobody_on_it", values: {} } };
  const decision = decidePublication(publication);
  return { published, obstacle: isRefusal(decision) ? { code: decision.code, values: decision.values } : null };
}

function vetoesOf({ vetoes }: SchemeBody, candidate: Candidate): Draft["vetoes"] {
  return candidate.vetoes.map(({ code, count, decision }) => ({
    organizationId: candidate.organizationId,
    organizationName: candidate.name,
    veto: code,
    name: vetoes.find((veto) => veto.code === code)?.name ?? { zh: code, en: code },
    facts: count,
    decision,
  }));
}

function itemOf(scheme: SchemeBody, row: FrozenRow, candidate: Candidate): Draft["items"][number] {
  const { organizationId, name, position, rank, rankBefore, total, totalBefore, coverage, suggestedGrade } = row;
  return {
    organizationId,
    organizationName: name,
    position,
    rank,
    rankBefore,
    total,
    totalBefore,
    coverage,
    suggestedGrade,
    cappedBy: suggestionFor(scheme, candidate).cappedBy,
    grade: row.grade,
    gradeReason: row.gradeReason,
  };
}
