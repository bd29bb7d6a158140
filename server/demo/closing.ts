import { addDays, addMonths, firstDayOf, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { closePeriod, monthlyScheme, publishBoard, startPublicity } from "../modules/assessment/index.ts";
import { callerFor } from "../modules/identity/index.ts";
import { perform, type Workshop } from "../platform/ritual/perform.ts";
import type { Caller } from "../platform/ritual/use-case.ts";
import { requestId } from "./accounts.ts";
import type { DemoCalendar } from "./calendar.ts";

/** The day of the next month on which a month goes into 公示, after the days of grace, and the one on which it is closed. */
const publicityDay = "08";
const closingDay = "20";

/**
 * Closes the months behind the last whole one, each with its boards published by the leader; the last whole month is in
 * 公示, so that somebody can dispute something, and the month of today is open.
 */
export async function closeMonths(
  workshop: Workshop,
  { officer, rootId, calendar }: { officer: Caller; rootId: string; calendar: DemoCalendar },
): Promise<void> {
  const { tenantId } = officer.actor;
  const reading = workshop.database.reading(tenantId);
  const at = (day: PlainDate): Workshop => ({ ...workshop, clock: () => calendar.at(day, "09:00") });
  const { rows: classes } = await sql<{ class: string }>`SELECT DISTINCT class FROM organization
    WHERE tenant_id = ${tenantId} AND class IS NOT NULL ORDER BY 1`.execute(reading);
  const { id } = await reading
    .selectFrom("account")
    .where("tenant_id", "=", tenantId)
    .where("sign_in_name", "=", "leader")
    .select("id")
    .executeTakeFirstOrThrow();
  const leader = await callerFor(reading, tenantId, id, requestId);
  for (const period of calendar.months.slice(0, -2)) {
    const next = addMonths(period, 1);
    await perform(at(`${next}-${publicityDay}`), startPublicity, officer, { period });
    await perform(at(`${next}-${closingDay}`), closePeriod, officer, { period });
    for (const { class: name } of classes) {
      const board = { organizationId: rootId, scheme: monthlyScheme, period, class: name };
      await perform(at(`${next}-${closingDay}`), publishBoard, leader, board);
    }
  }
  const last = calendar.months.at(-2);
  const begun = addDays(calendar.today, -2);
  if (last === undefined || begun < addDays(firstDayOf(addMonths(last, 1)), 6)) return;
  await perform(at(begun), startPublicity, officer, { period: last });
}
