import { createHash } from "node:crypto";
import {
  type Figure,
  type FigureFrame,
  figureIdentity,
  figureProblems,
} from "@dutyloop/domain/assessment/scoring/measure-rules.ts";
import type { Month, PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { DeliveryEntry, ImportOutcome, ImportProblem } from "./deliveries.ts";
import { type Addressee, existsIn, type ImportState } from "./import-state.ts";

/** A figure that isn't there yet, with what tells it from others. */
export type NewFigure = { readonly figure: Figure; readonly part: string };
/** What one delivery adds: a receipt and its new figures. */
export type Addition = {
  readonly organization: Addressee;
  readonly digest: string;
  readonly figures: readonly NewFigure[];
};
export type ImportPlan = {
  readonly problems: readonly ImportProblem[];
  readonly additions: readonly Addition[];
  readonly counts: Omit<ImportOutcome, "afterClose">;
};

/**
 * What a delivery would change. A figure that the source has delivered before is unchanged, whichever way it comes; a
 * delivery adds a receipt where it is the organisation's first of the month or brings new figures.
 */
export function planImport(
  entries: readonly DeliveryEntry[],
  state: ImportState,
  frame: { readonly month: Month; readonly today: PlainDate },
): ImportPlan {
  const problems: ImportProblem[] = [];
  const additions: Addition[] = [];
  const counts = { deliveries: { added: 0, unchanged: 0 }, figures: { added: 0, unchanged: 0 } };
  const seen = new Set<string>();
  for (const entry of entries) {
    const organization = addresseeOf(entry, state);
    const parts = entry.figures.map(({ figure }) => ({ figure, part: partOf(figure) }));
    problems.push(...problemsOfAddressee(entry, organization, seen, frame.month));
    problems.push(...problemsOfFigures(entry, parts, { ...frame, metrics: state.metrics }));
    if (!organization) continue;
    seen.add(organization.id);
    const delivered = state.delivered.get(organization.id);
    const figures = parts.filter(({ part }) => !delivered?.has(part));
    counts.figures.added += figures.length;
    counts.figures.unchanged += parts.length - figures.length;
    if (delivered !== undefined && figures.length === 0) {
      counts.deliveries.unchanged += 1;
      continue;
    }
    counts.deliveries.added += 1;
    additions.push({ organization, digest: digestOf(parts), figures });
  }
  return { problems, additions, counts };
}

function addresseeOf({ organizationId, organizationCode }: DeliveryEntry, state: ImportState): Addressee | undefined {
  if (organizationId !== null) {
    const found = state.byId.get(organizationId.toLowerCase());
    return organizationCode === null || found?.code === organizationCode ? found : undefined;
  }
  return organizationCode === null ? undefined : state.byCode.get(organizationCode);
}

function problemsOfAddressee(
  entry: DeliveryEntry,
  organization: Addressee | undefined,
  seen: ReadonlySet<string>,
  month: Month,
): ImportProblem[] {
  const problem = (code: string, values: ImportProblem["values"], path = entry.named("organization")) => [
    { path, code, values },
  ];
  if (!organization) {
    const named = entry.organizationCode ?? entry.organizationId ?? "";
    return problem("measure.organization_unknown", { organization: named });
  }
  const { id, name, kind } = organization;
  if (!existsIn(organization, month)) return problem("measure.organization_not_then", { organization: name, month });
  if (kind === "GROUP") return problem("measure.organization_not_scored", { organization: name });
  if (seen.has(id)) return problem("measure.organization_twice", { organization: name });
  if (entry.organizationName === null || entry.organizationName === name) return [];
  return problem("measure.organization_name_differs", { name }, entry.named("name"));
}

function problemsOfFigures(entry: DeliveryEntry, parts: readonly NewFigure[], frame: FigureFrame): ImportProblem[] {
  const seen = new Set<string>();
  return entry.figures.flatMap(({ named, figure }, at) => {
    const problems = figureProblems(figure, frame).map(({ field, ...problem }) => ({ path: named(field), ...problem }));
    const part = parts[at]?.part ?? "";
    if (seen.has(part)) problems.push({ path: named("quantity"), code: "measure.figure_twice", values: {} });
    seen.add(part);
    return problems;
  });
}

/** Tells the figures of one organisation, source and month apart. */
export function partOf(figure: Figure): string {
  return createHash("sha256").update(figureIdentity(figure)).digest("hex").slice(0, 40);
}

function digestOf(parts: readonly NewFigure[]): string {
  const list = parts.map(({ part }) => part).sort();
  return createHash("sha256").update(list.join("\n")).digest("hex");
}
