import { orderKeyOf } from "@dutyloop/domain/assessment/boards/order-key.ts";
import { singleKinds } from "@dutyloop/domain/assessment/scoring/evidence.ts";
import type { ScoreContext } from "@dutyloop/domain/assessment/scoring/scorer.ts";
import { encodeLines, type SheetFigures } from "@dutyloop/domain/assessment/scoring/sheet-figures.ts";
import type { Evidence } from "@dutyloop/domain/assessment/things.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { ReadDatabase, Transaction } from "../../platform/db/pools.ts";
import { type CountedFacts, evidenceOfCounted, inTimeOf, isAny, isAnyLate } from "./counted-facts.ts";
import type { Definitions } from "./definitions.ts";
import { contextsOf, type PlacedKey, readsMore } from "./sheet-contexts.ts";
import { keyColumns, keysAsJson, type SheetKey } from "./sheet-keys.ts";

/** A row of score_sheet as far as roll-ups and writers care. */
export type SheetRow = {
  readonly organization_id: string;
  readonly period_from: PlainDate;
  readonly period_version: number;
  readonly basis: "published" | "adjusted";
  readonly scheme_version: number;
  readonly path: string;
  readonly class: string;
  readonly total: string | null;
  readonly coverage: string;
  readonly order_key: string;
  /** As JSON text. */
  readonly lines: string;
};

/**
 * The sheets of these keys from their facts: the published one of the facts that the period's version holds, and, where
 * something came after its close, the adjusted one of all that counts now. A published sheet in `kept` (by its name) is
 * frozen: neither a late delivery nor another sheet that it reads can move it any more. Nor is one added afterwards: of
 * whom the version holds nothing, since he was set up or entered later, there is an adjusted sheet alone.
 */
export async function computeSheets(
  database: ReadDatabase,
  tenantId: number,
  definitions: Definitions,
  keys: readonly PlacedKey[],
  facts: readonly CountedFacts[],
  kept: ReadonlyMap<string, SheetRow> = new Map(),
): Promise<SheetRow[]> {
  const others = readsMore(definitions);
  const held = keys.map(({ place }, i) => place.whole || isAny(inTimeOf(facts[i] as CountedFacts)));
  const inTimeFor = await contextsFor(
    database,
    tenantId,
    definitions,
    others ? keys.filter((key, i) => held[i] && !kept.has(publishedName(key))) : keys,
    "published",
  );
  const ended = keys.filter(({ period }) => others && period.closing !== null);
  const nowFor = await contextsFor(database, tenantId, definitions, ended, "adjusted");
  const singles = singleKinds(definitions.indicators);
  return keys.flatMap((key, i) => {
    const counting = facts[i] as CountedFacts;
    const late = isAnyLate(counting);
    const [context, now] = [inTimeFor.get(key), nowFor.get(key)];
    const sheet = (basis: SheetRow["basis"], counted: CountedFacts, within: ScoreContext | undefined) =>
      sheetRow(definitions, key, basis, evidenceOfCounted(counted, singles), within as ScoreContext);
    const inTime = () => sheet("published", late ? inTimeOf(counting) : counting, context);
    const published = kept.get(publishedName(key)) ?? (held[i] ? inTime() : null);
    // Where nothing came late, all that counts now is what the version holds.
    if (published !== null && (key.period.closing === null || (now === undefined && !late))) return [published];
    const adjusted = sheet("adjusted", counting, now ?? context);
    if (published === null) return [adjusted];
    return sameLines(adjusted.lines, published.lines) ? [published] : [published, adjusted];
  });
}

async function contextsFor(
  database: ReadDatabase,
  tenantId: number,
  definitions: Definitions,
  keys: readonly PlacedKey[],
  counted: "published" | "adjusted",
): Promise<ReadonlyMap<PlacedKey, ScoreContext>> {
  const contexts = await contextsOf(database, tenantId, definitions, keys, counted);
  return new Map(keys.map((key, i) => [key, contexts[i] as ScoreContext]));
}

/** The name of a key's published sheet among rows. */
export function publishedName({ organizationId, period }: SheetKey): string {
  return sheetName({ organization_id: organizationId, period_from: period.from, basis: "published" });
}

/** One sheet as a row. Who didn't exist for the whole period has no rank, nor has a restricted unit (PRV-22). */
export function sheetRow(
  { scheme, scorer, frames }: Definitions,
  { organizationId, period, place }: PlacedKey,
  basis: SheetRow["basis"],
  evidence: readonly Evidence[],
  context: ScoreContext,
): SheetRow {
  const figures: SheetFigures = scorer.score(evidence, context);
  return {
    organization_id: organizationId,
    period_from: period.from,
    period_version: period.version,
    basis,
    scheme_version: scheme.version,
    path: place.path,
    class: place.class,
    total: figures.total,
    coverage: figures.coverage,
    order_key: place.whole && !place.restricted ? orderKeyOf(scheme, figures, frames) : "",
    lines: JSON.stringify(encodeLines(figures)),
  };
}

