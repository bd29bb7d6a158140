import { sql } from "kysely";
import { afterSubtree } from "../../../platform/access/place.ts";
import type { Database } from "../../../platform/db/pools.ts";
import type { StoredPeriod } from "../period-standing.ts";
import { type Portion, quoted, rangeCondition } from "./portions.ts";

/** A sheet as it enters the means: of all facts that count, whether they came before or after the close. */
export type StandingSheet = {
  readonly organizationId: string;
  readonly schemeVersion: number;
  readonly class: string;
  readonly total: string | null;
  /** Empty without a rank; only its first character unless whole keys were asked for. */
  readonly orderKey: string;
  /** See `encodeLines`. */
  readonly lines: readonly string[];
};

/** Hands every sheet of a scheme in the newest version of a portion's period, at and below a path, to `take`. */
export async function eachSheet(
  database: Database,
  tenantId: number,
  scheme: string,
  path: string,
  { period, ids }: Portion,
  wholeKeys: boolean,
  take: (sheet: StandingSheet) => void,
): Promise<void> {
  const adjusted = await adjustedOnes(database, tenantId, scheme, period);
  const key = wholeKeys ? "order_key" : "left(order_key, 1)";
  const query = `SELECT organization_id, scheme_version, class, total, ${key}, lines FROM score_sheet
    WHERE tenant_id = ${tenantId} AND scheme_code = ${quoted(scheme)} AND period_from = ${quoted(period.from)}
      AND period_version = ${period.version} AND path >= ${quoted(path)} AND path < ${quoted(afterSubtree(path))}${rangeCondition(ids)}
      AND (basis = 'adjusted' OR organization_id <> ALL ('{${adjusted.join(",")}}'))`;
  const classes = new Map<string, string>();
  let rest = "";
  for await (const chunk of database.copying(tenantId, query)) {
    // One byte a character: only the class holds more than ASCII.
    const text = rest + chunk.toString("latin1");
    let from = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
      take(sheetIn(text.slice(from, end), classes));
      from = end + 1;
    }
    rest = text.slice(from);
  }
}

/** Organisations with facts that came after the close: their adjusted sheet counts. */
async function adjustedOnes(
  database: Database,
  tenantId: number,
  scheme: string,
  { from, version }: StoredPeriod,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`SELECT organization_id AS id FROM score_sheet
    WHERE tenant_id = ${tenantId} AND scheme_code = ${scheme} AND period_from = ${from}::date AND period_version = ${version}
      AND basis = 'adjusted'`.execute(database.reading(tenantId));
  return rows.map(({ id }) => id);
}

function sheetIn(line: string, classes: Map<string, string>): StandingSheet {
  const [organizationId = "", version, rawClass = "", total, orderKey = "", lines = ""] = line.split("\t");
  return {
    organizationId,
    schemeVersion: Number(version),
    class: classes.get(rawClass) ?? decoded(classes, rawClass),
    total: total === "\\N" ? null : (total ?? null),
    orderKey,
    lines: JSON.parse(lines),
  };
}

function decoded(classes: Map<string, string>, raw: string): string {
  const text = Buffer.from(raw.replaceAll("\\\\", "\\"), "latin1").toString("utf8");
  classes.set(raw, text);
  return text;
}
