import type { ParsedQuery } from "@dutyloop/contract/endpoints.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { Refused } from "../../../platform/ritual/refused.ts";
import { loadDefinitions } from "../definitions.ts";
import type { BoardClass } from "./board-classes.ts";
import type { BoardHead, PublishedBoard } from "./board-head.ts";
import type { BoardInView } from "./board-view.ts";
import { periodInView } from "./period-in-view.ts";

type Row = PublishedBoard & BoardClass & { schemeVersion: number };

/**
 * The board of an earlier version of a period, which stays as it was published when the period was opened again: for whom
 * it names. Its sizes come from its own rows, because the roll-up follows the newest version. Throws `board.not_public`,
 * `not_found` for a version that there isn't.
 */
export async function earlierBoard(
  database: ReadDatabase,
  head: BoardHead,
  organizationId: string,
  { period: name, version }: ParsedQuery<"getPublishedBoard">,
): Promise<BoardInView> {
  const { tenantId, scheme, periodFrom } = head.key;
  const { shown } = await periodInView(database, tenantId, name, version ?? null);
  const { rows } = await sql<Row>`
    SELECT b.id, b.class, b.period_from AS "periodFrom", b.published_at AS "publishedAt", b.scheme_version AS "schemeVersion",
      count(r.rank)::int AS ranked, (count(*) - count(r.rank))::int AS unranked,
      coalesce(sum(r.total) FILTER (WHERE r.rank IS NOT NULL), 0)::text AS totals
    FROM board b JOIN board_row r ON r.tenant_id = b.tenant_id AND r.board_id = b.id
    WHERE b.tenant_id = ${tenantId} AND b.organization_id = ${head.key.organizationId} AND b.scheme_code = ${scheme}
      AND b.span = ${shown.span} AND b.period_from = ${periodFrom}::date AND b.period_version = ${shown.version}
      AND EXISTS (SELECT 1 FROM board_row own WHERE own.tenant_id = b.tenant_id AND own.board_id = b.id
        AND own.organization_id = ${organizationId})
    GROUP BY b.tenant_id, b.id`.execute(database);
  const [board] = rows;
  if (board === undefined) throw new Refused(refuse("board.not_public"));
  const definitions = await loadDefinitions(database, tenantId, scheme, board.schemeVersion);
  return {
    head: {
      ...head,
      period: shown,
      scheme: { ...definitions, own: true },
      key: { ...head.key, version: shown.version },
    },
    class: board,
    current: board,
    previous: head.boards.find((one) => one.class === board.class && one.periodFrom !== periodFrom) ?? null,
  };
}
