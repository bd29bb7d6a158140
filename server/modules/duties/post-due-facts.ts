import { dueFact } from "@dutyloop/domain/duties/obligation-facts.ts";
import type { Obligation } from "@dutyloop/domain/duties/things.ts";
import { addMonths, monthOf, monthsFromTo, type PlainDate, plainDateIn } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { postFacts } from "../../platform/facts/post-facts.ts";
import type { Workshop } from "../../platform/ritual/perform.ts";
import { startSaving } from "../../platform/ritual/saving.ts";
import { nextVersion } from "./posting-versions.ts";

const mostAtOnce = 2000;

/**
 * Posts `obligation.due` for everything whose deadline has passed without a discharge, so that what was not done lowers
 * the score. Its discharge posts it earlier; each obligation is posted once. Answers how many were posted.
 */
export async function postDueFacts(workshop: Workshop, tenantId: number): Promise<number> {
  const now = workshop.clock();
  const today = plainDateIn(now, workshop.timeZone);
  const oldest = await oldestToPost(workshop, tenantId, today);
  if (oldest === null) return 0;
  const months = monthsFromTo(monthOf(oldest), addMonths(monthOf(today), 1));
  const posted = await workshop.database.writing(
    tenantId,
    { months },
    async (transaction, { closedMonths, nextClosing }) => {
      const { rows } = await sql<Obligation & { version: number }>`
      SELECT id, organization_id AS "organizationId", subject_id AS "subjectId", source_id AS "sourceId", template_code AS "templateCode",
        period_from AS "periodFrom", period_to AS "periodTo", due_on AS "dueOn", occurrence, state, extended_to AS "extendedTo",
        ${nextVersion("obligation", "obligation.due")} AS version
      FROM obligation WHERE tenant_id = ${tenantId} AND NOT due_posted AND due_on < ${today}::date AND due_on >= ${oldest}::date
        AND state <> 'waived'
      ORDER BY due_on, id LIMIT ${mostAtOnce} FOR NO KEY UPDATE OF obligation SKIP LOCKED`.execute(transaction);
      if (rows.length === 0) return 0;
      const saving = startSaving(transaction);
      const context = {
        actor: { tenantId, accountId: "", personId: null, grants: [] },
        closedMonths: new Set(closedMonths),
        heldMonths: new Set(months),
        nextClosing,
        now,
      };
      postFacts(
        saving,
        context,
        rows.map(({ version, ...obligation }) => ({
          draft: dueFact(obligation),
          origin: { table: "obligation", id: obligation.id, version, part: "", recordId: null },
        })),
      );
      await sql`UPDATE obligation SET due_posted = true WHERE tenant_id = ${tenantId} AND id = ANY(${rows.map((row) => row.id)}::uuid[])`.execute(
        transaction,
      );
      await saving.flush();
      return rows.length;
    },
  );
  if (posted > 0) workshop.wake();
  return posted === mostAtOnce ? posted + (await postDueFacts(workshop, tenantId)) : posted;
}

async function oldestToPost(workshop: Workshop, tenantId: number, today: PlainDate): Promise<PlainDate | null> {
  const { rows } = await sql<{ oldest: PlainDate | null }>`SELECT min(due_on) AS oldest FROM obligation
    WHERE tenant_id = ${tenantId} AND NOT due_posted AND due_on < ${today}::date AND state <> 'waived'`.execute(
    workshop.database.reading(tenantId),
  );
  return rows[0]?.oldest ?? null;
}
