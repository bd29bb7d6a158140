import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { type TemplateAdoption, versionsInForce } from "@dutyloop/domain/standards/adoption-rules.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import { offeredBy, standing, type TemplateVersion } from "./template-store.ts";

export type StoredAdoption = TemplateAdoption & { readonly organizationId: string; readonly organizationName: string };

/** All adoptions of a group or of one code: as many as organisations adopt. Their paths are those of today. */
export async function adoptionsOf(
  database: ReadDatabase,
  tenantId: number,
  code: string | null = null,
): Promise<StoredAdoption[]> {
  const { rows } = await sql<StoredAdoption>`
    SELECT o.path, a.code, a.version, a.adopted_from AS "from", a.ends, o.id AS "organizationId", o.name AS "organizationName"
    FROM template_adoption a JOIN organization o ON o.tenant_id = a.tenant_id AND o.id = a.organization_id
    WHERE a.tenant_id = ${tenantId} AND (${code}::text IS NULL OR a.code = ${code})
    ORDER BY o.path, a.adopted_from`.execute(database);
  return rows;
}

/** By which templates organisations of a group work: for a place and a day, by code. */
export type TemplatesInForce = (path: string, day: PlainDate) => Map<string, TemplateVersion>;

/** What decides it is asked for once, for any number of places and days. */
export async function templatesInForce(database: ReadDatabase, tenantId: number): Promise<TemplatesInForce> {
  const { rows } = await sql<{ standing: string; adoptions: TemplateAdoption[] | null }>`
    SELECT ${standing(tenantId)} AS standing, (SELECT json_agg(json_build_object('path', o.path, 'code', a.code, 'version', a.version,
        'from', a.adopted_from, 'ends', a.ends))
      FROM template_adoption a JOIN organization o ON o.tenant_id = a.tenant_id AND o.id = a.organization_id
      WHERE a.tenant_id = ${tenantId}) AS adoptions`.execute(database);
  const adoptions = rows[0]?.adoptions ?? [];
  const { published } = await offeredBy(database, tenantId, rows[0]?.standing ?? "");
  return (path, day) => {
    const inForce = versionsInForce(published, adoptions, path, day);
    return new Map(
      published
        .filter(({ code, version }) => inForce.get(code) === version)
        .map(({ code, version, body }) => [code, { version, body }]),
    );
  };
}
