import { obligationKey, obligationsOfLine } from "@dutyloop/domain/duties/plan-rules.ts";
import type { ObligationDraft, ObligationState, OwingOrganization } from "@dutyloop/domain/duties/things.ts";
import { type PlainDate, yearOf } from "@dutyloop/domain/kernel/plain-date.ts";
import { type RawBuilder, sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Changed } from "../../platform/changes/index.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import { linesOfPlans } from "./plan-lines.ts";

/** A branch with 党小组 that may not be stored yet, and the ids of those it stands below, itself included. */
export type NewlyOwing = OwingOrganization & { readonly above: readonly string[] };
type NewDuty = ObligationDraft & { readonly templateVersion: number };
/** Duties to issue, and ids of those that were issued before, to whoever comes back to where he owed them already. */
export type ComingDuties = { readonly issued: readonly NewDuty[]; readonly known: readonly string[] };

/**
 * What branches and 党小组 that begin on a day owe from then on, by the lines that plans at and above them have. `begun`
 * names those of the branches and 党小组 whose duties are wanted. What was discharged there already isn't owed again.
 */
export async function dutiesOfNew(
  database: ReadDatabase,
  tenantId: number,
  owing: readonly NewlyOwing[],
  begun: ReadonlySet<string>,
  from: PlainDate,
): Promise<ComingDuties> {
  const above = [...new Set(owing.flatMap((each) => each.above))];
  const lines = await linesOfPlans(
    database,
    tenantId,
    sql<boolean>`p.organization_id = ANY(${above}::uuid[]) AND p.year >= ${yearOf(from)} AND l.retired_at IS NULL`,
  );
  const duties = owing.flatMap((organization) =>
    lines
      .filter(({ organizationId }) => organization.above.includes(organizationId))
      .flatMap(({ line, year, templateVersion }) =>
        obligationsOfLine(line, organization, year)
          .filter(({ subjectId, periodFrom }) => begun.has(subjectId) && periodFrom >= from)
          .map((draft) => ({ ...draft, templateVersion })),
      ),
  );
  const stored = await storedDuties(database, tenantId, duties, begun, from);
  const before = duties.flatMap((duty) => stored.get(obligationKey(duty)) ?? []);
  return {
    issued: duties.filter((duty) => !stored.has(obligationKey(duty))),
    known: before.filter(({ state, letOff }) => state !== "discharged" && !letOff).map(({ id }) => id),
  };
}

type Stored = Omit<ObligationDraft, "templateCode" | "dueOn"> & {
  readonly id: string;
  readonly state: ObligationState;
  /** Somebody waived it by decision, and not a re-organisation or a changed plan. */
  readonly letOff: boolean;
};

/** Which of these duties somebody owed before, in whatever state, by what makes each of them the only one. */
async function storedDuties(
  database: ReadDatabase,
  tenantId: number,
  duties: readonly NewDuty[],
  begun: ReadonlySet<string>,
  from: PlainDate,
): Promise<Map<string, Stored>> {
  const branches = [...new Set(duties.map(({ organizationId }) => organizationId))];
  const { rows } = await sql<Stored>`
    SELECT id, source_id AS "sourceId", organization_id AS "organizationId", subject_id AS "subjectId",
      period_from AS "periodFrom", period_to AS "periodTo", occurrence, state,
      state = 'waived' AND waived_reason IS NOT NULL AND NOT waived_by_plan AS "letOff"
    FROM obligation WHERE tenant_id = ${tenantId} AND organization_id = ANY(${branches}::uuid[])
      AND subject_id = ANY(${[...begun]}::uuid[]) AND period_from >= ${from}::date AND due_on >= ${from}::date`.execute(
    database,
  );
  return new Map(rows.map((row) => [obligationKey(row), row]));
}

/** New values of duties that are owed again after they were waived; that one was due is posted anew once its day has passed. */
export function reopeningOfDuties(ids: readonly string[]): Changed {
  return {
    set: sql`state = 'todo', due_posted = false, waived_reason = NULL, waived_by_plan = false`,
    where: sql`t.id = ANY(${[...ids]}::uuid[]) AND t.state = 'waived' AND (t.waived_reason IS NULL OR t.waived_by_plan)`,
  };
}

/** The statement that issues these duties. */
export function insertionOfDuties(tenantId: number, duties: readonly NewDuty[]): RawBuilder<unknown> {
  const rows = duties.map((duty) => ({ ...duty, id: uuidv7() }));
  return sql`INSERT INTO obligation (tenant_id, id, organization_id, subject_id, source_table, source_id, template_code,
      template_version, period_from, period_to, occurrence, due_on, state)
    SELECT ${tenantId}::int, id, "organizationId", "subjectId", 'plan_line', "sourceId", "templateCode",
      "templateVersion", "periodFrom", "periodTo", occurrence, "dueOn", 'todo'
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(id uuid, "organizationId" uuid, "subjectId" uuid, "sourceId" uuid,
      "templateCode" text, "templateVersion" int, "periodFrom" date, "periodTo" date, occurrence int, "dueOn" date)`;
}
