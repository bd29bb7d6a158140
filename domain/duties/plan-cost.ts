import { type Month, monthOf } from "../kernel/plain-date.ts";
import { costOf } from "../standards/template-cost.ts";
import type { TemplateBody } from "../standards/things.ts";
import type { OwedPattern } from "./plan-rules.ts";

/** What a plan asks of the organisations of one class in one month: duties that are due, and fields to type for them. */
export type MonthCost = {
  /** null: those without a class. */
  readonly class: string | null;
  readonly month: Month;
  readonly duties: number;
  readonly fields: number;
  /** Organisations of the class that owe something by the plan, in any month. */
  readonly organizations: number;
};

/** How many fields somebody types for one piece of the work; a task asks for its report and its papers. */
export function typedFields(template: TemplateBody): number {
  const { typed, papers } = costOf(template);
  return template.kind === "task" ? 1 + papers : typed;
}

type Owed = { readonly template: TemplateBody; readonly patterns: readonly OwedPattern[] };

/** The cost of all lines by class and month, in the order of classes (without class last), then months. */
export function costOfPlan(owed: readonly Owed[], classOf: (organizationId: string) => string | null): MonthCost[] {
  const cells = new Map<string, { class: string | null; month: Month; duties: number; fields: number }>();
  const owing = new Map<string | null, Set<string>>();
  for (const { template, patterns } of owed) {
    const fields = typedFields(template);
    for (const { slots, subjects } of patterns) {
      const months = Map.groupBy(slots, ({ dueOn }) => monthOf(dueOn));
      for (const [name, ofClass] of Map.groupBy(subjects, ({ organizationId }) => classOf(organizationId))) {
        const known = owing.get(name) ?? new Set();
        for (const { organizationId } of ofClass) known.add(organizationId);
        owing.set(name, known);
        for (const [month, due] of months) {
          const key = JSON.stringify([name, month]);
          const cell = cells.get(key) ?? { class: name, month, duties: 0, fields: 0 };
          const duties = due.length * ofClass.length;
          cells.set(key, { ...cell, duties: cell.duties + duties, fields: cell.fields + duties * fields });
        }
      }
    }
  }
  return [...cells.values()]
    .map((cell) => ({ ...cell, organizations: owing.get(cell.class)?.size ?? 0 }))
    .sort((a, b) => byClass(a.class, b.class) || (a.month < b.month ? -1 : 1));
}

function byClass(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
