import { firstDayOf, lastDayOf, type Month, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { Database, Transaction } from "../../platform/db/pools.ts";
import { recomputeAll } from "./full-pass.ts";

type Recomputed = { readonly schemeCode: string; readonly from: Month; readonly to: Month };
type Standing = {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly periodFrom: PlainDate;
  readonly version: number;
  readonly basis: string;
  readonly total: string | null;
  /** Everything of the sheet but when it was computed. */
  readonly content: string;
  /** Whether its period has ended its entries. */
  readonly frozen: boolean;
};
type SheetDifference = Pick<Standing, "organizationId" | "organizationName" | "periodFrom" | "basis" | "frozen"> & {
  /** Totals; null without a total or where there is no such sheet. */
  readonly before: string | null;
  readonly after: string | null;
};
export type ComparedSheets = {
  readonly sheets: number;
  readonly differing: number;
  readonly frozenDiffering: number;
  /** The first ones, frozen ones before others. */
  readonly differences: readonly SheetDifference[];
};

const shown = 50;

/** Undoes a recomputation that would change what is frozen. */
class FrozenWouldChange extends Error {
  readonly compared: ComparedSheets;
  constructor(compared: ComparedSheets) {
    super("a frozen sheet would change");
    this.compared = compared;
  }
}

/**
 * Scores a scheme anew from the facts alone and compares each sheet with what stood. Sheets of open periods are put right
 * where they differ; where one of a closed period would differ, nothing at all is written.
 */
export async function recomputeCompared(
  database: Database,
  tenantId: number,
  recomputed: Recomputed,
  now: Date,
): Promise<ComparedSheets> {
  let compared: ComparedSheets = { sheets: 0, differing: 0, frozenDiffering: 0, differences: [] };
  const watched: Database = {
    ...database,
    writing: (tenant, opening, work) =>
      database.writing(tenant, opening, async (transaction, opened) => {
        const before = await standingSheets(transaction, tenantId, recomputed);
        const result = await work(transaction, opened);
        compared = compare(before, await standingSheets(transaction, tenantId, recomputed));
        if (compared.frozenDiffering > 0) throw new FrozenWouldChange(compared);
        return result;
      }),
  };
  try {
    await recomputeAll(watched, tenantId, recomputed, now);
    return compared;
  } catch (error) {
    if (error instanceof FrozenWouldChange) return error.compared;
    throw error;
  }
}

async function standingSheets(
  transaction: Transaction,
  tenantId: number,
  { schemeCode, from, to }: Recomputed,
): Promise<ReadonlyMap<string, Standing>> {
  const { rows } = await sql<Standing>`
    SELECT s.organization_id AS "organizationId", o.name AS "organizationName", s.period_from AS "periodFrom",
      s.period_version AS version, s.basis, s.total::text AS total, coalesce(p.state <> 'open', false) AS frozen,
      md5(concat_ws(' ', s.scheme_version, s.path, s.class, s.total, s.coverage, s.order_key, s.lines)) AS content
    FROM score_sheet s JOIN organization o ON o.tenant_id = s.tenant_id AND o.id = s.organization_id
    LEFT JOIN period p ON p.tenant_id = s.tenant_id AND p.period_from = s.period_from AND p.version = s.period_version
      AND p.span = (SELECT v.body->>'cadence' FROM scheme_version v WHERE v.tenant_id = ${tenantId} AND v.code = ${schemeCode} LIMIT 1)
    WHERE s.tenant_id = ${tenantId} AND s.scheme_code = ${schemeCode} AND s.period_from >= ${firstDayOf(from)}::date
      AND s.period_from <= ${lastDayOf(to)}::date`.execute(transaction);
  return new Map(
    rows.map((row) => [`${row.organizationId} ${row.periodFrom} ${row.version} ${row.basis}`, row] as const),
  );
}

function compare(before: ReadonlyMap<string, Standing>, after: ReadonlyMap<string, Standing>): ComparedSheets {
  const keys = new Set([...before.keys(), ...after.keys()]);
  const differences = [...keys].flatMap((key): SheetDifference[] => {
    const [old, now] = [before.get(key), after.get(key)];
    const either = old ?? now;
    if (either === undefined || old?.content === now?.content) return [];
    const { organizationId, organizationName, periodFrom, basis, frozen } = either;
    return [
      {
        ...{ organizationId, organizationName, periodFrom, basis, frozen },
        before: old?.total ?? null,
        after: now?.total ?? null,
      },
    ];
  });
  const frozen = differences.filter((difference) => difference.frozen);
  const others = differences.filter((difference) => !difference.frozen);
  return {
    sheets: after.size,
    differing: differences.length,
    frozenDiffering: frozen.length,
    differences: [...frozen, ...others].slice(0, shown),
  };
}
