import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { narrow } from "@dutyloop/domain/identity/access-policy.ts";
import { addDays, addMonthsTo, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { termMonths } from "@dutyloop/domain/organization/term-things.ts";
import { reminderLadder } from "@dutyloop/domain/organization/terms/reminder-rules.ts";
import { standingAt } from "@dutyloop/domain/organization/terms/term-rules.ts";
import { type OrganizationKind, organizationKinds } from "@dutyloop/domain/organization/things.ts";
import { type RawBuilder, sql } from "kysely";
import { inScope, placeInScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { currentTermOf, type TermRow, termOf } from "./term-standing.ts";

const electedKinds = organizationKinds.filter((kind) => termMonths[kind] !== null);
/** Those without a term come last. */
const never = "9999-12-31";

type Row = {
  organizationId: string;
  name: string;
  kind: OrganizationKind;
  path: string;
  ends: PlainDate;
} & { [K in keyof TermRow]: TermRow[K] | null };

/** Terms of the subtree by their last day, then by place; `due` stops before the first one that isn't near its end. */
export async function listTerms(request: ReadRequest<"listTerms">): Promise<Answer<"listTerms">> {
  const { database, tenantId, scope, params, query, today } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const within = sql`o.tenant_id = ${tenantId} AND ${inScope("o.path", narrow(scope, place.path))}
    AND o.kind = ANY(${electedKinds}) AND o.valid_from <= ${today}::date AND (o.valid_to IS NULL OR o.valid_to >= ${today}::date)`;
  const [afterEnd = "0001-01-01", afterPath = ""] = query.after?.split(" ") ?? [];
  const { rows } = await sql<Row>`
    SELECT * FROM (
      SELECT o.id AS "organizationId", o.name, o.kind, o.path, t.id, t.began_on AS "beganOn", t.due_on AS "dueOn",
        t.extended_to AS "extendedTo", t.approval, coalesce(t.extended_to, t.due_on, ${never}::date) AS ends
      ${fromTerms(within)}
    ) listed
    WHERE (ends, path) > (${afterEnd}::date, ${afterPath}) AND ${query.which === "all" ? sql`true` : sql`ends <= ${nearEnd(today)}::date`}
    ORDER BY ends, path LIMIT ${query.limit + 1}`.execute(database);
  const shown = rows.map((row) => ({ row, item: itemOf(row, today) }));
  const wanted = query.which === "all" ? shown : shown.filter(({ item }) => item.term?.state !== "in_term");
  const items = wanted.slice(0, query.limit);
  const last = items.at(-1)?.row;
  return {
    items: items.map(({ item }) => item),
    next: wanted.length > query.limit && last ? `${last.ends} ${last.path}` : null,
    counts: await countsOf(request, within),
  };
}

/** No term that is near its end on a day ends later than this: months are of different lengths. */
function nearEnd(today: PlainDate): PlainDate {
  return addDays(addMonthsTo(today, Math.max(...reminderLadder.monthsBefore)), 3);
}

const fromTerms = (within: RawBuilder<unknown>) => sql`FROM organization o
  LEFT JOIN term_of_office t ON t.tenant_id = o.tenant_id AND t.organization_id = o.id AND t.ended_on IS NULL
  WHERE ${within}`;

function itemOf(row: Row, today: PlainDate): Answer<"listTerms">["items"][number] {
  const { organizationId, name, kind, id, beganOn, dueOn, extendedTo, approval } = row;
  const term = id && beganOn && dueOn ? currentTermOf({ id, beganOn, dueOn, extendedTo, approval }, today) : null;
  return { id: organizationId, name, kind, term };
}

async function countsOf(
  { database, today }: Pick<ReadRequest<"listTerms">, "database" | "today">,
  within: RawBuilder<unknown>,
): Promise<Answer<"listTerms">["counts"]> {
  const { rows } = await sql<{ endsOn: PlainDate | null; organizations: number }>`
    SELECT coalesce(t.extended_to, t.due_on) AS "endsOn", count(*)::int AS organizations ${fromTerms(within)}
    GROUP BY 1`.execute(database);
  const counts = { overdue: 0, due: 0, approaching: 0, in_term: 0, unknown: 0 };
  for (const { endsOn, organizations } of rows) {
    const state = endsOn === null ? "unknown" : standingAt({ endsOn, regularEndsOn: endsOn }, today).state;
    counts[state] += organizations;
  }
  return counts;
}

/** The standing term of one organisation with its countdown, and those before it. */
export async function getTerm(request: ReadRequest<"getTerm">): Promise<Answer<"getTerm">> {
  const { database, tenantId, scope, params, today } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const { rows } = await sql<TermRow & { endedOn: PlainDate | null }>`
    SELECT id, began_on AS "beganOn", due_on AS "dueOn", extended_to AS "extendedTo", approval, ended_on AS "endedOn"
    FROM term_of_office WHERE tenant_id = ${tenantId} AND organization_id = ${place.id}::uuid
    ORDER BY began_on DESC`.execute(database);
  const current = rows.find(({ endedOn }) => endedOn === null);
  return {
    months: termMonths[place.kind as OrganizationKind],
    current: current ? currentTermOf(current, today) : null,
    earlier: rows.flatMap(({ endedOn, ...row }) => (endedOn === null ? [] : [{ ...termOf(row), endedOn }])),
  };
}
