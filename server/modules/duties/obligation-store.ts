import type { Obligation } from "@dutyloop/domain/duties/things.ts";
import {
  addDays,
  addMonths,
  type Month,
  monthOf,
  monthsFromTo,
  type PlainDate,
} from "@dutyloop/domain/kernel/plain-date.ts";
import { type RawBuilder, sql } from "kysely";
import { type Act, keepUpdated } from "../../platform/changes/index.ts";
import type { ReadDatabase, Transaction } from "../../platform/db/pools.ts";
import type { Saving } from "../../platform/ritual/saving.ts";
import { nextVersion } from "./posting-versions.ts";

/**
 * `duePosted`: that it was due stands as a fact already, because its deadline had passed. `dueVersion` and
 * `dischargeVersion`: under which these facts are posted next.
 */
export type StoredObligation = Obligation & {
  readonly templateVersion: number;
  /** The plan that orders it; empty where none does. */
  readonly sourceName: string;
  readonly duePosted: boolean;
  readonly dueVersion: number;
  readonly dischargeVersion: number;
};

/** How far from a day a deadline and a period may lie for a record of that day to concern the obligation. */
const mostDays = { due: 400, period: 40 } as const;

const storedObligation = sql`ob.id, ob.organization_id AS "organizationId", ob.subject_id AS "subjectId", ob.source_id AS "sourceId",
  coalesce(sp.name, '') AS "sourceName", ob.template_code AS "templateCode", ob.template_version AS "templateVersion", ob.period_from AS "periodFrom",
  ob.period_to AS "periodTo", ob.due_on AS "dueOn", ob.occurrence, ob.state, ob.extended_to AS "extendedTo",
  ob.due_posted AS "duePosted", ${nextVersion("ob", "obligation.due")} AS "dueVersion",
  ${nextVersion("ob", "obligation.discharged")} AS "dischargeVersion"`;

const orderedBy = sql`LEFT JOIN plan_line sl ON sl.tenant_id = ob.tenant_id AND sl.id = ob.source_id AND ob.source_table = 'plan_line'
    LEFT JOIN plan sp ON sp.tenant_id = sl.tenant_id AND sp.id = sl.plan_id`;

/**
 * The obligations of one organisation and its 党小组 that a record of that day could concern, in every state, locked
 * until the end of the transaction: two records sent at once can't both discharge one. Where none of a template holds
 * the day, its nearest ones are given, so that a refusal can name the possible days.
 */
export async function obligationsAround(
  transaction: Transaction,
  tenantId: number,
  organizationId: string,
  templateCodes: readonly string[],
  day: PlainDate,
): Promise<StoredObligation[]> {
  const { rows } = await sql<StoredObligation>`
    SELECT ${storedObligation} FROM obligation ob ${orderedBy}
    WHERE ob.tenant_id = ${tenantId} AND ob.organization_id = ${organizationId} AND ob.template_code = ANY(${[...templateCodes]})
      AND ${isAround(day, day)}
    ORDER BY ob.due_on, ob.occurrence, ob.id
    FOR NO KEY UPDATE OF ob`.execute(transaction);
  return rows;
}

/** A duty with where it is owed and who does it; locked until the end of the transaction. */
export type HeldDuty = StoredObligation & {
  readonly path: string;
  readonly isTask: boolean;
  readonly waivedVersion: number;
};

/** These duties, in one order whoever asks, locked until the end of the transaction. */
export async function heldDuties(
  transaction: Transaction,
  tenantId: number,
  ids: readonly string[],
): Promise<HeldDuty[]> {
  const { rows } = await sql<HeldDuty>`
    SELECT ${storedObligation}, o.path, coalesce(v.body->>'kind', 'record') = 'task' AS "isTask",
      ${nextVersion("ob", "obligation.waived")} AS "waivedVersion"
    FROM obligation ob ${orderedBy}
    JOIN organization o ON o.tenant_id = ob.tenant_id AND o.id = ob.organization_id
    LEFT JOIN template_version v ON v.tenant_id = ob.tenant_id AND v.code = ob.template_code AND v.version = ob.template_version
    WHERE ob.tenant_id = ${tenantId} AND ob.id = ANY(${[...ids]}::uuid[])
    ORDER BY ob.due_on, ob.occurrence, ob.id FOR NO KEY UPDATE OF ob`.execute(transaction);
  return rows;
}

