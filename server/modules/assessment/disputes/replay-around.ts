import type { DisputeDecision } from "@dutyloop/domain/assessment/boards/dispute-rules.ts";
import type { PeriodStanding } from "@dutyloop/domain/assessment/period-things.ts";
import type { ChildFigure, ScoreContext } from "@dutyloop/domain/assessment/scoring/scorer.ts";
import { encodeLines, type SheetFigures } from "@dutyloop/domain/assessment/scoring/sheet-figures.ts";
import { compare, parse } from "@dutyloop/domain/kernel/rational.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import type { Definitions } from "../definitions.ts";
import { type ChildSheet, readSchemes } from "../other-sheets.ts";
import { organizationsAt, pathsAbove, placesOf } from "../sheet-keys.ts";
import { sheetsBeside } from "./newly-pending.ts";
import { noEntries, replay, type SheetData } from "./replay.ts";

/** An organisation with its published sheets of a version of a period. */
export type SheetsOf = {
  readonly organizationId: string;
  readonly name: string;
  /** Where it stands today. */
  readonly path: string;
  readonly sheets: readonly SheetData[];
};

/** A sheet that an answer changes, before and after. */
export type Replayed = {
  readonly of: SheetsOf;
  readonly definitions: Definitions;
  readonly before: SheetFigures;
  readonly after: SheetFigures;
};

/** The organisations above one in a period, the nearest first, with the sheets that may add it up. */
export async function sheetsAbove(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  period: PeriodStanding,
  now: Date,
): Promise<SheetsOf[]> {
  const [place] = await placesOf(database, tenantId, [{ organizationId, period }]);
  const paths = pathsAbove(place?.path ?? "").reverse();
  const ids = await organizationsAt(database, tenantId, period, paths);
  const { rows } = await sql<{ id: string; name: string; path: string }>`SELECT id, name, path FROM organization
    WHERE tenant_id = ${tenantId} AND id = ANY(${[...ids.values()]}::uuid[])`.execute(database);
  const above: SheetsOf[] = [];
  for (const path of paths) {
    const row = rows.find(({ id }) => id === ids.get(path));
    if (row === undefined) continue;
    const sheets = await sheetsBeside(database, tenantId, row.id, period, now);
    above.push({ organizationId: row.id, name: row.name, path: row.path, sheets });
  }
  return above;
}

/**
 * Scores the sheets of an organisation again with the entries of an answer, and then whatever reads them: its other
 * schemes, and the roll-ups of those above, up to the top. Only what changes is answered, each before what reads it.
 */
export function replayAround(own: SheetsOf, above: readonly SheetsOf[], entries: Entries, now: Date): Replayed[] {
  const changed = new Map<string, Replayed>();
  for (const of of [own, ...above]) {
    for (const data of readFirst(of.sheets)) {
      const { definitions } = data;
      const before = replay(data, noEntries, now);
      const context = contextAfter(data.context, of.organizationId, changed);
      const after = replay({ ...data, context }, of === own ? entries : noEntries, now);
      if (isSame(before, after)) continue;
      changed.set(`${of.organizationId} ${definitions.scheme.code}`, { of, definitions, before, after });
    }
  }
  return [...changed.values()];
}

type Entries = Pick<DisputeDecision, "stornos" | "facts">;

/** The sheets of one organisation, each after those whose figures it reads. */
function readFirst(sheets: readonly SheetData[]): SheetData[] {
  const ordered: SheetData[] = [];
  const place = (sheet: SheetData) => {
    if (ordered.includes(sheet)) return;
    const { figures } = readSchemes(sheet.definitions);
    for (const other of sheets) if (other !== sheet && figures.includes(other.definitions.scheme.code)) place(other);
    ordered.push(sheet);
  };
  sheets.forEach(place);
  return ordered;
}

function contextAfter(
  context: ScoreContext,
  organizationId: string,
  changed: ReadonlyMap<string, Replayed>,
): ScoreContext {
  const figures = [...context.figures].map(([code, figure]): [string, string | null] => {
    const one = changed.get(`${organizationId} ${code}`);
    // Where the sheet didn't count before, for who didn't exist for the whole period, it doesn't count now.
    return [code, one && counted(one, one.before) === figure ? counted(one, one.after) : figure];
  });
  const children = [...context.children].map(([key, below]): [string, readonly ChildFigure[]] => {
    const [scheme = "", line = ""] = key.split(" ");
    return [
      key,
      below.map((child) => {
        const one = changed.get(`${(child as ChildSheet).organizationId} ${scheme}`);
        return one ? { ...child, ...figureOf(one, line) } : child;
      }),
    ];
  });
  return { ...context, figures: new Map(figures), children: new Map(children) };
}

/** The total as another scheme of the same period reads it. */
function counted({ definitions }: Replayed, { total, coverage }: SheetFigures): string | null {
  const reached = compare(parse(coverage), parse(definitions.scheme.coverageThreshold)) >= 0;
  return reached ? total : null;
}

function figureOf({ definitions, after }: Replayed, line: string): Pick<ChildFigure, "points" | "state"> {
  const at = definitions.frames.findIndex(({ code }) => code === line);
  if (line === "") return { points: after.total, state: after.lines[0]?.state ?? "pending" };
  return { points: after.lines[at]?.points ?? null, state: after.lines[at]?.state ?? "not_applicable" };
}

function isSame(before: SheetFigures, after: SheetFigures): boolean {
  return before.total === after.total && JSON.stringify(encodeLines(before)) === JSON.stringify(encodeLines(after));
}
