import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { boardStateOf } from "@dutyloop/domain/assessment/boards/board-rules.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { placeInScope } from "../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { Refused } from "../../../platform/ritual/refused.ts";
import { namedPeriod } from "../periods/named-period.ts";
import { boardHead } from "./board-head.ts";
import { itemsOf } from "./board-items.ts";
import { type BoardInView, boardOfClass, headOf, pageOf } from "./board-view.ts";
import { earlierBoard } from "./earlier-board.ts";
import { assessorsOf } from "./score-ranks.ts";
import { storedScores } from "./stored-scores.ts";

/**
 * A board in 公示 or published, for the organisations that stand on it: name, rank, total and where they stood before,
 * and once it is published the grades; also of an earlier version of the period. Refused as `board.not_public` in a trial and to whoever isn't on it.
 */
export async function getPublishedBoard(
  request: ReadRequest<"getPublishedBoard">,
): Promise<Answer<"getPublishedBoard">> {
  const { database, tenantId, scope, params, query, today } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const board = await openBoard(database, tenantId, place.id, query, today);
  const page = await pageOf(database, board, query, [board.head.period]);
  const items = await itemsOf(database, board, page.rows, [board.head.period]);
  return {
    ...headOf(board, today),
    items: items.map(({ organizationId, organizationName, rank, before, total, coverage, grade }) => ({
      ...{ organizationId, organizationName, rank, before, total, coverage },
      grade: board.current === null ? null : grade,
    })),
    next: page.next,
  };
}

async function openBoard(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  query: ReadRequest<"getPublishedBoard">["query"],
  today: PlainDate,
): Promise<BoardInView> {
  const notPublic = new Refused(refuse("board.not_public"));
  const period = namedPeriod(query.period);
  const assessing = await boardHead(database, tenantId, query.assessorId, query.scheme, period, () => true).catch(
    (error: unknown) => {
      throw error instanceof Refused ? notPublic : error;
    },
  );
  const { period: standing, classes, scheme } = assessing;
  if (query.version !== undefined && query.version !== standing.version)
    return earlierBoard(database, assessing, organizationId, query);
  const sheets = await storedScores(database, tenantId, organizationId, query.scheme, [period.from]);
  const sheet = sheets.find(({ version, basis }) => version === standing.version && basis === "published");
  if (!scheme.own || sheet === undefined) throw notPublic;
  const assessors = await assessorsOf(database, tenantId, organizationId, query.scheme, standing, sheet);
  const assessor = assessors.find(({ id }) => id === query.assessorId);
  const shown = classes.find((one) => one.class === sheet.class);
  if (!assessor || !shown || boardStateOf(standing, assessor.published, today) === "trial") throw notPublic;
  return boardOfClass(assessing, shown);
}
