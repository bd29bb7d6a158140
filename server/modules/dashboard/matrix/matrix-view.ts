import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { addFigures, addYears, noDuties, placeOfMonth, wasThere } from "@dutyloop/domain/duties/matrix-rules.ts";
import type { DutyFigures } from "@dutyloop/domain/duties/matrix-things.ts";
import { narrow } from "@dutyloop/domain/identity/access-policy.ts";
import { type Month, monthOf } from "@dutyloop/domain/kernel/plain-date.ts";
import { inScope, placeInScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { currentTemplates } from "../../standards/index.ts";
import { leadersAtMeetings } from "./leaders.ts";
import { type Asked, type FiguresByKey, figuresBelow, keptFigures, ownFiguresOf } from "./matrix-figures.ts";
import { type Listing, type MatrixRow, rowOf, rowsElsewhere, rowsOfAll, rowsOfChildren } from "./matrix-rows.ts";
import { monthsOfYear, type ViewedMonth, viewedMonths } from "./months.ts";

type Year = readonly (DutyFigures | null)[];
/** A row of figures: an organisation by itself, or with all below it. */
type Line = { readonly row: MatrixRow; readonly own: boolean; readonly months: Year };
type Viewed = {
  readonly asked: Asked;
  readonly listing: Listing;
  readonly viewed: MatrixRow;
  /** Whether the caller sees all below it; if not, only what is its own counts. */
  readonly whole: boolean;
  readonly template: string | null;
};

/** 组织 × 月: what everybody at and below an organisation owed, did, has overdue and entered late, month by month. */
export async function getDutyMatrix(request: ReadRequest<"getDutyMatrix">): Promise<Answer<"getDutyMatrix">> {
  const { query, today } = request;
  const { year, level, on, template = null, after, limit } = query;
  const view = await viewOf(request, monthsOfYear(year), on, template);
  const { asked, viewed } = view;
  const page =
    level === "all" && view.whole
      ? await linesOfAll(view, after ?? "", limit)
      : await linesOfChildren(view, after ?? "", limit);
  const shown = page.lines.filter(({ months }) => months.some((cell) => cell !== null));
  const rows = shown.map(({ row }) => row);
  const [leaders, kind] = await Promise.all([leadersAtMeetings(asked, rows), nameOfKind(asked, template)]);
  return {
    organizationId: viewed.id,
    organizationName: viewed.name,
    year,
    today,
    template: kind,
    totals: page.totals.map((cell) => cell ?? noDuties),
    items: shown.map((line) => ({
      ...rowOfLine(line),
      months: [...line.months],
      leaders: leaders.get(line.row.id) ?? null,
    })),
    elsewhere: page.elsewhere.some((cell) => cell !== null) ? [...page.elsewhere] : null,
    next: page.next,
  };
}

async function nameOfKind({ database, tenantId }: Asked, template: string | null) {
  if (template === null) return null;
  const templates = await currentTemplates(database, tenantId);
  return templates.get(template)?.body.name ?? { zh: template, en: template };
}

type FiguresRequest = Request & { readonly query: { readonly period?: Month | undefined } };

/** The same of one month, for the way from the group down to the branch. */
export async function getDutyFigures(request: FiguresRequest): Promise<Answer<"getDutyFigures">> {
  const { query, today } = request;
  const period = query.period ?? monthOf(today);
  const view = await viewOf(request, [period], undefined, null);
  const { lines, totals, elsewhere } = await linesOfChildren(view, "", Number.POSITIVE_INFINITY);
  return {
    organizationId: view.viewed.id,
    organizationName: view.viewed.name,
    period,
    today,
    total: totals[0] ?? noDuties,
    rows: lines.flatMap((line) => (line.months[0] ? [{ ...rowOfLine(line), figures: line.months[0] }] : [])),
    elsewhere: elsewhere[0] ?? null,
  };
}

type Request = Pick<ReadRequest<"getDutyMatrix">, "database" | "tenantId" | "scope" | "params" | "today">;

async function viewOf(
  { database, tenantId, scope, params, today }: Request,
  months: readonly Month[],
  on: string | undefined,
  template: string | null,
): Promise<Viewed> {
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const below = narrow(scope, place.path);
  const listing = { database, tenantId, seen: inScope("o.path", scope) };
  const viewed = await rowOf(listing, place.id);
  const asked = { database, tenantId, today, months: viewedMonths(viewed, months, on) };
  return { asked, listing, viewed, whole: below.subtrees.includes(place.path), template };
}

type Lines = { readonly lines: Line[]; readonly totals: Year; readonly elsewhere: Year; readonly next: string | null };

/** The organisation by itself, and each child with all below. What isn't kept in sums is counted. */
async function linesOfChildren(view: Viewed, after: string, limit: number): Promise<Lines> {
  const { asked, listing, viewed, whole, template } = view;
  const { months } = asked;
  const children = whole ? await rowsOfChildren(listing, viewed.id, months) : [];
  const kept = template === null && months.every(({ day }) => day === null);
  const [own, subtrees, total] = await Promise.all([
    template === null ? keptFigures(asked, [viewed.id], "own") : ownFiguresOf(asked, [viewed.id], template),
    kept ? keptFigures(asked, idsOf(children), "subtree") : null,
    kept ? keptFigures(asked, [viewed.id], "subtree") : null,
  ]);
  const below = kept || !whole ? null : await figuresBelow(asked, template);
  const ofChild = (row: MatrixRow, month: ViewedMonth) =>
    subtrees?.get(`${row.id} ${month.first}`) ?? below?.get(`${labelOf(row)} ${month.first}`) ?? noDuties;
  const lines = [
    {
      row: viewed,
      own: true,
      months: yearOf(view, viewed, (month) => own.get(`${viewed.id} ${month.first}`) ?? noDuties),
    },
    ...children.map((row) => ({
      row,
      own: false,
      months: yearOf(view, row, (month) => ofChild(row, month), viewed.id),
    })),
  ];
  const known = lines.filter(({ row }) => row.seen);
  const page = known.filter(({ row, own: itself }) => (itself ? after === "" : row.path > after)).slice(0, limit);
  const last = page.at(-1) === known.at(-1);
  return {
    lines: page,
    totals: !whole
      ? (lines[0]?.months ?? [])
      : total
        ? months.map(({ first }) => total.get(`${viewed.id} ${first}`) ?? noDuties)
        : sumsOf(months, below),
    elsewhere: last
      ? addYears(
          lines.filter(({ row }) => !row.seen).map((line) => line.months),
          months.length,
        )
      : [],
    next: last ? null : (page.at(-1)?.row.path ?? null),
  };
}

/** Every organisation at and below it by itself. */
async function linesOfAll(view: Viewed, after: string, limit: number): Promise<Lines> {
  const { asked, listing, viewed, template } = view;
  const { months } = asked;
  const kept = template === null && months.every(({ day }) => day === null);
  const rows = await rowsOfAll(listing, months, after, limit + 1);
  const shown = rows.slice(0, limit);
  const last = rows.length <= limit;
  const gone = last ? await rowsElsewhere(listing, months) : [];
  const ids = idsOf([...shown, ...gone]);
  const [own, total, below] = await Promise.all([
    template === null ? keptFigures(asked, ids, "own") : ownFiguresOf(asked, ids, template),
    kept ? keptFigures(asked, [viewed.id], "subtree") : null,
    kept ? null : figuresBelow(asked, template),
  ]);
  const line = (row: MatrixRow): Line => ({
    row,
    own: true,
    months: yearOf(view, row, (month) => own.get(`${row.id} ${month.first}`) ?? noDuties),
  });
  return {
    lines: shown.map(line),
    totals: total ? months.map(({ first }) => total.get(`${viewed.id} ${first}`) ?? noDuties) : sumsOf(months, below),
    elsewhere: addYears(
      gone.map((row) => line(row).months),
      months.length,
    ),
    next: last ? null : (shown.at(-1)?.path ?? null),
  };
}

/** The months of an organisation; null where it didn't stand here then, or wasn't there at all and left nothing. */
function yearOf(
  { asked }: Viewed,
  row: MatrixRow,
  figures: (month: ViewedMonth) => DutyFigures,
  parentId: string | null = null,
): Year {
  return asked.months.map((month) => {
    const place = placeOfMonth(month, row, row.places);
    const here = parentId === null ? place?.path.startsWith(month.path) : place?.parentId === parentId;
    if (!here) return null;
    const found = figures(month);
    const { owed, late } = found;
    return wasThere(month, row) || owed + late > 0 ? found : null;
  });
}

function sumsOf(months: readonly ViewedMonth[], below: FiguresByKey | null): Year {
  return months.map(({ first }) =>
    [...(below ?? [])]
      .filter(([key]) => key.endsWith(` ${first}`))
      .reduce((sum, [, one]) => addFigures(sum, one), noDuties),
  );
}

/** The last label of a path: an organisation's own. */
function labelOf({ path }: MatrixRow): string {
  return path.split(".").at(-2) ?? "";
}

function idsOf(rows: readonly MatrixRow[]): string[] {
  return rows.map(({ id }) => id);
}

function rowOfLine({ row, own }: Line) {
  const { id, name, kind, hasChildren } = row;
  return { organizationId: id, organizationName: name, kind, own, hasChildren };
}
