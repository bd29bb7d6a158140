import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { boardStateOf } from "@dutyloop/domain/assessment/boards/board-rules.ts";
import type { SchemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import type { Period } from "@dutyloop/domain/assessment/period-things.ts";
import { nameOfPeriod, periodsWithin } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { covers } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { divide, format, parse, rational } from "@dutyloop/domain/kernel/rational.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { namedPeriod } from "../periods/named-period.ts";
import type { BoardClass } from "./board-classes.ts";
import { frozenGrades, liveGrades } from "./board-grades.ts";
import { type BoardHead, boardHead, type PublishedBoard } from "./board-head.ts";
import { periodsUpTo } from "./board-history.ts";
import { itemsOf } from "./board-items.ts";
import { type BoardPage, livePage } from "./board-page.ts";
import { frozenPage } from "./frozen-page.ts";
import { meanPage } from "./mean-page.ts";
import { type SchemeInView, schemeChoices, schemeRef } from "./scheme-in-view.ts";

type Board = Answer<"getBoard">;

/** A board of one class. */
export type BoardInView = {
  readonly head: BoardHead;
  readonly class: BoardClass;
  readonly current: PublishedBoard | null;
  readonly previous: PublishedBoard | null;
};

/** What a board needs of a request, so that the command line can ask for one as well. */
type BoardRequest = Pick<ReadRequest<"getBoard">, "database" | "tenantId" | "scope" | "params" | "query" | "today">;

/** The board of one class of an organisation's subtree in a period, page by page. */
export async function getBoard(request: BoardRequest): Promise<Board> {
  const { database, tenantId, scope, params, query, today } = request;
  const period = namedPeriod(query.period);
  const head = await boardHead(database, tenantId, params.organizationId, query.scheme, period, (path) =>
    covers(scope, path),
  );
  const { scheme, classes } = head;
  const board = boardOfClass(head, classInView(classes, query.class));
  const history = historyPeriods(scheme, period, today, query.history);
  const page = await pageOf(database, board, query, history);
  const [items, grades, schemes] = await Promise.all([
    itemsOf(database, board, page.rows, history),
    gradesOf(database, board),
    schemeChoices(database, tenantId, head.adoptions, head.key.path, period),
  ]);
  return {
    ...headOf(board, today),
    coverageThreshold: scheme.scheme.coverageThreshold,
    schemes,
    classes: classes.map((one) => ({ class: one.class, organizations: one.ranked + one.unranked })),
    grades,
    historyPeriods: history.map(nameOfPeriod),
    items,
    next: page.next,
  };
}

export function boardOfClass(head: BoardHead, boardClass: BoardClass): BoardInView {
  const boards = head.boards.filter((board) => board.class === boardClass.class);
  const isCurrent = ({ periodFrom }: PublishedBoard) => periodFrom === head.period.from;
  const current = boards.find(isCurrent) ?? null;
  const previous = boards.find((board) => !isCurrent(board)) ?? null;
  return { head, class: boardClass, current, previous };
}

/** What stands over a board. */
export function headOf(
  { head: { place, period, scheme }, class: shown, current, previous }: BoardInView,
  today: PlainDate,
) {
  const { publicityFrom, publicityTo } = period;
  return {
    organizationId: place.id,
    organizationName: place.name,
    period: nameOfPeriod(period),
    periodState: period.state,
    periodVersion: period.version,
    state: boardStateOf(period, current !== null, today),
    publicity: publicityFrom === null || publicityTo === null ? null : { from: publicityFrom, to: publicityTo },
    publishedAt: current && new Date(current.publishedAt).toISOString(),
    scheme: schemeRef(scheme),
    class: shown.class,
    organizations: shown.ranked + shown.unranked,
    ranked: shown.ranked,
    mean: meanOf(shown, scheme.scheme),
    previousBoard: previous && nameOfPeriod({ span: period.span, from: previous.periodFrom }),
  };
}

/** One page: frozen where it is published, else from the sheets, or from the means of the sheets. */
export function pageOf(
  database: ReadDatabase,
  { head: { key, scheme, period }, current, previous, class: shown }: BoardInView,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
  history: readonly Period[],
): Promise<BoardPage> {
  const [first = period, last = period] = [history[0], history.at(-1)];
  const adjustedOf = scheme.own ? period.from : null;
  const beside = { key, from: first.from, to: last.to, adjustedOf, previousId: previous?.id ?? null };
  const query = { class: shown.class, after, limit, beside };
  if (current !== null) return frozenPage(database, key, current.id, query);
  if (!scheme.own) return meanPage(database, key, scheme.scheme, period, query);
  return livePage(database, key, query, shown.ranked + shown.unranked);
}

function gradesOf(
  database: ReadDatabase,
  { head: { key, scheme }, current, class: shown }: BoardInView,
): Promise<Board["grades"]> {
  if (current !== null) return frozenGrades(database, key.tenantId, scheme, current.id, shown.ranked);
  return scheme.own ? liveGrades(database, key, scheme, shown.class, shown.ranked) : Promise.resolve([]);
}

/** Of a scheme's own period those up to it; of a longer one those it is made of that have begun. */
function historyPeriods({ own, scheme }: SchemeInView, period: Period, today: PlainDate, count: number): Period[] {
  return own ? periodsUpTo(period, count) : periodsWithin(scheme.cadence, period).filter(({ from }) => from <= today);
}

/** The class asked for, else the largest, so that the page opens where most organisations are. */
function classInView(classes: readonly BoardClass[], asked: string | undefined): BoardClass {
  const empty = { class: asked ?? "", ranked: 0, unranked: 0, totals: "0" };
  if (asked !== undefined) return classes.find((one) => one.class === asked) ?? empty;
  const size = (one: BoardClass) => one.ranked + one.unranked;
  return classes.reduce((largest, one) => (size(one) > size(largest) ? one : largest), classes[0] ?? empty);
}

/** Mean of the ranked totals, rounded once; null where nobody is ranked. */
function meanOf(
  { ranked, totals }: Pick<BoardClass, "ranked" | "totals">,
  { places }: Pick<SchemeBody, "places">,
): string | null {
  return ranked === 0 ? null : format(divide(parse(totals), rational(ranked)), places);
}
