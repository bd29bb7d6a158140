import type { WrittenLine } from "@dutyloop/domain/duties/plan-line-rules.ts";
import { firstDayOf } from "@dutyloop/domain/kernel/plain-date.ts";

/** A line as the columns of plan_line hold it. */
export function columnsOfLine(written: WrittenLine, templateVersion: number, position: number) {
  return {
    template_version: templateVersion,
    position,
    requirement: written.requirement,
    classes: [...written.classes],
    kinds: [...written.kinds],
    cadence: written.cadence,
    direction: written.direction.trim(),
    from_month: written.fromMonth && firstDayOf(written.fromMonth),
    to_month: written.toMonth && firstDayOf(written.toMonth),
  };
}
