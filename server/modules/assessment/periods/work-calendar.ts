import type { WorkCalendar } from "@dutyloop/domain/kernel/workdays.ts";

/** Monday to Friday. The yearly list of public holidays isn't kept, so a 公示 over one ends earlier than by the list. */
export const workCalendar: WorkCalendar = { holidays: [], workdays: [] };
