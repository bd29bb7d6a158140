import { addDays, addMonths, firstDayOf, type Month, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { closePeriod, monthlyScheme, publishBoard, startPublicity } from "../modules/assessment/index.ts";
import { perform, type Workshop } from "../platform/ritual/perform.ts";
import type { Caller } from "../platform/ritual/use-case.ts";
import { callerNamed } from "./accounts.ts";
import type { DemoCalendar } from "./calendar.ts";

/** The day of the next month on which a month goes into 公示, after the days of grace, and the one on which it is closed. */
const publicityDay = "08";
const closingDay = "20";

/**
 * Closes the months behind the one in 公示, each but the newest with its boards published by the leader. In 公示 is the last
 * whole month, or while that still has its days of grace the one before, so that somebody can dispute something; the
 * month of today is open.
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
  const leader = await callerNamed(workshop, tenantId, "leader");
  const begun = addDays(calendar.today, -2);
  const inPublicity = begun < addDays(firstDayOf(calendar.months.at(-1) as Month), 6) ? -3 : -2;
  for (const period of calendar.months.slice(0, inPublicity)) {
    const next = addMonths(period, 1);
    await perform(at(`${next}-${publicityDay}`), startPublicity, officer, { period });
    await perform(at(`${next}-${closingDay}`), closePeriod, officer, { period });
    if (period === calendar.months.at(inPublicity - 1)) continue;
    for (const { class: name } of classes) {
      const board = { organizationId: rootId, scheme: monthlyScheme, period, class: name };
      await perform(at(`${next}-${closingDay}`), publishBoard, leader, board);
    }
  }
  await perform(at(begun), startPublicity, officer, { period: calendar.months.at(inPublicity) as Month });
}
