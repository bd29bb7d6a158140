import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { belongsTo } from "@dutyloop/domain/assessment/periods/closing-rules.ts";
import { isPlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { type RawBuilder, sql } from "kysely";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import { currentTemplates } from "../../standards/index.ts";
import { bookingMonths } from "../fact-rows.ts";
import { idOrRefuse } from "./board-page.ts";
import { indicatorOf, readBy } from "./line-evidence.ts";
import { lineInView } from "./line-in-view.ts";

type Fact = Answer<"listScoreFacts">["items"][number];
type Attributes = Readonly<Record<string, string | number>>;
type Row = Omit<
  Fact,
  "templateName" | "timeliness" | "attributes" | "daysLate" | "daysUntilEntry" | "reason" | "afterClose" | "recordedAt"
> & {
  attributes: Attributes;
  details: Attributes;
  closing: number;
  recordedAt: Date;
};

/** The facts behind one line, with the record that shows each, those after the close among them; paged by day. */
export async function listScoreFacts(request: ReadRequest<"listScoreFacts">): Promise<Answer<"listScoreFacts">> {
  const { database, tenantId, params, query, now } = request;
  const { place, period, definitions } = await lineInView(request);
  const indicator = indicatorOf(definitions, params.lineCode);
  const [first, last] = bookingMonths([{ period }], now);
  const { rows } = await sql<Row>`
    SELECT f.id, f.kind, f.sign, f.corrects, nullif(f.subject_id, f.organization_id) AS "subjectId", s.name AS "subjectName", f.occurred_on AS "occurredOn", f.counts_on AS "countsOn",
      to_char(f.posted_in, 'YYYY-MM') AS "postedIn", f.quantity, f.base, f.attributes, f.details, f.closing,
      f.record_id AS "recordId", f.recorded_at AS "recordedAt"
    FROM fact f LEFT JOIN organization s ON s.tenant_id = f.tenant_id AND s.id = f.subject_id
    WHERE f.tenant_id = ${tenantId} AND f.organization_id = ${place.id}
      AND f.counts_on >= ${period.from}::date AND f.counts_on <= ${period.to}::date
      AND f.posted_in >= ${first}::date AND f.posted_in <= ${last}::date
      AND ${readBy(indicator, definitions.indicators)} AND ${beyond(query.after)}
    ORDER BY f.occurred_on, f.id LIMIT ${query.limit + 1}`.execute(database);
  const templates = await currentTemplates(database, tenantId);
  const items = rows.slice(0, query.limit).map(({ closing, ...row }) => ({
    ...shownOf(row, (code) => templates.get(code)?.body.name ?? { zh: code, en: code }),
    afterClose: !belongsTo(closing, period.closing),
  }));
  const end = items.at(-1);
  return { items, next: rows.length > query.limit && end ? `${end.occurredOn} ${end.id}` : null };
}

function beyond(after: string | undefined): RawBuilder<unknown> {
  if (after === undefined) return sql`true`;
  const [day = "", id = ""] = after.split(" ");
  if (!isPlainDate(day)) throw notFound();
  return sql`(f.occurred_on, f.id) > (${day}::date, ${idOrRefuse(id)}::uuid)`;
}

function shownOf(
  { attributes, details, recordedAt, ...row }: Omit<Row, "closing">,
  templateName: (code: string) => Fact["templateName"],
): Omit<Fact, "afterClose"> {
  const { template, timeliness } = attributes;
  return {
    ...row,
    templateName: template === undefined ? null : templateName(String(template)),
    timeliness: timeliness === undefined ? null : String(timeliness),
    attributes: Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, String(value)])),
    daysLate: wholeNumber(details.days_late),
    daysUntilEntry: wholeNumber(details.days_until_entry),
    reason: details.reason === undefined ? null : String(details.reason),
    recordedAt: recordedAt.toISOString(),
  };
}

function wholeNumber(value: string | number | undefined): number | null {
  return typeof value === "number" && Number.isInteger(value) ? value : null;
}
