import { addDays, addMonthsTo, daysBetween } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { Stage } from "../../server/testing/stage.ts";

/** The years in which China had summer time. */
const [first, last] = ["1986-01-01", "1991-12-31"] as const;

/** How many of so many dates aren't the same day again after the database, or are reckoned otherwise there. */
export async function shiftedDates({ application }: Stage, tenantId: number, count: number): Promise<number> {
  const days = daysBetween(first, last) + 1;
  const dates = Array.from({ length: count }, (_, at) => addDays(first, at % days));
  const { rows } = await sql<{ text: string; day: string; next: string; months: string }>`
    SELECT given AS text, given::date AS day, (given::date + 1) AS next, (given::date + interval '7 months')::date AS months
    FROM unnest(${dates}::text[]) WITH ORDINALITY AS u(given, number) ORDER BY number`.execute(
    application.workshop.database.reading(tenantId),
  );
  const wrong = rows.filter(
    ({ text, day, next, months }, at) =>
      text !== dates[at] || day !== text || next !== addDays(text, 1) || months !== addMonthsTo(text, 7),
  );
  return wrong.length + Math.abs(rows.length - count);
}
