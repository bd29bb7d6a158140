import { lineKey, lineOf, type WrittenLine } from "@dutyloop/domain/duties/plan-line-rules.ts";
import {
  countDuties,
  mostDuties,
  type OwedPattern,
  patternsOfLine,
  reaches,
} from "@dutyloop/domain/duties/plan-rules.ts";
import type { OwingOrganization, PlanLine } from "@dutyloop/domain/duties/things.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { isRefusal, type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { v7 as uuidv7 } from "uuid";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import { currentTemplates, type TemplateVersion, templatesInForce } from "../standards/index.ts";
import { owingOrganizations } from "./owing-organizations.ts";
import type { StoredLine } from "./plan-lines.ts";

/** A line that a plan is to have. `stands` is the line of the plan it continues, null for a new one. */
export type PlannedLine = {
  readonly stands: StoredLine | null;
  /** It asks for what the line of the plan asked for already. */
  readonly isAsBefore: boolean;
  readonly written: WrittenLine;
  readonly line: PlanLine;
  readonly templateVersion: number;
  readonly patterns: readonly OwedPattern[];
};
export type Planned = {
  readonly lines: readonly PlannedLine[];
  readonly organizations: readonly OwingOrganization[];
  readonly duties: number;
};
type Written = WrittenLine & { readonly id?: string | undefined };
/** Where a plan is issued, for which year, on which day. */
export type Place = { readonly path: string; readonly year: number; readonly today: PlainDate };

/**
 * The lines of a plan over the organisations at and below a place, each with who owes it how often. `standing` finds the
 * line of the plan that a written one continues. All is counted before anything is made.
 */
export async function plannedLines(
  database: ReadDatabase,
  tenantId: number,
  place: Place,
  written: readonly Written[],
  standing: (line: Written) => StoredLine | Refusal | null,
): Promise<Planned | Refusal> {
  if (written.length === 0) return refuse("plan.no_lines", {}, "lines");
  const { path, year } = place;
  const templates = await templatesFor(database, tenantId, place);
  const organizations = await owingOrganizations(database, tenantId, path, year);
  const unfit =
    (await unusableRefusal(
      database,
      tenantId,
      written.filter((line) => standing(line) === null),
      templates,
    )) ?? classRefusal(written, organizations);
  if (unfit) return unfit;
  const lines: PlannedLine[] = [];
  for (const each of written) {
    const stands = standing(each);
    if (isRefusal(stands)) return stands;
    const template = templates.get(each.templateCode) ?? standingTemplate(stands);
    const now = lineOf(each, stands?.id ?? uuidv7(), template?.body, year);
    if (isRefusal(now)) return now;
    // What is asked for as it stands keeps the version it was issued with.
    const isAsBefore =
      stands !== null &&
      (sameWritten(each, stands.written) || lineKey(now, each) === lineKey(stands.line, stands.written));
    const line = isAsBefore ? stands.line : now;
    lines.push({
      stands,
      isAsBefore,
      written: each,
      line,
      templateVersion: isAsBefore ? stands.templateVersion : (template?.version ?? 1),
      patterns: patternsOfLine(line, organizations, year),
    });
  }
  const kept = withoutRepetitions(lines);
  if (!kept.some(({ line }) => organizations.some((organization) => reaches(line, organization)))) {
    return refuse("plan.no_organization", {}, "organizationId");
  }
  const duties = kept.reduce((sum, { patterns }) => sum + countDuties(patterns), 0);
  if (duties > mostDuties) return refuse("plan.too_many", { count: duties, most: mostDuties }, "lines");
  return { lines: kept, organizations, duties };
}

function standingTemplate(stands: StoredLine | null): TemplateVersion | undefined {
  return stands === null ? undefined : { version: stands.templateVersion, body: stands.line.template };
}

/** How many organisations owe anything by these lines. */
export function countOwing(lines: readonly PlannedLine[]): number {
  const subjects = lines.flatMap(({ patterns }) => patterns.flatMap((pattern) => pattern.subjects));
  return new Set(subjects.map(({ organizationId }) => organizationId)).size;
}

/** Whether an officer wrote the same twice, whatever the order of its classes. */
function sameWritten(a: WrittenLine, b: WrittenLine): boolean {
  const text = (line: WrittenLine) =>
    JSON.stringify([
      line.templateCode,
      line.requirement,
      [...line.classes].sort(),
      [...line.kinds].sort(),
      line.cadence && [line.cadence.every, line.cadence.times, line.cadence.due ?? null],
      line.direction.trim(),
      line.fromMonth,
      line.toMonth,
    ]);
  return text(a) === text(b);
}

function withoutRepetitions(lines: readonly PlannedLine[]): PlannedLine[] {
  const keys = new Set<string>();
  return lines.filter(({ line, written }) => {
    const key = lineKey(line, written);
    return !keys.has(key) && keys.add(key);
  });
}

function classRefusal(written: readonly Written[], organizations: readonly OwingOrganization[]): Refusal | null {
  const known = new Set(organizations.map((organization) => organization.class));
  const unknown = written.flatMap(({ classes }) => classes).find((name) => !known.has(name));
  return unknown === undefined ? null : refuse("plan.class_unknown", { class: unknown }, "lines");
}

/** By which templates a plan is written there: those in force today, or when its year begins. */
export async function templatesFor(
  database: ReadDatabase,
  tenantId: number,
  { path, year, today }: Place,
): Promise<Map<string, TemplateVersion>> {
  const january = `${year}-01-01`;
  return (await templatesInForce(database, tenantId))(path, today > january ? today : january);
}

/** A line of the plan stays with the version it has; a new one needs a template that is in force. */
async function unusableRefusal(
  database: ReadDatabase,
  tenantId: number,
  fresh: readonly Written[],
  templates: ReadonlyMap<string, TemplateVersion>,
): Promise<Refusal | null> {
  const missing = fresh.find(({ templateCode }) => !templates.has(templateCode));
  if (missing === undefined) return null;
  const { templateCode } = missing;
  const known = (await currentTemplates(database, tenantId)).has(templateCode);
  return refuse(known ? "plan.template_withdrawn" : "plan.template_unknown", { template: templateCode }, "lines");
}
