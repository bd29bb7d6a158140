import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { Period } from "@dutyloop/domain/assessment/period-things.ts";
import { previousPeriod } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { type Definitions, loadDefinitions } from "../definitions.ts";
import type { BoardRow } from "./board-page.ts";
import { itemOf } from "./board-rows.ts";
import type { BoardInView } from "./board-view.ts";
import { meansOf } from "./mean-page.ts";

/** The rows of one page as the board answers them. */
export async function itemsOf(
  database: ReadDatabase,
  board: BoardInView,
  rows: readonly BoardRow[],
  shown: readonly Period[],
): Promise<Answer<"getBoard">["items"]> {
  const { key, scheme, period } = board.head;
  const ids = rows.map(({ organizationId }) => organizationId);
  const before = previousPeriod(period);
  const [decisions, definitions, means] = await Promise.all([
    decisionsOf(database, board, ids),
    definitionsOf(database, board, rows),
    scheme.own ? null : meansOf(database, key, scheme.scheme, before, ids),
  ]);
  const totalBefore = ({ organizationId, beside }: BoardRow) =>
    (means ? means.get(organizationId) : beside.history.totals.get(before.from)) ?? null;
  const showing = { shown: shown.map(({ from }) => from), totalBefore, decisions };
  return rows.map((row) => itemOf(row, definitions.get(row.sheet?.schemeVersion ?? 0) ?? scheme, showing));
}

/** Grades that a person decided, as long as they aren't frozen with the board. */
async function decisionsOf(
  database: ReadDatabase,
  { head: { key, scheme }, current }: BoardInView,
  ids: readonly string[],
) {
  if (current !== null || !scheme.own || scheme.scheme.grades.length === 0)
    return new Map<string, { grade: string; reason: string }>();
  const { rows } = await sql<{ id: string; grade: string; reason: string }>`
    SELECT organization_id AS id, grade, reason FROM grade_decision WHERE tenant_id = ${key.tenantId}
      AND organization_id = ANY(${[...ids]}::uuid[]) AND scheme_code = ${key.scheme} AND period_from = ${key.periodFrom}::date
      AND period_version = ${key.version}`.execute(database);
  return new Map(rows.map(({ id, grade, reason }) => [id, { grade, reason }]));
}

/** The versions that the sheets of the page were scored with: below an organisation several may be in force. */
async function definitionsOf(database: ReadDatabase, { head: { key } }: BoardInView, rows: readonly BoardRow[]) {
  const versions = [...new Set(rows.flatMap(({ sheet }) => (sheet === null ? [] : [sheet.schemeVersion])))];
  const loaded = await Promise.all(
    versions.map(
      async (version): Promise<[number, Definitions]> => [
        version,
        await loadDefinitions(database, key.tenantId, key.scheme, version),
      ],
    ),
  );
  return new Map(loaded);
}
