import { v7 as uuidv7 } from "uuid";
import type { AssessedGroup } from "./assessed-group.ts";

/** A fact as tests of scores write it down. */
export type GivenFact = {
  readonly organizationId: string;
  readonly kind: string;
  readonly countsOn: string;
  readonly quantity: string;
  readonly base?: string;
  readonly attributes?: Record<string, string>;
  readonly details?: Record<string, string | number>;
  /** Month it is booked in, where that isn't its own. */
  readonly postedIn?: string;
  /** Number of the closing it comes before. */
  readonly closing?: number;
};

/** Books facts as they would be posted, and asks for the scores that they change. Answers their ids. */
export async function bookFacts(group: AssessedGroup, facts: readonly GivenFact[]): Promise<string[]> {
  const rows = facts.map((fact) => ({
    tenant_id: group.tenantId,
    id: uuidv7(),
    organization_id: fact.organizationId,
    kind: fact.kind,
    sign: 1,
    occurred_on: fact.countsOn,
    counts_on: fact.countsOn,
    posted_in: `${fact.postedIn ?? fact.countsOn.slice(0, 7)}-01`,
    quantity: fact.quantity,
    base: fact.base ?? null,
    attributes: fact.attributes ?? {},
    details: fact.details ?? {},
    closing: fact.closing ?? 1,
    source_table: "test",
    source_id: uuidv7(),
    source_version: 1,
    recorded_at: group.clock().toISOString(),
  }));
  await group.query(
    "INSERT INTO fact SELECT (jsonb_populate_record(NULL::fact, value)).* FROM jsonb_array_elements($1::jsonb)",
    [JSON.stringify(rows)],
  );
  await group.query(
    `INSERT INTO outbox (tenant_id, topic, organization_id, month, recorded_at)
     SELECT DISTINCT tenant_id, 'score.dirty', organization_id, date_trunc('month', counts_on)::date, now() FROM fact
     WHERE tenant_id = $1 AND id = ANY($2::uuid[])`,
    [group.tenantId, rows.map(({ id }) => id)],
  );
  await group.fold();
  return rows.map(({ id }) => id);
}

/** So many checks of ten passed on the tenth of a month: in the monthly scheme a total of ten times that. */
export function passed(
  organizationId: string,
  month: string,
  quantity: string,
  over: Partial<GivenFact> = {},
): GivenFact {
  const fact = { kind: "record.standard", countsOn: `${month}-10`, quantity, base: "10" };
  return { organizationId, ...fact, attributes: { template: "theme_day" }, ...over };
}
