import type { OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { afterSubtree } from "../../platform/access/place.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";

export type Host = {
  id: string;
  name: string;
  path: string;
  subjectId: string;
  subjectName: string;
  subjectFits: boolean;
  kind: OrganizationKind;
};

/** The organisation that held the event, and the subject: itself or one of its 党小组. Null where there is none. */
export async function hostOf(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  subjectId: string,
): Promise<Host | null> {
  const rows = await database
    .selectFrom("organization")
    .where("tenant_id", "=", tenantId)
    .where("id", "in", [...new Set([organizationId, subjectId])])
    .select(["id", "name", "path", "parent_id", "kind"])
    .execute();
  const host = rows.find((row) => row.id === organizationId);
  if (!host) return null;
  const subject = rows.find((row) => row.id === subjectId);
  const subjectFits =
    subject !== undefined && (subject.id === host.id || (subject.parent_id === host.id && subject.kind === "GROUP"));
  const kind = host.kind as OrganizationKind;
  return {
    id: host.id,
    name: host.name,
    path: host.path,
    kind,
    subjectId,
    subjectName: subject?.name ?? "",
    subjectFits,
  };
}

/** True where one of the files was not uploaded by an organisation at or below `path`. */
export async function unknownFiles(
  database: ReadDatabase,
  tenantId: number,
  fileIds: readonly string[],
  path: string,
): Promise<boolean> {
  if (fileIds.length === 0) return false;
  const { rows } = await sql<{ known: number }>`
    SELECT count(DISTINCT u.file_id)::int AS known FROM file_use u
    JOIN organization o ON o.tenant_id = u.tenant_id AND o.id = u.used_id
    WHERE u.tenant_id = ${tenantId} AND u.used_by = 'organization' AND u.file_id = ANY(${[...fileIds]}) AND o.path >= ${path} AND o.path < ${afterSubtree(path)}`.execute(
    database,
  );
  return rows[0]?.known !== new Set(fileIds).size;
}
