import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { decidePublication, type FrozenBoard } from "@dutyloop/domain/assessment/boards/board-rules.ts";
import { nameOfPeriod } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { isRefusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { v7 as uuidv7 } from "uuid";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { monthsOf, namedPeriod } from "../periods/named-period.ts";
import { placeToTouch } from "../periods/place-to-touch.ts";
import { scoreNow } from "../periods/score-now.ts";
import { type BoardRequest, type LoadedPublication, loadPublication } from "./load-publication.ts";
import { namedProportions } from "./named-proportions.ts";

type Decision = FrozenBoard & { readonly boardId: string; readonly publishedAt: Date };

/**
 * Publishes the board of one class (发布): names, ranks, totals, changes and grades are frozen. What waits for its score is
 * scored first, so that the board shows what the entries say.
 */
export const publishBoard: UseCase<BoardRequest, LoadedPublication, Decision, Answer<"publishBoard">> = {
  name: "assessment.publish_board",
  access: "board.publish",
  closes: ({ period }) => monthsOf(namedPeriod(period)),
  async load(transaction, request, context) {
    const { today, now } = context;
    const { tenantId } = context.actor;
    await placeToTouch(transaction, context, "board.publish", request.organizationId);
    await scoreNow(transaction, tenantId, namedPeriod(request.period), now);
    return loadPublication(transaction, tenantId, request, today);
  },
  place: ({ path }) => path,
  decide({ publication, candidates }, _request, { now }) {
    if (candidates.length === 0) return refuse("board.nobody_on_it", {}, "class");
    const frozen = decidePublication(publication);
    return isRefusal(frozen) ? frozen : { ...frozen, boardId: uuidv7(), publishedAt: now };
  },
  save(saving, { boardId, rows, proportions }, { actor, now }, request, { standing, definitions }) {
    const tenant_id = actor.tenantId;
    saving.insert("board", {
      tenant_id,
      id: boardId,
      organization_id: request.organizationId,
      scheme_code: request.scheme,
      scheme_version: definitions.scheme.version,
      span: standing.span,
      period_from: standing.from,
      period_version: standing.version,
      class: request.class,
      proportions,
      published_at: now,
      published_by: actor.accountId,
    });
    saving.insert(
      "board_row",
      ...rows.map((row) => ({
        tenant_id,
        board_id: boardId,
        organization_id: row.organizationId,
        position: row.position,
        name: row.name,
        rank: row.rank,
        total: row.total,
        coverage: row.coverage,
        rank_before: row.rankBefore,
        total_before: row.totalBefore,
        suggested_grade: row.suggestedGrade,
        grade: row.grade,
        grade_reason: row.gradeReason,
      })),
    );
  },
  audit: ({ boardId, rows }, request, { standing }) => ({
    object: `board ${boardId} of ${nameOfPeriod(standing)} version ${standing.version}`,
    after: { ...request, rows: rows.length },
  }),
  answer: ({ boardId, publishedAt, ...frozen }, _request, { standing, definitions }) => ({
    boardId,
    period: nameOfPeriod(standing),
    version: standing.version,
    publishedAt: publishedAt.toISOString(),
    organizations: frozen.rows.length,
    ranked: frozen.rows.filter(({ rank }) => rank !== null).length,
    proportions: namedProportions(definitions.scheme, frozen),
  }),
};
