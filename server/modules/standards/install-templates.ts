import { type TemplateBody, templateBody } from "@dutyloop/domain/standards/things.ts";
import { sql } from "kysely";
import type { Transaction } from "../../platform/db/pools.ts";
import { type LibraryEntry, loadLibrary } from "../../platform/library/load.ts";

/**
 * Adds the built-in templates and versions that a group doesn't have yet; versions that stand are never touched. Throws
 * where the library says something else under a version that stands: what was recorded under it must stay readable.
 */
export async function installTemplates(transaction: Transaction, tenantId: number): Promise<number> {
  const library = await loadLibrary("templates", templateBody);
  const { rows: standing } = await sql<Standing & { owned: boolean }>`
    SELECT code, version, checksum, owner_id IS NOT NULL AS owned FROM template_version WHERE tenant_id = ${tenantId}`.execute(
    transaction,
  );
  const changed = changedVersions(
    library,
    standing.filter(({ owned }) => !owned),
  );
  if (changed.length > 0) throw new Error(sayingChanged(changed));
  const rows = library.map(({ body, checksum }) => ({
    tenant_id: tenantId,
    code: body.code,
    version: body.version,
    body,
    checksum,
    state: "promoted",
  }));
  const { numAffectedRows } = await sql`INSERT INTO template_version (tenant_id, code, version, body, checksum, state)
    SELECT tenant_id, code, version, body, checksum, state
    FROM jsonb_populate_recordset(NULL::template_version, ${JSON.stringify(rows)}::jsonb)
    ON CONFLICT DO NOTHING`.execute(transaction);
  return Number(numAffectedRows ?? 0n);
}

type Standing = { readonly code: string; readonly version: number; readonly checksum: string };

/** Templates of the library that stand under the same version with another body. */
export function changedVersions(
  library: readonly LibraryEntry<Pick<TemplateBody, "code" | "version">>[],
  standing: readonly Standing[],
): { readonly code: string; readonly version: number }[] {
  const known = new Map(standing.map(({ code, version, checksum }) => [`${code} ${version}`, checksum]));
  return library
    .filter(({ body, checksum }) => (known.get(`${body.code} ${body.version}`) ?? checksum) !== checksum)
    .map(({ body: { code, version } }) => ({ code, version }));
}

function sayingChanged(changed: readonly { readonly code: string; readonly version: number }[]): string {
  const list = changed.map(({ code, version }) => `${code} version ${version}`).join(", ");
  return `The built-in templates differ from those installed under the same version: ${list}. Give a changed template the next version; what was recorded under the old one must stay readable.`;
}
