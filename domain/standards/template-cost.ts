import { timesInYear } from "./cadence-rules.ts";
import type { RecordField, TemplateBody } from "./things.ts";

/**
 * What one filing of a template costs whoever fills it in: `typed` counts the fields he enters, `filled` those that the
 * product brings itself, `papers` what is handed in and isn't the record itself, `inYear` how many fields that makes in a
 * year. Marks of attendance count once: everybody stands there as present (RES-06). Photographs are never asked for.
 */
export type TemplateCost = {
  readonly typed: number;
  readonly filled: number;
  readonly papers: number;
  readonly inYear: number;
};

/** Parts of the form that the product fills in from the roster, the plan and the last time. */
const filledIn: ReadonlySet<RecordField> = new Set(["occurred_on", "place", "host", "recorder"]);
/** Parts that may stay empty: they cost nobody anything. */
const optional: ReadonlySet<RecordField> = new Set(["files", "guests", "actions"]);

export function costOf({ fields, materials, cadence, owedBy, topics }: TemplateBody): TemplateCost {
  // What is counted of leaders is typed by nobody (MTG-12).
  if (owedBy === "leader") return { typed: 0, filled: 0, papers: 0, inYear: 0 };
  const asked = fields.filter((field) => !optional.has(field) && (field !== "topics" || topics.length > 0));
  const filled = asked.filter((field) => filledIn.has(field)).length;
  const typed = asked.length - filled;
  const papers = materials.filter(({ field }) => field === undefined).length;
  // What happens on occasion is reckoned with once a year.
  return { typed, filled, papers, inYear: typed * Math.max(1, timesInYear(cadence)) };
}