/** Months in which facts that count on these last days may be booked: an ordinary one, or the first that is open. */
export function monthsOfDuties(duties: readonly Pick<Obligation, "dueOn">[], today: PlainDate): Month[] {
  const last = addMonths(monthOf(today), 1);
  return [
    ...new Set(
      duties.flatMap(({ dueOn }) => (monthOf(dueOn) >= last ? [monthOf(dueOn)] : monthsFromTo(monthOf(dueOn), last))),
    ),
  ].sort();
}

/**
 * The same for records of several organisations and days, in the same order; `aroundDay` takes those of one day.
 *
 * @param holding where they are locked until the end of the transaction, for records that are about to be written
 */
export async function obligationsBetween(
  database: ReadDatabase,
  tenantId: number,
  organizationIds: readonly string[],
  [first, last]: readonly [PlainDate, PlainDate],
  holding: boolean,
): Promise<StoredObligation[]> {
  const { rows } = await sql<StoredObligation>`
    SELECT ${storedObligation} FROM obligation ob ${orderedBy}
    WHERE ob.tenant_id = ${tenantId} AND ob.organization_id = ANY(${[...organizationIds]}::uuid[]) AND ${isAround(first, last)}
    ORDER BY ob.due_on, ob.occurrence, ob.id
    ${holding ? sql`FOR NO KEY UPDATE OF ob` : sql``}`.execute(database);
  return rows;
}

/** Those that a record of that day and these types could concern. */
export function aroundDay(
  obligations: readonly StoredObligation[],
  templateCodes: readonly string[],
  day: PlainDate,
): StoredObligation[] {
  const [dueFrom, dueTo] = [addDays(day, -mostDays.due), addDays(day, mostDays.due)];
  const [from, to] = [addDays(day, -mostDays.period), addDays(day, mostDays.period)];
  return obligations.filter(
    ({ templateCode, dueOn, periodFrom, periodTo }) =>
      templateCodes.includes(templateCode) &&
      dueOn >= dueFrom &&
      dueOn <= dueTo &&
      periodTo >= from &&
      periodFrom <= to,
  );
}

function isAround(first: PlainDate, last: PlainDate): RawBuilder<boolean> {
  const { due, period } = mostDays;
  return sql<boolean>`ob.due_on >= ${first}::date - ${sql.lit(due)} AND ob.due_on <= ${last}::date + ${sql.lit(due)}
    AND ob.period_to >= ${first}::date - ${sql.lit(period)} AND ob.period_from <= ${last}::date + ${sql.lit(period)}`;
}

export type Discharged = { readonly obligationId: string; readonly recordId: string };

/** Marks obligations discharged by their records, together with what else is saved. */
export function markDischarged(saving: Saving, tenantId: number, discharged: readonly Discharged[]): void {
  if (discharged.length === 0) return;
  const { set, from, where } = discharging(discharged);
  saving.change(sql`UPDATE obligation t SET ${set} FROM ${from} WHERE t.tenant_id = ${tenantId} AND ${where}`);
}

/** Marks them and keeps them as they were, to be put back with the rest of the act. */
export async function keepDischarged(
  transaction: Transaction,
  act: Act,
  discharged: readonly Discharged[],
): Promise<void> {
  if (discharged.length > 0) await keepUpdated(transaction, act, "obligation", discharging(discharged));
}

function discharging(discharged: readonly Discharged[]) {
  const ids = discharged.map(({ obligationId }) => obligationId);
  const records = discharged.map(({ recordId }) => recordId);
  return {
    set: sql`state = 'discharged', record_id = d.record_id, due_posted = true`,
    from: sql`unnest(${ids}::uuid[], ${records}::uuid[]) AS d(obligation_id, record_id)`,
    where: sql`t.id = d.obligation_id`,
  };
}
