import { firstDayOf, lastDayOf, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { afterSubtree } from "../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import type { DeliveryEntry, DeliveryFrame } from "./deliveries.ts";
import { metricsOf } from "./metrics.ts";
import { stillStands } from "./receipt-rows.ts";

/** An organisation that a delivery names, as it stands in the month. */
export type Addressee = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
};

/** What has to be known before anything of a delivery can be judged. */
export type ImportState = {
  readonly path: string;
  readonly byId: ReadonlyMap<string, Addressee>;
  readonly byCode: ReadonlyMap<string, Addressee>;
  readonly metrics: ReadonlySet<string>;
  /** By organisation, the identities of the figures that the source has delivered for the month; no entry: none yet. */
  readonly delivered: ReadonlyMap<string, ReadonlySet<string>>;
};

/** The organisation that the delivery is made for. Throws `not_found` where there is none. */
export async function placeOfImport(database: ReadDatabase, tenantId: number, organizationId: string): Promise<string> {
  const place = await database
    .selectFrom("organization")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", organizationId)
    .select("path")
    .executeTakeFirst();
  if (!place) throw notFound();
  return place.path;
}

export async function importState(
  database: ReadDatabase,
  tenantId: number,
  path: string,
  frame: Pick<DeliveryFrame, "source" | "month">,
  entries: readonly DeliveryEntry[],
): Promise<ImportState> {
  const ids = entries.flatMap(({ organizationId }) => organizationId ?? []);
  const codes = entries.flatMap(({ organizationCode }) => organizationCode ?? []);
  const { rows } = await sql<Addressee>`
    SELECT id, code, name, kind, valid_from AS "validFrom", valid_to AS "validTo" FROM organization
    WHERE tenant_id = ${tenantId} AND path >= ${path} AND path < ${afterSubtree(path)}
      AND (id = ANY(${ids}::uuid[]) OR code = ANY(${codes}))`.execute(database);
  const metrics = await metricsOf(database, tenantId);
  return {
    path,
    byId: new Map(rows.map((row) => [row.id, row])),
    byCode: new Map(rows.map((row) => [row.code, row])),
    metrics: new Set(metrics.map(({ code }) => code)),
    delivered: await deliveredFigures(database, tenantId, frame, rows),
  };
}

async function deliveredFigures(
  database: ReadDatabase,
  tenantId: number,
  { source, month }: Pick<DeliveryFrame, "source" | "month">,
  organizations: readonly Addressee[],
): Promise<Map<string, Set<string>>> {
  const { rows } = await sql<{ organizationId: string; part: string | null }>`
    SELECT r.organization_id AS "organizationId", s.part FROM receipt r
    LEFT JOIN fact_source s ON s.tenant_id = r.tenant_id AND s.source_table = 'receipt' AND s.source_id = r.id AND s.sign = 1
    WHERE r.tenant_id = ${tenantId} AND r.source = ${source} AND r.month = ${firstDayOf(month)}::date
      AND r.organization_id = ANY(${organizations.map(({ id }) => id)}::uuid[]) AND ${stillStands}`.execute(database);
  const delivered = new Map<string, Set<string>>();
  for (const { organizationId, part } of rows) {
    const parts = delivered.get(organizationId) ?? new Set<string>();
    if (part !== null) parts.add(part);
    delivered.set(organizationId, parts);
  }
  return delivered;
}

/** True when the organisation existed on at least one day of the month. */
export function existsIn({ validFrom, validTo }: Addressee, month: DeliveryFrame["month"]): boolean {
  return validFrom <= lastDayOf(month) && (validTo === null || validTo >= firstDayOf(month));
}
