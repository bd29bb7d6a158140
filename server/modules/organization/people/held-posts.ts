import { addDays, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import type { Transaction } from "../../../platform/db/pools.ts";
import type { Saving } from "../../../platform/ritual/saving.ts";

/** A post that a person holds on a day or later. */
export type HeldPost = {
  readonly id: string;
  readonly path: string;
  readonly from: PlainDate;
};

export async function postsFrom(
  transaction: Transaction,
  tenantId: number,
  { personId, on }: { personId: string; on: PlainDate },
): Promise<HeldPost[]> {
  const { rows } = await sql<HeldPost>`
    SELECT a.id, o.path, a.valid_from AS "from" FROM appointment a
    JOIN organization o ON o.tenant_id = a.tenant_id AND o.id = a.organization_id
    WHERE a.tenant_id = ${tenantId} AND a.person_id = ${personId}::uuid
      AND (a.valid_to IS NULL OR a.valid_to >= ${on}::date) ORDER BY a.id`.execute(transaction);
  return rows;
}

/** Why posts can't end the day before, or null: what hasn't begun by then can't have been held. */
export function endingRefusal(posts: readonly HeldPost[], startsOn: PlainDate): Refusal | null {
  const later = posts.find(({ from }) => from >= startsOn);
  return later ? refuse("appointment.begins_later", { from: later.from }, "on") : null;
}

/** Ends posts the day before a day. */
export function endPosts(saving: Saving, tenantId: number, posts: readonly HeldPost[], startsOn: PlainDate): void {
  if (posts.length === 0) return;
  saving.change(sql`UPDATE appointment SET valid_to = ${addDays(startsOn, -1)}
    WHERE tenant_id = ${tenantId} AND id = ANY(${posts.map(({ id }) => id)}::uuid[])`);
}
