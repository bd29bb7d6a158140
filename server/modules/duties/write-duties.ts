import type { OwedPattern } from "@dutyloop/domain/duties/plan-rules.ts";
import type { DutySlot } from "@dutyloop/domain/duties/things.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "../../platform/db/pools.ts";

/** Rows written by one statement: enough to be quick, few enough for progress to be seen. */
const rowsAtOnce = 20_000;

/** The line that orders duties, as the rows of its duties name it. */
export type OrderingLine = { readonly id: string; readonly templateCode: string; readonly templateVersion: number };

/**
 * Makes the duties of a line by its patterns, leaving out those that are there. Subjects and slots go to the database and
 * it makes the rows, so that a plan of a million duties isn't held here. `tell` hears how many were looked at since it was
 * told last. Answers how many were made.
 */
export async function makeDuties(
  transaction: Transaction,
  tenantId: number,
  line: OrderingLine,
  patterns: readonly OwedPattern[],
  tell: (done: number) => void,
): Promise<number> {
  let made = 0;
  for (const { slots, subjects } of patterns) {
    const atOnce = Math.max(1, Math.floor(rowsAtOnce / slots.length));
    for (let first = 0; first < subjects.length; first += atOnce) {
      const some = subjects.slice(first, first + atOnce);
      made += await insertDuties(transaction, tenantId, line, some, slots);
      tell(some.length * slots.length);
    }
  }
  return made;
}

async function insertDuties(
  transaction: Transaction,
  tenantId: number,
  { id, templateCode, templateVersion }: OrderingLine,
  subjects: OwedPattern["subjects"],
  slots: readonly DutySlot[],
): Promise<number> {
  // An id of version 7 begins with its time and the number of its version; the database adds what chance decides.
  const time = uuidv7().slice(0, 15);
  const { numAffectedRows } = await sql`
    INSERT INTO obligation (tenant_id, id, organization_id, subject_id, source_table, source_id, template_code,
      template_version, period_from, period_to, occurrence, due_on, state)
    SELECT ${tenantId}::int, (${time}::text || substr(gen_random_uuid()::text, 16))::uuid, s.organization_id, s.subject_id,
      'plan_line', ${id}::uuid, ${templateCode}, ${templateVersion}::int, p.period_from, p.period_to, p.occurrence, p.due_on,
      'todo'
    FROM unnest(${subjects.map(({ organizationId }) => organizationId)}::uuid[],
      ${subjects.map(({ subjectId }) => subjectId)}::uuid[]) AS s(organization_id, subject_id)
    CROSS JOIN unnest(${slots.map(({ periodFrom }) => periodFrom)}::date[], ${slots.map(({ periodTo }) => periodTo)}::date[],
      ${slots.map(({ dueOn }) => dueOn)}::date[], ${slots.map(({ occurrence }) => occurrence)}::int[])
      AS p(period_from, period_to, due_on, occurrence)
    ON CONFLICT DO NOTHING`.execute(transaction);
  return Number(numAffectedRows ?? 0n);
}
