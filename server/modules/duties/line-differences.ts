import { type DutyChanges, dutyChanges, type IssuedDuty } from "@dutyloop/domain/duties/plan-change-rules.ts";
import type { OwedPattern } from "@dutyloop/domain/duties/plan-rules.ts";
import type { DutySlot } from "@dutyloop/domain/duties/things.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import { pause } from "../../platform/loops/progress.ts";

/** What becomes of a line: the duties it is to have from a day on, and lines that ended and may have made some already. */
export type LineChange = {
  readonly id: string;
  readonly patterns: readonly OwedPattern[];
  /** Lines of the plan for the same work that ended or change now: what was done by them isn't asked for again. */
  readonly others: readonly string[];
};
export type When = { readonly from: PlainDate; readonly today: PlainDate };
type Subject = { readonly organizationId: string; readonly subjectId: string };
type SubjectChanges = Subject & { readonly changes: DutyChanges };
type Issued = Subject & IssuedDuty;

const organizationsAtOnce = 500;

/**
 * The difference that a changed line makes, for some hundred organisations at a time, so that a plan of many branches is
 * never held as a whole.
 *
 * @param holding where the duties are locked until the end of the transaction, because they are about to be changed
 */
export async function* differencesOfLine(
  database: ReadDatabase,
  tenantId: number,
  line: LineChange,
  when: When,
  holding: boolean,
): AsyncGenerator<readonly SubjectChanges[]> {
  const wanted = new Map<string, { subject: Subject; slots: readonly DutySlot[] }>();
  for (const { slots, subjects } of line.patterns) {
    for (const subject of subjects) wanted.set(keyOf(subject), { subject, slots });
  }
  const organizations = await organizationsOf(database, tenantId, line);
  for (let first = 0; first < organizations.length; first += organizationsAtOnce) {
    const some = organizations.slice(first, first + organizationsAtOnce);
    const issued = await issuedTo(database, tenantId, line, some, when, holding);
    const bySubject = Map.groupBy(issued, keyOf);
    const here = new Set(some);
    const subjects = new Map([
      ...issued.map((duty) => [keyOf(duty), duty] as const),
      ...[...wanted].flatMap(([key, { subject }]) =>
        here.has(subject.organizationId) ? [[key, subject] as const] : [],
      ),
    ]);
    yield [...subjects].map(([key, { organizationId, subjectId }]) => ({
      organizationId,
      subjectId,
      changes: dutyChanges(wanted.get(key)?.slots ?? [], bySubject.get(key) ?? [], when.from, when.today),
    }));
    await pause();
  }
}

function keyOf({ organizationId, subjectId }: Subject): string {
  return `${organizationId} ${subjectId}`;
}

/** Whoever owes the line, or is to owe it. */
async function organizationsOf(database: ReadDatabase, tenantId: number, line: LineChange): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`SELECT DISTINCT organization_id AS id FROM obligation
    WHERE tenant_id = ${tenantId} AND source_id = ${line.id}::uuid`.execute(database);
  const wanted = line.patterns.flatMap(({ subjects }) => subjects.map(({ organizationId }) => organizationId));
  return [...new Set([...rows.map(({ id }) => id), ...wanted])].sort();
}

/** Of other lines only what stays: what was done or handed in, and what began before the day or is past. */
async function issuedTo(
  database: ReadDatabase,
  tenantId: number,
  { id, others }: LineChange,
  organizations: readonly string[],
  { from, today }: When,
  holding: boolean,
): Promise<Issued[]> {
  const { rows } = await sql<Issued>`
    SELECT ob.id, ob.organization_id AS "organizationId", ob.subject_id AS "subjectId", ob.period_from AS "periodFrom",
      ob.period_to AS "periodTo", ob.due_on AS "dueOn", ob.occurrence, ob.state, ob.waived_by_plan AS "waivedByPlan",
      ob.source_id = ${id}::uuid AS "ofLine"
    FROM obligation ob
    WHERE ob.tenant_id = ${tenantId} AND ob.source_id = ANY(${[id, ...others]}::uuid[])
      AND ob.organization_id = ANY(${[...organizations]}::uuid[])
      AND (ob.source_id = ${id}::uuid OR ob.state IN ('submitted', 'discharged')
        OR (ob.state <> 'waived' AND (ob.period_from < ${from}::date OR ob.due_on < ${today}::date)))
    ORDER BY ob.organization_id, ob.subject_id, ob.period_from, ob.occurrence, ob.id
    ${holding ? sql`FOR NO KEY UPDATE OF ob` : sql``}`.execute(database);
  return rows;
}
