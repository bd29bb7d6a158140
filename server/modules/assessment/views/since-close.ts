import type { SinceClose } from "@dutyloop/contract/since-close.ts";
import type { IndicatorBody } from "@dutyloop/domain/assessment/definitions/indicator.ts";
import type { PeriodStanding } from "@dutyloop/domain/assessment/period-things.ts";
import type { ChildFigure, ScoreContext } from "@dutyloop/domain/assessment/scoring/scorer.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import type { Definitions } from "../definitions.ts";
import { readByLine } from "../disputes/read-by-line.ts";
import type { FactRow } from "../fact-rows.ts";
import { sourcesOf } from "../sheet-contexts.ts";

/** What a sheet was made of when its entries ended, and what there is by now. */
export type BothSides = {
  readonly atClose: ScoreContext;
  readonly now: ScoreContext;
  /** Facts that came after the close. */
  readonly late: readonly FactRow[];
};

/** By code of the leaves that it concerns: what came after the entries of their period had ended. */
export async function sinceClose(
  database: ReadDatabase,
  tenantId: number,
  definitions: Definitions,
  organizationId: string,
  period: PeriodStanding,
  { atClose, now, late }: BothSides,
): Promise<ReadonlyMap<string, readonly SinceClose[]>> {
  const sources = sourcesOf(definitions).filter((source) => atClose.receipts.has(source) !== now.receipts.has(source));
  const arrivals =
    sources.length === 0 ? new Map() : await arrivalsOf(database, tenantId, sources, organizationId, period);
  const notes = definitions.frames.flatMap(({ code, kind, version }) => {
    if (kind === "node") return [];
    const reads = readByLine(definitions, code);
    const count = late.filter(reads).length;
    const behind = indicatorsBehind(definitions.indicators, code, version);
    const note: SinceClose[] = [
      ...(count === 0 ? [] : [{ what: "facts" as const, count }]),
      ...[...new Set(behind.map(({ source }) => source))].flatMap((source) => arrivals.get(source) ?? []),
      ...behind.flatMap((indicator) => otherFigures(indicator, atClose, now)),
    ];
    return note.length === 0 ? [] : [[code, note] as const];
  });
  return new Map(notes);
}

/** A leaf's indicator, and those that its formula reads. */
function indicatorsBehind(all: readonly IndicatorBody[], code: string, version: number | null): IndicatorBody[] {
  const indicator = all.find((body) => body.code === code && body.version === version);
  if (indicator === undefined) return [];
  const { aggregation } = indicator;
  const inputs = aggregation.form === "formula" ? aggregation.inputs : [];
  return [indicator, ...inputs.flatMap((input) => indicatorsBehind(all, input.indicator, input.version))];
}

function otherFigures({ aggregation }: IndicatorBody, atClose: ScoreContext, now: ScoreContext): SinceClose[] {
  if (aggregation.form === "figure") {
    const { scheme } = aggregation;
    const [before, after] = [atClose.figures.get(scheme) ?? null, now.figures.get(scheme) ?? null];
    return before === after ? [] : [{ what: "figure", scheme, atClose: before, now: after }];
  }
  if (aggregation.form === "rollup") {
    const key = `${aggregation.scheme} ${aggregation.line ?? ""}`;
    const changed = changedOf(atClose.children.get(key) ?? [], now.children.get(key) ?? []);
    return changed === 0 ? [] : [{ what: "children", scheme: aggregation.scheme, changed }];
  }
  return [];
}

/** How many organisations have other figures: those of either side that the other doesn't have. */
function changedOf(then: readonly ChildFigure[], now: readonly ChildFigure[]): number {
  return Math.max(notIn(then, now), notIn(now, then));
}

function notIn(some: readonly ChildFigure[], others: readonly ChildFigure[]): number {
  const left = others.map(figuresOf);
  return some.map(figuresOf).filter((figures) => {
    const at = left.indexOf(figures);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  }).length;
}

function figuresOf({ state, points, fullMarks, members }: ChildFigure): string {
  return `${state} ${points} ${fullMarks} ${members}`;
}

/** By source the last delivery, or withdrawal of one, that came after the close. */
async function arrivalsOf(
  database: ReadDatabase,
  tenantId: number,
  sources: readonly string[],
  organizationId: string,
  { from, to, closing }: PeriodStanding,
): Promise<ReadonlyMap<string, SinceClose>> {
  const { rows } = await sql<{ source: string; what: "receipt" | "withdrawal"; at: Date }>`
    SELECT r.source, 'receipt' AS what, r.received_at AS at FROM receipt r
    WHERE r.tenant_id = ${tenantId} AND r.organization_id = ${organizationId} AND r.source = ANY(${[...sources]}::text[])
      AND r.month >= ${from}::date AND r.month <= ${to}::date AND r.closing > ${closing}
    UNION ALL
    SELECT r.source, 'withdrawal', w.withdrawn_at FROM receipt r
    JOIN receipt_withdrawal w ON w.tenant_id = r.tenant_id AND w.receipt_id = r.id AND w.closing > ${closing}
    WHERE r.tenant_id = ${tenantId} AND r.organization_id = ${organizationId} AND r.source = ANY(${[...sources]}::text[])
      AND r.month >= ${from}::date AND r.month <= ${to}::date
    ORDER BY at`.execute(database);
  return new Map(rows.map(({ source, what, at }) => [source, { what, at: at.toISOString() }]));
}