/** The sheets that stand for these keys now. */
export async function storedSheets(
  database: ReadDatabase,
  tenantId: number,
  schemeCode: string,
  keys: readonly SheetKey[],
): Promise<SheetRow[]> {
  const { rows } = await sql<SheetRow>`
    SELECT s.organization_id, s.period_from, s.period_version, s.basis, s.scheme_version, s.path, s.class, s.total, s.coverage,
      s.order_key, s.lines::text AS lines
    FROM json_to_recordset(${keysAsJson(keys)}::json) AS ${keyColumns}
    JOIN score_sheet s ON s.tenant_id = ${tenantId} AND s.organization_id = k.organization_id AND s.scheme_code = ${schemeCode}
      AND s.period_from = k.period_from AND s.period_version = k.version`.execute(database);
  return rows;
}

export function sheetName(row: Pick<SheetRow, "organization_id" | "period_from" | "basis">): string {
  return `${row.organization_id} ${row.period_from} ${row.basis}`;
}

/** Writes the rows that differ from what stands, and takes away those that are no longer there. */
export async function replaceSheets(
  transaction: Transaction,
  tenantId: number,
  schemeCode: string,
  standing: readonly SheetRow[],
  rows: readonly SheetRow[],
  now: Date,
): Promise<void> {
  const before = new Map(standing.map((row) => [sheetName(row), row]));
  const after = new Set(rows.map(sheetName));
  const gone = standing.filter((row) => !after.has(sheetName(row)));
  const changed = rows.filter((row) => isChanged(before.get(sheetName(row)), row));
  await Promise.all([
    gone.length > 0 &&
      sql`DELETE FROM score_sheet s USING json_to_recordset(${JSON.stringify(gone)}::json)
        AS k(organization_id uuid, period_from date, period_version int, basis text)
      WHERE s.tenant_id = ${tenantId} AND s.organization_id = k.organization_id AND s.scheme_code = ${schemeCode}
        AND s.period_from = k.period_from AND s.period_version = k.period_version AND s.basis = k.basis`.execute(
        transaction,
      ),
    changed.length > 0 && writeSheets(transaction, tenantId, schemeCode, changed, now),
  ]);
}

/** Writes these rows over what stands under their keys. */
export async function writeSheets(
  transaction: Transaction,
  tenantId: number,
  schemeCode: string,
  rows: readonly SheetRow[],
  now: Date,
): Promise<void> {
  const column = <Key extends keyof SheetRow>(name: Key) => rows.map((row) => row[name]);
  await sql`
    INSERT INTO score_sheet (tenant_id, organization_id, scheme_code, period_from, period_version, basis, scheme_version, path,
      class, total, coverage, order_key, lines, computed_at)
    SELECT ${tenantId}::int, organization_id, ${schemeCode}, period_from, period_version, basis, scheme_version, path, class, total,
      coverage, order_key, lines::jsonb, ${now}::timestamptz
    FROM unnest(${column("organization_id")}::uuid[], ${column("period_from")}::date[], ${column("period_version")}::int[],
      ${column("basis")}::text[], ${column("scheme_version")}::int[], ${column("path")}::text[], ${column("class")}::text[],
      ${column("total")}::numeric[], ${column("coverage")}::numeric[], ${column("order_key")}::text[], ${column("lines")}::text[])
      AS row(organization_id, period_from, period_version, basis, scheme_version, path, class, total, coverage, order_key, lines)
    ON CONFLICT (tenant_id, organization_id, scheme_code, period_from, period_version, basis) DO UPDATE SET
      scheme_version = excluded.scheme_version, path = excluded.path, class = excluded.class, total = excluded.total,
      coverage = excluded.coverage, order_key = excluded.order_key, lines = excluded.lines, computed_at = excluded.computed_at`.execute(
    transaction,
  );
}

function isChanged(before: SheetRow | undefined, after: SheetRow): boolean {
  if (before === undefined) return true;
  const { lines, ...figures } = after;
  return (
    Object.entries(figures).some(([name, value]) => before[name as keyof SheetRow] !== value) ||
    !sameLines(before.lines, lines)
  );
}

/** The database writes JSON with other spaces. */
function sameLines(stored: string, fresh: string): boolean {
  return stored === fresh || JSON.stringify(JSON.parse(stored)) === JSON.stringify(JSON.parse(fresh));
}
