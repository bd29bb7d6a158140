import type { TemplateBody } from "@dutyloop/domain/standards/things.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";

export type TemplateVersion = { readonly version: number; readonly body: TemplateBody };

/** Bodies by checksum. A version never changes, so what is remembered is never out of date, and groups share it. */
const remembered = new Map<string, TemplateBody>();

/** The newest version of each template of a group, by code. Which is the newest is looked up each time. */
export async function currentTemplates(
  database: ReadDatabase,
  tenantId: number,
): Promise<Map<string, TemplateVersion>> {
  const newest = await database
    .selectFrom("template_version")
    .where("tenant_id", "=", tenantId)
    .distinctOn("code")
    .select(["code", "version", "checksum"])
    .orderBy("code")
    .orderBy("version", "desc")
    .execute();
  if (newest.some(({ checksum }) => !remembered.has(checksum))) await remember(database, tenantId);
  return new Map(
    newest.map(({ code, version, checksum }) => [code, { version, body: remembered.get(checksum) as TemplateBody }]),
  );
}

async function remember(database: ReadDatabase, tenantId: number): Promise<void> {
  const rows = await database
    .selectFrom("template_version")
    .where("tenant_id", "=", tenantId)
    .select(["checksum", "body"])
    .execute();
  for (const { checksum, body } of rows) remembered.set(checksum, body as unknown as TemplateBody);
}
