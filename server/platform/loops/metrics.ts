import { sql } from "kysely";
import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { Database } from "../db/pools.ts";

/** Gauges for the operator: the process, and what waits in the queues of all groups. */
export function startMetrics(groups: () => Promise<number[]>, database: Database, clock: () => Date): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, value: (tenantId: number) => Promise<number>, most: boolean) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        const values = await Promise.all((await groups()).map(value));
        this.set(most ? Math.max(0, ...values) : values.reduce((sum, each) => sum + each, 0));
      },
    });
  const number = async (tenantId: number, query: ReturnType<typeof sql<{ value: number }>>) =>
    Number((await query.execute(database.reading(tenantId))).rows[0]?.value ?? 0);
  const age = (tenantId: number, oldest: ReturnType<typeof sql>) =>
    number(
      tenantId,
      sql<{
        value: number;
      }>`SELECT greatest(0, extract(epoch FROM ${clock()}::timestamptz - (${oldest})))::float AS value`,
    );
  gauge(
    "dutyloop_outbox_rows",
    "Rows that wait to be folded",
    (id) => number(id, sql`SELECT count(*)::int AS value FROM outbox WHERE tenant_id = ${id}`),
    false,
  );
  gauge(
    "dutyloop_outbox_oldest_seconds",
    "Age of the oldest of them",
    (id) => age(id, sql`SELECT min(recorded_at) FROM outbox WHERE tenant_id = ${id}`),
    true,
  );
  gauge(
    "dutyloop_count_requests",
    "Requests that wait to be counted",
    (id) => number(id, sql`SELECT count(*)::int AS value FROM count_request WHERE tenant_id = ${id}`),
    false,
  );
  gauge(
    "dutyloop_audit_unsealed_rows",
    "Audit entries not yet in the chain",
    (id) => number(id, sql`SELECT count(*)::int AS value FROM audit_unsealed WHERE tenant_id = ${id}`),
    false,
  );
  gauge(
    "dutyloop_audit_unsealed_oldest_seconds",
    "Age of the oldest of them",
    (id) =>
      age(
        id,
        sql`SELECT min(e.recorded_at) FROM audit_unsealed w JOIN audit_entry e ON e.tenant_id = w.tenant_id AND e.id = w.entry_id WHERE w.tenant_id = ${id}`,
      ),
    true,
  );
  return registry;
}
