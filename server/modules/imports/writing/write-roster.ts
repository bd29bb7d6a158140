import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import type { Act } from "../../../platform/changes/index.ts";
import type { Transaction } from "../../../platform/db/pools.ts";
import { scoreDirty } from "../../../platform/facts/post-facts.ts";
import { markTreeChanged } from "../../../platform/facts/tree-changed.ts";
import type { FieldCipher } from "../../../platform/fields/field-cipher.ts";
import type { Telling } from "../../../platform/loops/progress.ts";
import { Refused } from "../../../platform/ritual/refused.ts";
import type { CheckedRoster } from "../roster/check-roster.ts";
import type { Placed } from "../roster/organization-state.ts";
import type { Pen } from "./kept-rows.ts";
import { pick } from "./order.ts";
import { writeAppointments } from "./write-appointments.ts";
import { writeOrganizations } from "./write-organizations.ts";
import { writePeople } from "./write-people.ts";
import { writeCoverage, writeUnits } from "./write-units.ts";

export type Desk = { readonly transaction: Transaction; readonly act: Act; readonly tell: Telling };
export type Day = {
  readonly fields: FieldCipher;
  readonly effectiveOn: PlainDate;
  /** First day of the earliest month that is scored anew for new members. */
  readonly oldestMonth: PlainDate;
  readonly today: PlainDate;
  readonly now: Date;
};

/**
 * Writes what a checked roster adds and changes, keeps all of it to be taken back, and asks for new scores. Throws Refused
 * (`import.state_changed`) where somebody else has written meanwhile what it would have written.
 */
export async function writeRoster({ transaction, act, tell }: Desk, checked: CheckedRoster, day: Day): Promise<void> {
  let [done, total] = [0, rowsToWrite(checked)];
  const wrote = (rows: number) => {
    done += rows;
    tell("writing", Math.min(done, total), total);
  };
  tell("writing", 0, total);
  const pen: Pen = { transaction, act, wrote };
  try {
    const organizations = await writeOrganizations(pen, checked, day.effectiveOn);
    const units = organizations && (await writeUnits(pen, checked));
    const covered = units && (await writeCoverage(pen, checked, organizations, units));
    const people = covered && (await writePeople(pen, checked, { ...day, organizations, units }));
    if (!people || !(await writeAppointments(pen, checked, organizations, people))) throw stateChanged();
    await markScores(pen, checked, day, organizations);
  } catch (error) {
    throw isTakenMeanwhile(error) ? stateChanged() : error;
  }
}

/** The earliest day from which the tree is another one; null where it stays. */
export function firstChange({ organizations }: CheckedRoster, effectiveOn: PlainDate): PlainDate | null {
  const counting = pick(organizations, "added").filter(({ after }) => after.kind !== "GROUP");
  const days = counting.map(({ after }) => after.validFrom);
  if (organizations.counts.changed > 0) days.push(effectiveOn);
  return days.sort()[0] ?? null;
}

/** A branch with more members counts more in what is rolled up above it, in each month that they are members. */
async function markScores(
  { transaction, act }: Pen,
  checked: CheckedRoster,
  { effectiveOn, oldestMonth, today, now }: Day,
  organizations: ReadonlyMap<string, Placed>,
): Promise<void> {
  const { tenantId } = act;
  const treeFrom = firstChange(checked, effectiveOn);
  if (treeFrom !== null && treeFrom <= today) await markTreeChanged(transaction, tenantId, treeFrom, now);
  const since = new Map<string, PlainDate>();
  for (const { after } of pick(checked.people, "added")) {
    const [membership] = after.memberships;
    const id = organizations.get(membership?.branchCode ?? "")?.id;
    const from = membership?.validFrom ?? today;
    if (id !== undefined && from < (since.get(id) ?? "9999")) since.set(id, from);
  }
  if (since.size === 0) return;
  const branches = [...since].map(([id, from]) => ({ id, from: from < oldestMonth ? oldestMonth : from }));
  await sql`INSERT INTO outbox (tenant_id, topic, organization_id, month, recorded_at)
    SELECT ${tenantId}::int, ${scoreDirty}, b.id, m::date, ${now}
    FROM json_to_recordset(${JSON.stringify(branches)}::json) AS b(id uuid, "from" date)
    CROSS JOIN LATERAL generate_series(date_trunc('month', b."from"::timestamp), ${today}::timestamp, interval '1 month') AS m`.execute(
    transaction,
  );
}

/** About: a person is a row, his membership and his private fields others. */
function rowsToWrite({ organizations, units, coverage, people, appointments }: CheckedRoster): number {
  const each = ({ counts: { added, changed } }: { counts: { added: number; changed: number } }) => added + changed;
  return 3 * each(organizations) + each(units) + each(coverage) + 3 * each(people) + each(appointments);
}

function stateChanged(): Refused {
  return new Refused(refuse("import.state_changed"));
}

/** PostgreSQL's words for a key that is taken, a stretch of days that is, and a row that has gone. */
const takenMeanwhile = new Set(["23505", "23P01", "23503"]);

function isTakenMeanwhile(error: unknown): boolean {
  return error instanceof Error && "code" in error && takenMeanwhile.has(String(error.code));
}
