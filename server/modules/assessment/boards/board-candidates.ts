import type { BoardCandidate } from "@dutyloop/domain/assessment/boards/board-rules.ts";
import type { DecidedGrade } from "@dutyloop/domain/assessment/boards/grade-rules.ts";
import type { PeriodStanding } from "@dutyloop/domain/assessment/period-things.ts";
import { decodeLines, type VetoFigures } from "@dutyloop/domain/assessment/scoring/sheet-figures.ts";
import { sql } from "kysely";
import { afterSubtree } from "../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { type Definitions, loadDefinitions } from "../definitions.ts";

/** A board by what tells it from others. */
export type BoardName = {
  readonly organizationId: string;
  readonly scheme: string;
  readonly standing: PeriodStanding;
  readonly class: string;
};

/** An organisation that a board is about, with the vetoes that its facts triggered. */
export type Candidate = Omit<BoardCandidate, "vetoes"> & { readonly vetoes: readonly VetoFigures[] };

type Sheet = Omit<Candidate, "vetoes" | "decided"> & { schemeVersion: number; lines: unknown };

/** The organisations of the class at and below a path, with their published sheets, under their names of that time. */
export async function candidatesOf(
  database: ReadDatabase,
  tenantId: number,
  { scheme, standing, class: ofClass }: BoardName,
  path: string,
): Promise<Candidate[]> {
  const { rows } = await sql<Sheet>`
    SELECT s.organization_id AS "organizationId", o.name, o.restricted, s.order_key AS "orderKey", s.total, s.coverage,
      s.scheme_version AS "schemeVersion", s.lines
    FROM score_sheet s JOIN organization o ON o.tenant_id = s.tenant_id AND o.id = s.organization_id
    WHERE s.tenant_id = ${tenantId} AND s.scheme_code = ${scheme} AND s.period_from = ${standing.from}::date
      AND s.period_version = ${standing.version} AND s.basis = 'published' AND s.class = ${ofClass}
      AND s.path >= ${path} AND s.path < ${afterSubtree(path)}`.execute(database);
  const versions = [...new Set(rows.map(({ schemeVersion }) => schemeVersion))];
  const definitions = new Map(
    await Promise.all(
      versions.map(async (version) => [version, await loadDefinitions(database, tenantId, scheme, version)] as const),
    ),
  );
  const names = await namesThen(database, tenantId, standing, path);
  const grades = await decidedGrades(database, tenantId, scheme, standing);
  return rows.map(({ schemeVersion, lines, ...row }) => ({
    ...row,
    name: names.get(row.organizationId) ?? row.name,
    vetoes: vetoesIn(definitions.get(schemeVersion) as Definitions, lines),
    decided: grades.get(row.organizationId) ?? null,
  }));
}

// Names and grades are read apart and not joined: both tables were written moments ago, so that the planner knows nothing
// of them yet and would read them whole for each sheet.

async function namesThen(
  database: ReadDatabase,
  tenantId: number,
  { span, from, version }: PeriodStanding,
  path: string,
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`SELECT organization_id AS id, name FROM period_structure
    WHERE tenant_id = ${tenantId} AND span = ${span} AND period_from = ${from}::date AND version = ${version}
      AND path >= ${path} AND path < ${afterSubtree(path)}`.execute(database);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function decidedGrades(
  database: ReadDatabase,
  tenantId: number,
  scheme: string,
  { from, version }: PeriodStanding,
): Promise<Map<string, DecidedGrade>> {
  const { rows } = await sql<
    DecidedGrade & { id: string }
  >`SELECT organization_id AS id, grade, reason FROM grade_decision
    WHERE tenant_id = ${tenantId} AND scheme_code = ${scheme} AND period_from = ${from}::date AND period_version = ${version}`.execute(
    database,
  );
  return new Map(rows.map(({ id, grade, reason }) => [id, { grade, reason }]));
}

/** Few sheets have a veto: only these are read in full. */
function vetoesIn({ scheme, indicators, frames }: Definitions, lines: unknown): readonly VetoFigures[] {
  if (Array.isArray(lines) && lines.length === frames.length) return [];
  return decodeLines(scheme, indicators, lines).vetoes;
}
