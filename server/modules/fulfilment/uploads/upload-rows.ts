import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { covers, type Scope } from "@dutyloop/domain/identity/access-policy.ts";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { notFound, Refused } from "../../../platform/ritual/refused.ts";

export type Upload = {
  readonly id: string;
  readonly organizationId: string;
  readonly path: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly received: number;
  readonly begunAt: Date;
  readonly file: Answer<"getUpload">["file"];
};

export const uploadHours = 24;

export function hasExpired({ begunAt }: Pick<Upload, "begunAt">, now: Date): boolean {
  return now.getTime() - begunAt.getTime() > uploadHours * 3_600_000;
}

type Owner = { readonly tenantId: number; readonly accountId: string };

const columns = sql`u.id, u.organization_id AS "organizationId", o.path, u.name, u.size, u.sha256, u.received, u.begun_at AS "begunAt",
  CASE WHEN f.id IS NULL THEN NULL ELSE json_build_object('id', f.id, 'mediaType', f.media_type, 'size', f.size) END AS file`;
const source = sql`upload u JOIN organization o ON o.tenant_id = u.tenant_id AND o.id = u.organization_id
  LEFT JOIN file f ON f.tenant_id = u.tenant_id AND f.id = u.file_id`;

/** An upload of the caller's own, held where he goes on with it; null for anybody else's. */
export async function ownUpload(
  database: ReadDatabase,
  { tenantId, accountId }: Owner,
  id: string,
  holding = false,
): Promise<Upload | null> {
  const hold = holding ? sql`FOR UPDATE OF u` : sql``;
  const { rows } = await sql<Upload>`SELECT ${columns} FROM ${source}
    WHERE u.tenant_id = ${tenantId} AND u.id = ${id} AND u.account_id = ${accountId} ${hold}`.execute(database);
  return rows[0] ?? null;
}

/** The caller's upload of this content for this organisation. */
export async function uploadOfContent(
  database: ReadDatabase,
  { tenantId, accountId }: Owner,
  organizationId: string,
  sha256: string,
): Promise<Upload | null> {
  const { rows } = await sql<Upload>`SELECT ${columns} FROM ${source}
    WHERE u.tenant_id = ${tenantId} AND u.account_id = ${accountId} AND u.organization_id = ${organizationId}
      AND u.sha256 = ${sha256} FOR UPDATE OF u`.execute(database);
  return rows[0] ?? null;
}

/** The caller's own upload that he may still go on with; throws as for what isn't there. */
export async function goingUpload(
  database: ReadDatabase,
  owner: Owner,
  scope: Scope,
  id: string,
  now: Date,
  holding = false,
): Promise<Upload> {
  const upload = await ownUpload(database, owner, id, holding);
  if (!upload || !covers(scope, upload.path)) throw notFound();
  if (hasExpired(upload, now)) throw new Refused(refuse("upload.expired"));
  return upload;
}

export function presentUpload({ id, size, received, file }: Pick<Upload, "id" | "size" | "received" | "file">) {
  return { id, size, received, file };
}

/** Why a piece can't be put behind what is there; null where it can. An empty one behind the last asks to finish again. */
export function pieceRefusal({ received, size, file }: Upload, offset: number, length: number): Refusal | null {
  if (offset !== received) return refuse("upload.offset", { received });
  if (offset + length > size) return refuse("upload.too_long");
  if (length === 0 && (received < size || file !== null)) return refuse("file.empty");
  return null;
}
