import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { firstDayOf, lastDayOf } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { placeInScope } from "../../platform/access/place.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import { currentTemplates } from "../standards/index.ts";
import { loadDefinitions, monthlyScheme } from "./definitions.ts";

type Fact = Answer<"listScoreFacts">["items"][number];
type Row = Omit<Fact, "templateName" | "recordedAt"> & { template: string | null; recordedAt: Date };

/** The facts behind one line of a month's score, with the record that shows each; paged by day. */
export async function listScoreFacts(request: ReadRequest<"listScoreFacts">): Promise<Answer<"listScoreFacts">> {
  const { database, tenantId, scope, params, query } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const { indicators } = await loadDefinitions(database, tenantId, monthlyScheme);
  const indicator = indicators.find(({ code }) => code === params.lineCode);
  if (!indicator) throw notFound();
  const [day = "0001-01-01", id = "00000000-0000-0000-0000-000000000000"] = query.after?.split(" ") ?? [];
  const { rows } = await sql<Row>`
    SELECT f.id, f.kind, f.sign, s.name AS "subjectName", f.occurred_on AS "occurredOn", f.counts_on AS "countsOn", f.quantity, f.base,
      f.attributes->>'template' AS template, f.attributes->>'timeliness' AS timeliness, f.record_id AS "recordId", f.recorded_at AS "recordedAt"
    FROM fact f LEFT JOIN organization s ON s.tenant_id = f.tenant_id AND s.id = f.subject_id
    WHERE f.tenant_id = ${tenantId} AND f.organization_id = ${place.id} AND f.posted_in = ${firstDayOf(params.period)}::date
      AND f.counts_on >= ${firstDayOf(params.period)}::date AND f.counts_on <= ${lastDayOf(params.period)}::date
      AND f.kind = ANY(${[...indicator.reads]}) AND (f.occurred_on, f.id) > (${day}::date, ${id}::uuid)
    ORDER BY f.occurred_on, f.id LIMIT ${query.limit + 1}`.execute(database);
  const templates = await currentTemplates(database, tenantId);
  const items = rows.slice(0, query.limit).map(({ template, recordedAt, ...row }) => ({
    ...row,
    templateName: template === null ? null : (templates.get(template)?.body.name ?? { zh: template, en: template }),
    recordedAt: recordedAt.toISOString(),
  }));
  const last = items.at(-1);
  return { items, next: rows.length > query.limit && last ? `${last.occurredOn} ${last.id}` : null };
}
