import type { FactDraft } from "@dutyloop/domain/assessment/things.ts";
import { changesOfFacts, staysDue } from "@dutyloop/domain/fulfilment/correction-rules.ts";
import { addMonths, type Month, monthOf, monthsFromTo, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { Transaction } from "../../platform/db/pools.ts";
import type { Reopened, StoredObligation } from "../duties/index.ts";
import { factsOfRecords, type RecordFact } from "./facts-of-records.ts";

/** What a record has posted, and what other acts than its own corrections took back of it. */
export type PostedFacts = {
  readonly standing: readonly RecordFact[];
  readonly takenBack: ReadonlySet<string>;
};

/**
 * The facts of a record. A storno that wasn't booked together with one of its versions is somebody else's act, an upheld
 * dispute for one: what it took back is never posted again by a correction.
 */
export async function postedFacts(transaction: Transaction, tenantId: number, recordId: string): Promise<PostedFacts> {
  const facts = await factsOfRecords(transaction, tenantId, [recordId]);
  const stornos = facts.flatMap(({ stornoId }) => stornoId ?? []);
  const { rows } = await sql<{ id: string }>`
    SELECT f.id FROM fact f WHERE f.tenant_id = ${tenantId} AND f.id = ANY(${stornos}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM record_version v WHERE v.tenant_id = f.tenant_id AND v.record_id = ${recordId}
        AND v.recorded_at = f.recorded_at)`.execute(transaction);
  const foreign = new Set(rows.map(({ id }) => id));
  const taken = facts.filter(({ stornoId }) => stornoId !== null && foreign.has(stornoId));
  return { standing: facts.filter(({ stands }) => stands), takenBack: new Set(taken.map(placeOf)) };
}

type Placed = Pick<FactDraft, "kind" | "organizationId" | "subjectId" | "attributes" | "details">;

function placeOf({ kind, organizationId, subjectId, attributes, details }: Placed): string {
  return [kind, organizationId, subjectId, attributes.template, details.obligation].join(" ");
}

/** A duty that the record discharges. */
export type Held = Pick<StoredObligation, "id" | "dueOn">;
export type FactChanges = { readonly reverse: readonly RecordFact[]; readonly post: readonly FactDraft[] };

/**
 * What has to be booked so that exactly the wanted facts stand. That a duty was due is taken back only with a discharge
 * that is gone before its day.
 */
export function factChanges(
  { standing, takenBack }: PostedFacts,
  wanted: readonly FactDraft[],
  released: readonly Held[],
  today: PlainDate,
): FactChanges {
  const isDue = ({ kind }: { kind: string }) => kind === "obligation.due";
  const gone = new Set(released.filter((duty) => !staysDue(duty, today)).map(({ id }) => id));
  const changes = changesOfFacts(
    standing.filter((fact) => !isDue(fact)),
    wanted.filter((fact) => !takenBack.has(placeOf(fact))),
  );
  const due = standing.filter((fact) => isDue(fact) && gone.has(String(fact.details.obligation)));
  return { reverse: [...changes.reverse, ...due], post: changes.post };
}

/** The duties that the record discharged and doesn't any more, as they are marked. */
export function reopenedBy(released: readonly Held[], today: PlainDate): Reopened[] {
  return released.map((duty) => ({ obligationId: duty.id, duePosted: staysDue(duty, today) }));
}

/** Every month that taking these facts back or posting others instead may concern. */
export function monthsOfChange({ standing }: PostedFacts, days: readonly PlainDate[], today: PlainDate): Month[] {
  const months = [today, ...days, ...standing.flatMap(({ countsOn, postedIn }) => [countsOn, postedIn])]
    .map(monthOf)
    .sort();
  return monthsFromTo(months[0] as Month, addMonths(months.at(-1) as Month, 1));
}
