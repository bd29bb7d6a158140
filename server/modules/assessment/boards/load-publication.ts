import type { Publication } from "@dutyloop/domain/assessment/boards/board-rules.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { notFound, Refused } from "../../../platform/ritual/refused.ts";
import { schemeInForce } from "../adoptions.ts";
import { type Definitions, loadDefinitions } from "../definitions.ts";
import { namedPeriod } from "../periods/named-period.ts";
import { type StandingWithReason, standingOf } from "../periods/period-store.ts";
import { type Candidate, candidatesOf } from "./board-candidates.ts";
import { lastBoard, type PublishedBoard, publishedBoard } from "./published-boards.ts";

export type BoardRequest = {
  readonly organizationId: string;
  readonly scheme: string;
  readonly period: string;
  readonly class: string;
};

/** What publishing a board looks at. */
export type LoadedPublication = {
  /** Where the assessing organisation stands today. */
  readonly path: string;
  readonly standing: StandingWithReason;
  readonly definitions: Definitions;
  readonly candidates: readonly Candidate[];
  readonly board: PublishedBoard | null;
  readonly publication: Publication;
};

/** Throws `not_found`, and `board.scheme_not_in_force` where the organisation doesn't assess by it in this period. */
export async function loadPublication(
  database: ReadDatabase,
  tenantId: number,
  request: BoardRequest,
  today: PlainDate,
): Promise<LoadedPublication> {
  const standing = await standingOf(database, tenantId, namedPeriod(request.period));
  const { path, pathThen } = await placeThen(database, tenantId, request.organizationId, standing);
  const version = await schemeInForce(database, tenantId, request.scheme, pathThen, standing.from);
  if (version === null) throw new Refused(refuse("board.scheme_not_in_force", {}, "scheme"));
  const definitions = await loadDefinitions(database, tenantId, request.scheme, version);
  if (definitions.scheme.cadence !== standing.span)
    throw new Refused(refuse("board.scheme_not_in_force", {}, "scheme"));
  const name = { ...request, standing };
  const candidates = await candidatesOf(database, tenantId, name, pathThen);
  const board = await publishedBoard(database, tenantId, name);
  return {
    path,
    standing,
    definitions,
    candidates,
    board,
    publication: {
      period: standing,
      published: board !== null,
      today,
      scheme: definitions.scheme,
      openDisputes: await openDisputesOf(database, tenantId, request.scheme, standing, candidates),
      candidates,
      before: await lastBoard(database, tenantId, name),
    },
  };
}

/** Where the organisation stands today, and where it stood when the period's structure was frozen. */
async function placeThen(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  { span, from, version }: StandingWithReason,
): Promise<{ path: string; pathThen: string }> {
  const { rows } = await sql<{ path: string; pathThen: string }>`
    SELECT o.path, coalesce(t.path, o.path) AS "pathThen" FROM organization o
    LEFT JOIN period_structure t ON t.tenant_id = o.tenant_id AND t.span = ${span} AND t.period_from = ${from}::date
      AND t.version = ${version} AND t.organization_id = o.id
    WHERE o.tenant_id = ${tenantId} AND o.id = ${organizationId}`.execute(database);
  const [place] = rows;
  if (!place) throw notFound();
  return place;
}

async function openDisputesOf(
  database: ReadDatabase,
  tenantId: number,
  scheme: string,
  { from, version }: StandingWithReason,
  candidates: readonly Candidate[],
): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM dispute
    WHERE tenant_id = ${tenantId} AND scheme_code = ${scheme} AND period_from = ${from}::date AND period_version = ${version}
      AND state = 'open' AND organization_id = ANY(${candidates.map(({ organizationId }) => organizationId)}::uuid[])`.execute(
    database,
  );
  return rows[0]?.count ?? 0;
}
