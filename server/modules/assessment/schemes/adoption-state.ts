import type { AdaptedVersion } from "@dutyloop/domain/assessment/definitions/definition-ownership.ts";
import type { SchemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { afterSubtree } from "../../../platform/access/place.ts";
import type { Transaction } from "../../../platform/db/pools.ts";
import { type Adoption, adoptionsOf } from "../adoptions.ts";
import type { NewAdoption } from "./adopt-scheme.ts";
import { visibleVersions } from "./version-rows.ts";

/** What decides whether a version may be adopted. */
export type AdoptionState = {
  readonly path: string;
  readonly kind: string;
  /** The version to be adopted, or the organisation's own that is to end; undefined where it isn't there or not the organisation's to use. */
  readonly scheme: SchemeBody | undefined;
  readonly versions: readonly AdaptedVersion[];
  readonly adoptions: readonly Adoption[];
  /** What the organisation itself decided about the scheme, the newest last. */
  readonly own: readonly Adoption[];
  /** What the organisation adopted from this very day; null for nothing. */
  readonly standingVersion: number | null;
  /** First days of the periods it would hold for that have ended their entries. */
  readonly endedPeriods: readonly PlainDate[];
  /** Organisations at and below, without 党小组. */
  readonly organizations: number;
};

export async function adoptionState(
  transaction: Transaction,
  tenantId: number,
  { organizationId, code, version, periodFrom }: Omit<NewAdoption, "version"> & { version: number | null },
): Promise<AdoptionState | null> {
  const place = await transaction
    .selectFrom("organization")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", organizationId)
    .select(["path", "kind"])
    .executeTakeFirst();
  if (!place) return null;
  const scope = { subtrees: [], exact: [place.path] };
  const versions = await visibleVersions<SchemeBody>(transaction, tenantId, "scheme", scope, code);
  const adoptions = await adoptionsOf(transaction, tenantId);
  const own = adoptions
    .filter((adoption) => adoption.path === place.path && adoption.schemeCode === code)
    .sort((a, b) => (a.periodFrom < b.periodFrom ? -1 : 1));
  const wanted = version ?? own.findLast((adoption) => adoption.periodFrom <= periodFrom)?.version;
  const scheme = versions.find((row) => row.version === wanted)?.body;
  const next = own.find((adoption) => adoption.periodFrom > periodFrom)?.periodFrom ?? null;
  const { rows: ended } = await sql<{ from: PlainDate }>`
    SELECT period_from AS "from" FROM period WHERE tenant_id = ${tenantId} AND span = ${scheme?.cadence ?? ""} AND state <> 'open'
      AND period_from >= ${periodFrom}::date AND (${next}::date IS NULL OR period_from < ${next}::date)
    ORDER BY period_from`.execute(transaction);
  const { rows: counted } = await sql<{ organizations: number }>`
    SELECT count(*)::int AS organizations FROM organization WHERE tenant_id = ${tenantId} AND kind <> 'GROUP'
      AND path >= ${place.path} AND path < ${afterSubtree(place.path)}`.execute(transaction);
  return {
    ...place,
    scheme,
    versions: versions.map((row) => ({ version: row.version, adapts: row.body.adapts ?? null })),
    adoptions,
    own,
    standingVersion: own.find((adoption) => adoption.periodFrom === periodFrom && !adoption.ends)?.version ?? null,
    endedPeriods: ended.map(({ from }) => from),
    organizations: counted[0]?.organizations ?? 0,
  };
}
