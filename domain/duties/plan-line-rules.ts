import type { Month } from "../kernel/plain-date.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { hasControlCharacters } from "../kernel/text-rules.ts";
import type { OrganizationKind } from "../organization/things.ts";
import type { Cadence, TemplateBody } from "../standards/things.ts";
import type { PlanLine, Requirement } from "./things.ts";

/** A line as an officer writes it; `cadence` null stands for the template's own. */
export type WrittenLine = {
  readonly templateCode: string;
  readonly requirement: Requirement;
  readonly classes: readonly string[];
  readonly kinds: readonly OrganizationKind[];
  readonly cadence: Cadence | null;
  /** Of 提升性工作: where it is to go. */
  readonly direction: string;
  readonly fromMonth: Month | null;
  readonly toMonth: Month | null;
};

/** Where the direction of 提升性工作 names no frequency, it is owed once, by the end of its months. */
const onceInTheYear: Cadence = { every: "year", times: 1 };

/** The line with the cadence it is owed in, or why the plan can't order it (DUT-5). */
export function lineOf(
  written: WrittenLine,
  id: string,
  template: TemplateBody | undefined,
  year: number,
): PlanLine | Refusal {
  const { templateCode, requirement, direction, fromMonth, toMonth, classes, kinds } = written;
  if (template === undefined) return refuse("plan.template_unknown", { template: templateCode }, "lines");
  const named = { template: templateCode };
  if (template.owedBy === "leader") return refuse("plan.template_not_owed", named, "lines");
  if (hasControlCharacters(direction)) return refuse("plan.control_characters", named, "lines");
  if (requirement === "improving" && direction.trim() === "") return refuse("plan.direction_missing", named, "lines");
  const cadence = written.cadence ?? template.cadence ?? (requirement === "improving" ? onceInTheYear : null);
  if (cadence === null) return refuse("plan.cadence_missing", named, "lines");
  const outside = [fromMonth, toMonth].find((month) => month !== null && Number(month.slice(0, 4)) !== year);
  if (outside) return refuse("plan.month_outside_year", { ...named, month: outside, year }, "lines");
  if (fromMonth !== null && toMonth !== null && toMonth < fromMonth) {
    return refuse("plan.months_reversed", { ...named, from: fromMonth, to: toMonth }, "lines");
  }
  return { id, template, cadence, classes, kinds, fromMonth, toMonth };
}

/** What makes two lines the same requirement: whoever issues a plan again with it means the line that stands. */
export function lineKey(line: PlanLine, written: Pick<WrittenLine, "requirement" | "direction">): string {
  const { template, cadence, classes = [], kinds = [], fromMonth = null, toMonth = null } = line;
  const { every, times, due = null } = cadence;
  const reach = [[...classes].sort(), [...kinds].sort(), fromMonth, toMonth];
  return JSON.stringify([template.code, every, times, due, reach, written.requirement, written.direction.trim()]);
}
