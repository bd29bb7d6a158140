import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isPlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { WorkCalendar } from "@dutyloop/domain/kernel/workdays.ts";
import { parse as parseYaml } from "yaml";
import { z } from "zod";

const builtIn = fileURLToPath(new URL("../../library/calendars/cn.yaml", import.meta.url));

const days = z.array(z.string().refine(isPlainDate, "is no date such as 2027-02-05")).default([]);
/** By year: free days, and Saturdays and Sundays worked instead (调休). */
const calendarFile = z
  .record(z.string().regex(/^\d{4}$/), z.strictObject({ holidays: days, workdays: days }))
  .superRefine((years, context) => {
    for (const [year, { holidays, workdays }] of Object.entries(years)) {
      const elsewhere = [...holidays, ...workdays].find((day) => !day.startsWith(`${year}-`));
      if (elsewhere) context.addIssue({ code: "custom", path: [year], message: `${elsewhere} is of another year` });
      const both = holidays.find((day) => workdays.includes(day));
      if (both) context.addIssue({ code: "custom", path: [year], message: `${both} is a holiday and a workday` });
    }
  });
type Years = z.output<typeof calendarFile>;

/**
 * The built-in days, each year of which the file of the user's own replaces; a year that is in neither is Monday to Friday.
 * @throws Error that names what is wrong with the file
 */
export function loadWorkCalendar(ownFile: string | undefined): WorkCalendar {
  const years = { ...yearsOf(builtIn), ...(ownFile === undefined ? {} : yearsOf(ownFile)) };
  const all = Object.values(years);
  return { holidays: all.flatMap(({ holidays }) => holidays), workdays: all.flatMap(({ workdays }) => workdays) };
}

function yearsOf(file: string): Years {
  const read = calendarFile.safeParse(parseYaml(readFileSync(file, "utf8")));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error([issue?.path.join("."), issue?.message].filter(Boolean).join(": "));
}
