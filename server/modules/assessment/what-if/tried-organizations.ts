import type { Period } from "@dutyloop/domain/assessment/period-things.ts";
import { existsWholly } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { afterSubtree } from "../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";

/** An organisation at or below the one that asks. */
export type TriedOne = {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  /** Class today; empty where it has none. */
  readonly class: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
};

/** Everybody at and below a path that can have a rank: a restricted unit has none (PRV-22). By id. */
export async function organizationsBelow(
  database: ReadDatabase,
  tenantId: number,
  path: string,
): Promise<ReadonlyMap<string, TriedOne>> {
  const { rows } = await sql<TriedOne>`
    SELECT id, name, kind, coalesce(class, '') AS class, valid_from AS "validFrom", valid_to AS "validTo" FROM organization
    WHERE tenant_id = ${tenantId} AND path >= ${path} AND path < ${afterSubtree(path)} AND NOT restricted`.execute(
    database,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Whether it existed on every day of a period. */
export function isWholeIn(period: Period, { validFrom, validTo }: TriedOne): boolean {
  return existsWholly(period, validFrom, validTo);
}
