import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { branchKinds } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../platform/db/pools.ts";

/** What a group consists of on a day. */
export type GroupShape = {
  readonly committees: number;
  readonly generalBranches: number;
  readonly branches: number;
  /** 党小组 and 领导小组 are nodes of the tree but no 基层党组织. */
  readonly groups: number;
  readonly leadingGroups: number;
  /** 正式党员 and 预备党员. */
  readonly members: number;
  readonly units: number;
  /** In which units lie. */
  readonly regions: number;
  readonly restrictedUnits: number;
};

const committeeKinds = ["PARTY_GROUP", "COMMITTEE", "OFFICE_COMMITTEE"] as const;

/** Counts organisations, members and administrative units that there are on a day. */
export async function groupShape(database: ReadDatabase, tenantId: number, on: PlainDate): Promise<GroupShape> {
  const standing = sql`tenant_id = ${tenantId} AND valid_from <= ${on}::date AND coalesce(valid_to >= ${on}::date, true)`;
  const ofKinds = (kinds: readonly string[]) => sql`count(*) FILTER (WHERE kind = ANY(${[...kinds]}))::int`;
  const { rows } = await sql<GroupShape>`
    WITH organizations AS (
      SELECT ${ofKinds(committeeKinds)} AS committees, ${ofKinds(["GENERAL_BRANCH"])} AS "generalBranches",
        ${ofKinds(branchKinds)} AS branches, ${ofKinds(["GROUP"])} AS "groups", ${ofKinds(["LEADING_GROUP"])} AS "leadingGroups"
      FROM organization WHERE ${standing}
    ), members AS (
      SELECT count(*)::int AS members FROM membership
      WHERE ${standing} AND state IN ('FULL', 'PROBATIONARY', 'CORRECTING')
    ), units AS (
      SELECT count(*)::int AS units, count(DISTINCT region)::int AS regions,
        count(*) FILTER (WHERE restriction IS NOT NULL)::int AS "restrictedUnits"
      FROM unit WHERE ${standing}
    )
    SELECT organizations.*, members.*, units.* FROM organizations, members, units`.execute(database);
  const [shape] = rows;
  if (!shape) throw new Error("A count has no row");
  return shape;
}
