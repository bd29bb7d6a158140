import { sql } from "kysely";
import { type Act, keepInserted, keepUpdated } from "../../platform/changes/index.ts";
import { requestCountsSince } from "../../platform/facts/count-requests.ts";
import { reverseFacts, standingFacts } from "../../platform/facts/reverse-facts.ts";
import type { Saving } from "../../platform/ritual/saving.ts";
import type { Context } from "../../platform/ritual/use-case.ts";
import { insertionOfDuties, reopeningOfDuties, waivableDuties } from "../duties/index.ts";
import { searchWords } from "../organization/index.ts";
import { changedRows, recordset } from "./changed-rows.ts";
import type { Applicable } from "./planning.ts";

/** Writes what follows from a new tree: duties, terms of office, what organisations are found by, who followed whom. */
export async function writeConsequences(
  saving: Saving,
  context: Context,
  act: Act,
  applicable: Applicable,
): Promise<void> {
  const { transaction } = saving;
  const { ended, leaving, duties, effects } = applicable;
  await takeBackDue(saving, context, applicable);
  await keepUpdated(transaction, act, "obligation", { set: sql`state = 'waived'`, where: waivableDuties(leaving) });
  await keepUpdated(transaction, act, "obligation", reopeningOfDuties(duties.known));
  await keepInserted(transaction, act, "obligation", insertionOfDuties(act.tenantId, duties.issued));
  // What was extended may have been due in any month before.
  await requestCountsSince(transaction, act.tenantId, "0001-01-01", context.now);
  await keepUpdated(transaction, act, "term_of_office", {
    set: sql`ended_on = greatest(t.began_on, ${leaving.lastDay}::date)`,
    where: sql`t.organization_id = ANY(${[...ended]}::uuid[]) AND t.ended_on IS NULL`,
  });
  await writeSearchEntries(saving, act, applicable);
  await keepInserted(
    transaction,
    act,
    "reorganization_successor",
    sql`INSERT INTO reorganization_successor (tenant_id, reorganization_id, predecessor_id, successor_id)
      SELECT DISTINCT ${act.tenantId}::int, ${act.id}::uuid, "predecessorId", "successorId"
      FROM ${recordset(effects.successions, `"predecessorId" uuid, "successorId" uuid`)}`,
  );
}

/** That a duty was due counts no more once it is waived, where its day had passed before anybody re-organised. */
async function takeBackDue(saving: Saving, context: Context, { leaving }: Applicable): Promise<void> {
  const { transaction } = saving;
  const { tenantId } = context.actor;
  // Nobody posts that one was due, or discharges it, between what is read here and the waiving.
  await sql`SELECT FROM obligation t WHERE t.tenant_id = ${tenantId} AND ${waivableDuties(leaving)}
    ORDER BY t.id FOR NO KEY UPDATE`.execute(transaction);
  const { rows } = await sql<{ organizationId: string; facts: string[] }>`
    SELECT t.organization_id AS "organizationId", json_agg(s.fact_id) AS facts FROM obligation t
    JOIN fact_source s ON s.tenant_id = t.tenant_id AND s.source_table = 'obligation' AND s.source_id = t.id
      AND s.kind = 'obligation.due' AND s.sign = 1
    WHERE t.tenant_id = ${tenantId} AND t.due_posted AND ${waivableDuties(leaving)} GROUP BY 1`.execute(transaction);
  for (const { organizationId, facts } of rows) {
    reverseFacts(saving, context, await standingFacts(transaction, tenantId, organizationId, facts));
  }
}

async function writeSearchEntries({ transaction }: Saving, act: Act, { plan }: Applicable): Promise<void> {
  const { added, changed } = changedRows(plan, "organizations");
  const { rows: known } = await sql<{ id: string; names: string[] }>`
    SELECT organization_id AS id, array_agg(name ORDER BY valid_from DESC) AS names FROM organization_place
    WHERE tenant_id = ${act.tenantId} AND organization_id = ANY(${changed.map(({ id }) => id)}::uuid[])
    GROUP BY 1`.execute(transaction);
  const names = new Map(known.map(({ id, names: former }) => [id, former]));
  const entry = ({ id, path, name, code }: (typeof added)[number]) => ({
    id,
    path,
    words: searchWords(names.get(id) ?? [name], code),
  });
  const columns = "id uuid, path text, words text";
  await keepUpdated(transaction, act, "search_entry", {
    set: sql`path = r.path, words = r.words`,
    from: recordset(changed.map(entry), columns),
    where: sql`t.entity = 'organization' AND t.id = r.id AND (t.path <> r.path OR t.words <> r.words)`,
  });
  await keepInserted(
    transaction,
    act,
    "search_entry",
    sql`INSERT INTO search_entry (tenant_id, entity, id, path, words)
      SELECT ${act.tenantId}::int, 'organization', id, path, words FROM ${recordset(added.map(entry), columns)}`,
  );
}
