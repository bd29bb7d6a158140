import { isUsable } from "@dutyloop/domain/standards/template-policy.ts";
import { type TemplateBody, type TemplateStage, templateBody } from "@dutyloop/domain/standards/things.ts";
import { type RawBuilder, sql } from "kysely";
import type { ReadDatabase } from "../../platform/db/pools.ts";

export type TemplateVersion = { readonly version: number; readonly body: TemplateBody };

/** A published version with its way so far. `ownerId` is null for the built-in library. */
export type PublishedVersion = TemplateVersion & {
  readonly code: string;
  readonly stage: TemplateStage;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly ownerPath: string | null;
  readonly base: number | null;
  readonly publishedAt: Date | null;
  readonly publishedBy: string | null;
};

/**
 * Bodies by checksum. A version never changes, so what is remembered is never out of date, and groups share it. What the
 * schema has learnt since a version was stored gets its default here; what is stored stays as it was.
 */
const remembered = new Map<string, TemplateBody>();

/** What a group works by: every published version, and which of them is current by code. */
type Offered = {
  readonly published: readonly PublishedVersion[];
  readonly current: ReadonlyMap<string, TemplateVersion>;
};

/** By group, and by what is published and how far each version has come, so that what is remembered is never out of date either. */
const offered = new Map<string, Offered>();
const mostStandings = 100;

/**
 * The version of each template by which a group as a whole works, by code: the newest that adapts no other, promoted or
 * otherwise in use; what was withdrawn only where there is no other, since records and plans still name it.
 */
export async function currentTemplates(
  database: ReadDatabase,
  tenantId: number,
): Promise<ReadonlyMap<string, TemplateVersion>> {
  const { rows } = await sql<{ standing: string }>`SELECT ${standing(tenantId)} AS standing`.execute(database);
  return (await offeredBy(database, tenantId, rows[0]?.standing ?? "")).current;
}

/**
 * Tells by its text whether anything was published or moved on since, or an owner was moved or renamed; as SQL, to be asked
 * for beside something else. Almost every page asks for templates: they are worked out once for all that stands.
 */
export function standing(tenantId: number): RawBuilder<string> {
  return sql<string>`concat_ws(' ',
    (SELECT md5(string_agg(concat_ws(' ', v.code, v.version, v.checksum, v.state, v.base_version, o.path, o.name), ',' ORDER BY v.code, v.version))
      FROM template_version v LEFT JOIN organization o ON o.tenant_id = v.tenant_id AND o.id = v.owner_id WHERE v.tenant_id = ${tenantId}),
    (SELECT md5(string_agg(concat_ws(' ', a.code, a.version, a.number, a.to_stage), ',' ORDER BY a.code, a.version, a.number))
      FROM template_act a WHERE a.tenant_id = ${tenantId}))`;
}

/** What stands as `standing` told. */
export async function offeredBy(database: ReadDatabase, tenantId: number, told: string): Promise<Offered> {
  const key = `${tenantId} ${told}`;
  const known = offered.get(key);
  if (known) return known;
  const published = await publishedVersions(database, tenantId);
  const found = { published, current: currentOf(published) };
  offered.set(key, found);
  const oldest = offered.keys().next().value;
  if (offered.size > mostStandings && oldest !== undefined) offered.delete(oldest);
  return found;
}

function currentOf(versions: readonly PublishedVersion[]): Map<string, TemplateVersion> {
  const best = new Map<string, PublishedVersion>();
  for (const version of versions) {
    if (version.base !== null) continue;
    const known = best.get(version.code);
    if (known === undefined || rankOf(version) > rankOf(known)) best.set(version.code, version);
  }
  return new Map([...best].map(([code, { version, body }]) => [code, { version, body }]));
}

function rankOf({ stage, version }: PublishedVersion): number {
  const standing = stage === "promoted" ? 2 : isUsable(stage) ? 1 : 0;
  return standing * 10_000_000 + version;
}

/** Every published version of a group, or of one code, by code and then the newest first. */
export async function publishedVersions(
  database: ReadDatabase,
  tenantId: number,
  code: string | null = null,
): Promise<PublishedVersion[]> {
  const { rows } = await sql<Omit<PublishedVersion, "body"> & { checksum: string }>`
    SELECT v.code, v.version, v.checksum, v.owner_id AS "ownerId", o.name AS "ownerName", o.path AS "ownerPath",
      v.base_version AS base, v.published_at AS "publishedAt", v.published_by AS "publishedBy",
      coalesce((SELECT a.to_stage FROM template_act a
        WHERE a.tenant_id = v.tenant_id AND a.code = v.code AND a.version = v.version ORDER BY a.number DESC LIMIT 1),
        v.state) AS stage
    FROM template_version v LEFT JOIN organization o ON o.tenant_id = v.tenant_id AND o.id = v.owner_id
    WHERE v.tenant_id = ${tenantId} AND (${code}::text IS NULL OR v.code = ${code})
    ORDER BY v.code, v.version DESC`.execute(database);
  if (rows.some(({ checksum }) => !remembered.has(checksum))) await remember(database, tenantId);
  return rows.map(({ checksum, ...row }) => ({ ...row, body: remembered.get(checksum) as TemplateBody }));
}

async function remember(database: ReadDatabase, tenantId: number): Promise<void> {
  const rows = await database
    .selectFrom("template_version")
    .where("tenant_id", "=", tenantId)
    .select(["checksum", "body"])
    .execute();
  for (const { checksum, body } of rows) remembered.set(checksum, templateBody.parse(body));
}
