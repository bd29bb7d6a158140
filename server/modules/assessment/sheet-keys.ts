import { existsWholly } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import type { StoredPeriod } from "./period-standing.ts";

/** An organisation in a period, to be scored. */
export type SheetKey = { readonly organizationId: string; readonly period: StoredPeriod };

/** Where an organisation stands on the last day of a period: that decides its class and who is above it. */
export type PlaceInPeriod = {
  readonly path: string;
  readonly kind: OrganizationKind;
  readonly class: string;
  readonly restricted: boolean;
  /** Whether it existed on every day of the period. */
  readonly whole: boolean;
  readonly members: number;
};

type Row = Omit<PlaceInPeriod, "whole"> & {
  i: number;
  frozenWhole: boolean | null;
  validFrom: PlainDate;
  validTo: PlainDate | null;
};

/** Keys as rows of a statement: number, organisation, and the period with its version where its structure is frozen. */
export function keysAsJson(keys: readonly SheetKey[]): string {
  return JSON.stringify(
    keys.map(({ organizationId, period }, i) => ({
      i,
      organization_id: organizationId,
      span: period.span,
      period_from: period.from,
      period_to: period.to,
      version: period.version,
      frozen: period.state !== "open",
      closing: period.closing,
    })),
  );
}

/** The columns of `keysAsJson`. */
export const keyColumns = sql.raw(
  "k(i int, organization_id uuid, span text, period_from date, period_to date, version int, frozen boolean, closing int)",
);

/**
 * The places of these keys; of an organisation that ended before, its last place, and null for one that didn't begin
 * yet.
 */
export async function placesOf(
  database: ReadDatabase,
  tenantId: number,
  keys: readonly SheetKey[],
): Promise<(PlaceInPeriod | null)[]> {
  const { rows } = await sql<Row>`
    SELECT k.i, coalesce(s.path, p.path) AS path, coalesce(s.kind, o.kind) AS kind, coalesce(s.class, p.class, '') AS class,
      o.restricted, coalesce(s.members, 0) AS members, s.whole AS "frozenWhole", o.valid_from AS "validFrom", o.valid_to AS "validTo"
    FROM json_to_recordset(${keysAsJson(keys)}::json) AS ${keyColumns}
    JOIN organization o ON o.tenant_id = ${tenantId} AND o.id = k.organization_id
    LEFT JOIN period_structure s ON k.frozen AND s.tenant_id = o.tenant_id AND s.span = k.span AND s.period_from = k.period_from
      AND s.version = k.version AND s.organization_id = o.id
    LEFT JOIN organization_place p ON p.tenant_id = o.tenant_id AND p.organization_id = o.id AND p.valid_from <= least(k.period_to, o.valid_to)
      AND (p.valid_to IS NULL OR p.valid_to >= least(k.period_to, o.valid_to))
    WHERE s.organization_id IS NOT NULL OR p.organization_id IS NOT NULL`.execute(database);
  const places = keys.map((): PlaceInPeriod | null => null);
  for (const { i, frozenWhole, validFrom, validTo, ...place } of rows) {
    const period = (keys[i] as SheetKey).period;
    places[i] = { ...place, whole: frozenWhole ?? isWhole(period, validFrom, validTo) };
  }
  return places;
}

/** Who isn't in the frozen structure was set up afterwards, from an earlier day on, or had ended: nobody waited for it. */
export function isWhole(period: StoredPeriod, validFrom: PlainDate, validTo: PlainDate | null): boolean {
  return period.state === "open" && existsWholly(period, validFrom, validTo);
}

/** The paths of all organisations above a path, from the top, without itself: "1.4.17." → "1.", "1.4.". */
export function pathsAbove(path: string): string[] {
  const above: string[] = [];
  for (let dot = path.indexOf("."); dot >= 0 && dot < path.length - 1; dot = path.indexOf(".", dot + 1)) {
    above.push(path.slice(0, dot + 1));
  }
  return above;
}

/** Ids of the organisations that stood at these paths on the last day of a period. */
export async function organizationsAt(
  database: ReadDatabase,
  tenantId: number,
  period: StoredPeriod,
  paths: readonly string[],
): Promise<Map<string, string>> {
  const found = await (period.state === "open"
    ? sql<{ path: string; id: string }>`SELECT path, organization_id AS id FROM organization_place
        WHERE tenant_id = ${tenantId} AND path = ANY(${[...paths]}::text[]) AND valid_from <= ${period.to}::date
          AND (valid_to IS NULL OR valid_to >= ${period.to}::date)`
    : sql<{ path: string; id: string }>`SELECT path, organization_id AS id FROM period_structure
        WHERE tenant_id = ${tenantId} AND span = ${period.span} AND period_from = ${period.from}::date
          AND version = ${period.version} AND path = ANY(${[...paths]}::text[])`
  ).execute(database);
  return new Map(found.rows.map(({ path, id }) => [path, id]));
}
