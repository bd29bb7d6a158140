import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { Scope } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { type RawBuilder, sql } from "kysely";
import { inScope } from "../../../platform/access/place.ts";
import type { ReadDatabase, Transaction } from "../../../platform/db/pools.ts";
import type { Context } from "../../../platform/ritual/use-case.ts";

const undoableHours = 24;

/** The last instant at which what is taken in now can be taken back. */
export function undoableUntil(committedAt: Date): Date {
  return new Date(committedAt.getTime() + undoableHours * 60 * 60 * 1000);
}

/** What is kept of an import: its counts, and the first day on which the tree is another one. */
export type Effect = { readonly sheets: Answer<"getImport">["sheets"]; readonly changedFrom: PlainDate | null };
type File = { readonly organizationId: string; readonly fileName: string; readonly digest: string };

export function batchRow({ actor, now }: Context, file: File, id: string, kind: BatchRow["kind"], effect: Effect) {
  return {
    tenant_id: actor.tenantId,
    id,
    organization_id: file.organizationId,
    kind,
    file_name: file.fileName,
    digest: file.digest,
    counts: effect,
    committed_by: actor.accountId,
    committed_at: now,
  };
}

export type BatchRow = {
  readonly id: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly path: string;
  readonly kind: "roster" | "ledger";
  readonly fileName: string;
  readonly counts: Effect;
  readonly committedBy: string;
  readonly committedAt: Date;
  readonly undoneBy: string | null;
  readonly undoneAt: Date | null;
};

/** Imports at organisations in the scope that fit, the latest first. */
export async function batchesWhere(
  database: ReadDatabase | Transaction,
  tenantId: number,
  scope: Scope,
  fits: RawBuilder<unknown>,
  limit: number,
): Promise<BatchRow[]> {
  const { rows } = await sql<BatchRow>`
    SELECT b.id, b.organization_id AS "organizationId", o.name AS "organizationName", o.path, b.kind,
      b.file_name AS "fileName", b.counts, by.display_name AS "committedBy", b.committed_at AS "committedAt",
      undone.display_name AS "undoneBy", b.undone_at AS "undoneAt"
    FROM import_batch b JOIN organization o ON o.tenant_id = b.tenant_id AND o.id = b.organization_id
    JOIN account by ON by.tenant_id = b.tenant_id AND by.id = b.committed_by
    LEFT JOIN account undone ON undone.tenant_id = b.tenant_id AND undone.id = b.undone_by
    WHERE b.tenant_id = ${tenantId} AND ${inScope("o.path", scope)} AND ${fits}
    ORDER BY b.committed_at DESC, b.id DESC LIMIT ${limit}`.execute(database);
  return rows;
}

export function shownBatch(row: BatchRow, now: Date): Answer<"getImport"> {
  const { path: _path, counts, committedAt, undoneAt, ...plain } = row;
  const until = undoableUntil(committedAt);
  return {
    ...plain,
    sheets: counts.sheets,
    committedAt: committedAt.toISOString(),
    undoneAt: undoneAt?.toISOString() ?? null,
    undoableUntil: undoneAt === null && now <= until ? until.toISOString() : null,
  };
}
