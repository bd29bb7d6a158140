import type { TemplateBody } from "@dutyloop/domain/standards/things.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";

export type TemplateVersion = { readonly version: number; readonly body: TemplateBody };

/** The newest version of each template of a group, by code. */
export async function currentTemplates(
  database: ReadDatabase,
  tenantId: number,
): Promise<Map<string, TemplateVersion>> {
  const rows = await database
    .selectFrom("template_version")
    .where("tenant_id", "=", tenantId)
    .distinctOn("code")
    .select(["code", "version", "body"])
    .orderBy("code")
    .orderBy("version", "desc")
    .execute();
  return new Map(rows.map((row) => [row.code, { version: row.version, body: row.body as unknown as TemplateBody }]));
}
