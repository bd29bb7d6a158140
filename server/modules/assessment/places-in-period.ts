import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { type RawBuilder, sql } from "kysely";
import type { ReadDatabase, Transaction } from "../../platform/db/pools.ts";
import type { StoredPeriod } from "./period-standing.ts";
import { isWhole, type PlaceInPeriod } from "./sheet-keys.ts";

type Row = Omit<PlaceInPeriod, "whole"> & {
  organizationId: string;
  frozenWhole: boolean | null;
  validFrom: string;
  validTo: string | null;
};

/** The path on which an organisation `o` stood on a day, on its own last day where it had ended before. */
export function pathOn(day: PlainDate): RawBuilder<string> {
  return sql<string>`coalesce((SELECT p.path FROM organization_place p WHERE p.tenant_id = o.tenant_id AND p.organization_id = o.id
    AND p.valid_from <= least(${day}::date, o.valid_to) AND (p.valid_to IS NULL OR p.valid_to >= least(${day}::date, o.valid_to))), o.path)`;
}

/** The same of one organisation that is there. */
export async function pathOfOn(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  day: PlainDate,
): Promise<string> {
  const { rows } = await sql<{
    path: string;
  }>`SELECT ${pathOn(day)} AS path FROM organization o WHERE o.tenant_id = ${tenantId} AND o.id = ${organizationId}::uuid`.execute(
    database,
  );
  return rows[0]?.path ?? "";
}

/** Every organisation of a group with its place in a period: as `placesOf` says of single ones. */
export async function placesIn(
  transaction: Transaction,
  tenantId: number,
  period: StoredPeriod,
): Promise<(PlaceInPeriod & { organizationId: string })[]> {
  const { rows } = await sql<Row>`
    SELECT o.id AS "organizationId", coalesce(s.path, p.path) AS path, coalesce(s.kind, o.kind) AS kind,
      coalesce(s.class, p.class, '') AS class, o.restricted, coalesce(s.members, 0) AS members, s.whole AS "frozenWhole",
      o.valid_from AS "validFrom", o.valid_to AS "validTo"
    FROM organization o
    LEFT JOIN period_structure s ON ${period.state !== "open"}::boolean AND s.tenant_id = o.tenant_id AND s.span = ${period.span}
      AND s.period_from = ${period.from}::date AND s.version = ${period.version} AND s.organization_id = o.id
    LEFT JOIN organization_place p ON p.tenant_id = o.tenant_id AND p.organization_id = o.id
      AND p.valid_from <= least(${period.to}::date, o.valid_to)
      AND (p.valid_to IS NULL OR p.valid_to >= least(${period.to}::date, o.valid_to))
    WHERE o.tenant_id = ${tenantId} AND (s.organization_id IS NOT NULL OR p.organization_id IS NOT NULL)`.execute(
    transaction,
  );
  return rows.map(({ frozenWhole, validFrom, validTo, ...place }) => ({
    ...place,
    whole: frozenWhole ?? isWhole(period, validFrom, validTo),
  }));
}
