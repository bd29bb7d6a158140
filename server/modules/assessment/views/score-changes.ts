import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { PeriodStanding } from "@dutyloop/domain/assessment/period-things.ts";
import { nameOfPeriod } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { decodeLines } from "@dutyloop/domain/assessment/scoring/sheet-figures.ts";
import type { ScoreLine } from "@dutyloop/domain/assessment/things.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { loadDefinitions } from "../definitions.ts";
import { organizationsAt, pathsAbove } from "../sheet-keys.ts";
import type { StoredScore } from "./stored-scores.ts";

type Changes = NonNullable<Answer<"getScore">["changes"]>;
type Side = { readonly period: PeriodStanding; readonly sheet: StoredScore };

/** What is different from the period before: facts, the version of the scheme, class and parent, and the points of lines. */
export async function changesSince(
  database: ReadDatabase,
  tenantId: number,
  scheme: string,
  before: Side,
  now: Side & { readonly lines: readonly Pick<ScoreLine, "code" | "points">[] },
  facts: Changes["facts"],
): Promise<Changes> {
  const { scheme: then, indicators } = await loadDefinitions(database, tenantId, scheme, before.sheet.schemeVersion);
  const { lines } = decodeLines(then, indicators, before.sheet.lines);
  const versions = { before: before.sheet.schemeVersion, now: now.sheet.schemeVersion };
  const classes = { before: before.sheet.class, now: now.sheet.class };
  return {
    since: nameOfPeriod(before.period),
    totalBefore: before.sheet.total,
    facts,
    schemeVersion: versions.before === versions.now ? null : versions,
    class: classes.before === classes.now ? null : classes,
    parent: await parents(database, tenantId, before, now),
    lines: changedLines(lines, now.lines),
  };
}

function changedLines(
  before: readonly Pick<ScoreLine, "code" | "points">[],
  now: readonly Pick<ScoreLine, "code" | "points">[],
): Changes["lines"] {
  const points = (lines: typeof now) => new Map(lines.map((line) => [line.code, line.points]));
  const [then, today] = [points(before), points(now)];
  return [...new Set([...today.keys(), ...then.keys()])]
    .map((code) => ({ code, before: then.get(code) ?? null, now: today.get(code) ?? null }))
    .filter((line) => line.before !== line.now);
}

async function parents(database: ReadDatabase, tenantId: number, before: Side, now: Side): Promise<Changes["parent"]> {
  const parentPath = ({ sheet }: Side) => pathsAbove(sheet.path).at(-1) ?? "";
  if (parentPath(before) === parentPath(now)) return null;
  const [first, second] = await Promise.all(
    [before, now].map(async (side) => {
      const ids = await organizationsAt(database, tenantId, side.period, [parentPath(side)]);
      return nameOf(database, tenantId, ids.get(parentPath(side)) ?? null);
    }),
  );
  return { before: first ?? "", now: second ?? "" };
}

async function nameOf(database: ReadDatabase, tenantId: number, id: string | null): Promise<string> {
  const { rows } = await sql<{
    name: string;
  }>`SELECT name FROM organization WHERE tenant_id = ${tenantId} AND id = ${id}::uuid`.execute(database);
  return rows[0]?.name ?? "";
}
