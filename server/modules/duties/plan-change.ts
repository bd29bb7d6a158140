import { createHash } from "node:crypto";
import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { WrittenLine } from "@dutyloop/domain/duties/plan-line-rules.ts";
import { type CanonicalValue, canonicalJson } from "@dutyloop/domain/kernel/canonical-json.ts";
import { monthOf, type PlainDate, yearOf } from "@dutyloop/domain/kernel/plain-date.ts";
import { isRefusal, type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import { differencesOfLine, type LineChange } from "./line-differences.ts";
import { linesOfPlans, type StoredLine } from "./plan-lines.ts";
import { type Planned, type PlannedLine, plannedLines } from "./planned-lines.ts";

export type ChangedLine = WrittenLine & { readonly id?: string | undefined };
export type LineSummary = Answer<"previewPlanChange">["lines"][number];
/** A line with what is to become of its duties; null where they stay as they are. */
export type ChangingLine = {
  readonly id: string;
  readonly templateCode: string;
  readonly templateVersion: number;
  readonly change: LineSummary["change"];
  readonly planned: PlannedLine | null;
  readonly difference: LineChange | null;
};
export type PlanChange = {
  readonly planned: Planned;
  readonly lines: readonly ChangingLine[];
  readonly summary: readonly LineSummary[];
  /** Of what was seen; another one says that the plan or its duties changed since. */
  readonly digest: string;
};
export type PlanRow = {
  readonly id: string;
  readonly organizationId: string;
  readonly year: number;
  readonly version: number;
  readonly path: string;
};

/** What other lines would make of an issued plan from a day on, line by line; or why it can't be changed so. */
export async function planChange(
  database: ReadDatabase,
  tenantId: number,
  plan: PlanRow,
  asked: { readonly lines: readonly ChangedLine[]; readonly from: PlainDate },
  today: PlainDate,
): Promise<PlanChange | Refusal> {
  const { from } = asked;
  if (yearOf(from) !== plan.year) return refuse("plan.from_outside_year", { from, year: plan.year }, "from");
  // What a month asks for isn't changed once the month is over.
  if (monthOf(from) < monthOf(today)) return refuse("plan.from_past", { from, today }, "from");
  const stored = await linesOfPlans(database, tenantId, sql<boolean>`p.id = ${plan.id}::uuid`);
  const standing = stored.filter(({ retiredAt }) => retiredAt === null);
  const planned = await plannedLines(database, tenantId, { ...plan, today }, asked.lines, (line) =>
    standingLine(standing, line),
  );
  if (isRefusal(planned)) return planned;
  const lines = changingLines(stored, planned.lines);
  const summary: LineSummary[] = [];
  for (const line of lines) summary.push(await summaryOf(database, tenantId, line, { from, today }));
  const said = { plan: plan.id, version: plan.version, from, lines: asked.lines, summary };
  const text = canonicalJson(JSON.parse(JSON.stringify(said)) as CanonicalValue);
  return { planned, lines, summary, digest: createHash("sha256").update(text).digest("hex") };
}

function standingLine(standing: readonly StoredLine[], { id, templateCode }: ChangedLine): StoredLine | Refusal | null {
  if (id === undefined) return null;
  const line = standing.find((known) => known.id === id);
  if (!line) return refuse("plan.line_unknown", { template: templateCode }, "lines");
  // Another work is another line: its duties have nothing to do with those of this one.
  return line.written.templateCode === templateCode
    ? line
    : refuse("plan.line_of_other_work", { template: templateCode, was: line.written.templateCode }, "lines");
}

function changingLines(stored: readonly StoredLine[], planned: readonly PlannedLine[]): ChangingLine[] {
  const kept = new Set(planned.flatMap(({ stands }) => stands?.id ?? []));
  const ending = stored.filter(({ id, retiredAt }) => retiredAt === null && !kept.has(id));
  const ended = stored.filter(({ retiredAt }) => retiredAt !== null);
  const changing = planned.flatMap(({ stands, isAsBefore }) => (stands && !isAsBefore ? [stands] : []));
  const othersOf = (id: string, templateCode: string) =>
    [...ended, ...ending, ...changing]
      .filter((other) => other.id !== id && other.written.templateCode === templateCode)
      .map((other) => other.id);
  return [
    ...ending.map(({ id, written: { templateCode }, templateVersion }): ChangingLine => {
      const difference = { id, patterns: [], others: [] };
      return { id, templateCode, templateVersion, change: "ended", planned: null, difference };
    }),
    ...planned.map((line): ChangingLine => {
      const { id } = line.line;
      const { templateCode } = line.written;
      const named = { id, templateCode, templateVersion: line.templateVersion, planned: line };
      if (line.isAsBefore) return { ...named, change: "same", difference: null };
      const difference = { id, patterns: line.patterns, others: othersOf(id, templateCode) };
      return { ...named, change: line.stands === null ? "new" : "changed", difference };
    }),
  ];
}

async function summaryOf(
  database: ReadDatabase,
  tenantId: number,
  { templateCode, change, planned, difference }: ChangingLine,
  when: { readonly from: PlainDate; readonly today: PlainDate },
): Promise<LineSummary> {
  const sum = { templateCode, change, added: 0, waived: 0, reopened: 0, moved: 0, kept: 0 };
  if (difference === null) return { ...sum, kept: await countStanding(database, tenantId, planned?.line.id ?? "") };
  for await (const some of differencesOfLine(database, tenantId, difference, when, false)) {
    for (const { changes } of some) addChanges(sum, changes);
  }
  return sum;
}

type Counted = { added: number; waived: number; reopened: number; moved: number; kept: number };

/** Adds the changes of one subject to the sum of its line. */
export function addChanges(
  sum: Counted,
  changes: {
    readonly add: readonly unknown[];
    readonly waive: readonly unknown[];
    readonly reopen: readonly unknown[];
    readonly move: readonly unknown[];
    readonly keep: number;
  },
): void {
  sum.added += changes.add.length;
  sum.waived += changes.waive.length;
  sum.reopened += changes.reopen.length;
  sum.moved += changes.move.length;
  sum.kept += changes.keep;
}

async function countStanding(database: ReadDatabase, tenantId: number, lineId: string): Promise<number> {
  const { rows } = await sql<{ standing: number }>`SELECT count(*)::int AS standing FROM obligation
    WHERE tenant_id = ${tenantId} AND source_id = ${lineId}::uuid AND state <> 'waived'`.execute(database);
  return rows[0]?.standing ?? 0;
}
