import { sql } from "kysely";
import type { Saving } from "../../platform/ritual/saving.ts";

export type Reopened = {
  readonly obligationId: string;
  /** Whether it stays posted that it was due. */
  readonly duePosted: boolean;
};

/** Marks obligations owed again, because the record that discharged them doesn't any more. */
export function reopenDuties(saving: Saving, tenantId: number, reopened: readonly Reopened[]): void {
  if (reopened.length === 0) return;
  const ids = reopened.map(({ obligationId }) => obligationId);
  const posted = reopened.map(({ duePosted }) => duePosted);
  saving.change(sql`UPDATE obligation t SET state = 'todo', record_id = NULL, due_posted = d.posted
    FROM unnest(${ids}::uuid[], ${posted}::boolean[]) AS d(id, posted) WHERE t.tenant_id = ${tenantId} AND t.id = d.id`);
}
