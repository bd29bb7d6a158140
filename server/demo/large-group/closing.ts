import { addMonths } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { closePeriod } from "../../modules/assessment/index.ts";
import { perform, type Workshop } from "../../platform/ritual/perform.ts";
import type { Caller } from "../../platform/ritual/use-case.ts";
import type { DemoCalendar } from "../calendar.ts";

/** The day of the next month on which a month is closed, after the days of grace. */
const closingDay = "20";

/** Closes the months before the last whole one, as far as they aren't closed; that one and the month of today stay open. */
export async function closeEarlierMonths(workshop: Workshop, officer: Caller, calendar: DemoCalendar): Promise<void> {
  const { tenantId } = officer.actor;
  const { rows } = await sql<{ month: string }>`SELECT to_char(period_from, 'YYYY-MM') AS month FROM period
    WHERE tenant_id = ${tenantId} AND span = 'month' AND state = 'closed'`.execute(workshop.database.reading(tenantId));
  const closed = new Set(rows.map(({ month }) => month));
  for (const period of calendar.months.slice(0, -2).filter((month) => !closed.has(month))) {
    const closingAt = calendar.at(`${addMonths(period, 1)}-${closingDay}`, "09:00");
    await perform({ ...workshop, clock: () => closingAt }, closePeriod, officer, { period });
  }
}
