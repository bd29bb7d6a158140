import { sql } from "kysely";
import type { Database } from "../platform/db/pools.ts";

export type FoundGroup = { readonly tenantId: number; readonly code: string };
export type FoundOrganization = { readonly id: string; readonly name: string; readonly path: string };

/** What the command line named isn't there, or is several things. */
export class NotNamed extends Error {}

/** The group of this code, or the only one there is. Throws NotNamed. */
export async function findGroup(database: Database, code: string | undefined): Promise<FoundGroup> {
  const [first, ...more] = await findGroups(database, code);
  if (more.length > 0) {
    const codes = [first, ...more].map((group) => group.code).join(" ");
    throw new NotNamed(`有几个集团，请用 --group 指定其一 / several groups, name one by --group: ${codes}`);
  }
  return first;
}

/** The group of this code, or without one every group. Throws NotNamed where there is none. */
export async function findGroups(database: Database, code: string | undefined): Promise<[FoundGroup, ...FoundGroup[]]> {
  const rows = await database.outside.selectFrom("tenant").select(["tenant_id", "code"]).orderBy("code").execute();
  const [first, ...more] = rows
    .filter((row) => code === undefined || row.code === code)
    .map((row) => ({ tenantId: row.tenant_id, code: row.code }));
  if (first === undefined) throw new NotNamed(`没有找到集团 / no such group: ${code ?? ""}`);
  return [first, ...more];
}

/** An organisation of a group by id, code or name; without any the group's top. Throws NotNamed. */
export async function findOrganization(
  database: Database,
  { tenantId }: FoundGroup,
  wanted: string | undefined,
): Promise<FoundOrganization> {
  const { rows } = await sql<FoundOrganization>`
    SELECT id, name, path FROM organization
    WHERE tenant_id = ${tenantId}
      AND CASE WHEN ${wanted ?? null}::text IS NULL THEN parent_id IS NULL
        ELSE id::text = ${wanted ?? null} OR code = ${wanted ?? null} OR name = ${wanted ?? null} END
    ORDER BY path`.execute(database.reading(tenantId));
  const [only] = rows;
  if (only !== undefined && (rows.length === 1 || wanted === undefined)) return only;
  throw new NotNamed(
    rows.length === 0
      ? `没有找到组织 / no such organisation: ${wanted ?? ""}`
      : `有 ${rows.length} 个组织符合，请用 id / several fit, use the id: ${wanted}`,
  );
}
