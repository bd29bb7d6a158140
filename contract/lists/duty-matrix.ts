import type { DutyFigures } from "@dutyloop/domain/duties/matrix-things.ts";
import type { Answer } from "../endpoints.ts";
import { wordPeriod } from "../messages/period-words.ts";
import type { Language, Named } from "../messages/score-names.ts";
import {
  dutyFigureNames,
  type FiguresLine,
  figureKeys,
  figuresWords,
  lineOf,
  organizationColumns,
} from "./duty-figures.ts";
import { type Asked, type ListColumn, type Table, together } from "./list.ts";

type Page = Answer<"getDutyMatrix">;
type Months = readonly (Partial<DutyFigures> | null)[];
type Line = Pick<FiguresLine, "organizationId" | "name" | "kind"> & { readonly months: Months };

const words = {
  zh: {
    children: "直接下级，各含其全部下级",
    all: "全部组织，各计本级",
    monthly: "隶属关系按各月月末",
    on: (day: string) => `隶属关系按 ${day}`,
    leaders: "其中：领导双重组织生活（应参加、参加）",
    leadersKind: "双重组织生活",
  },
  en: {
    children: "direct children, each with all below it",
    all: "every organisation by itself",
    monthly: "structure as at each month's end",
    on: (day: string) => `structure as of ${day}`,
    leaders: "Leaders in their own branches (expected, attended)",
    leadersKind: "Leaders' attendance",
  },
} as const;

/** What the months are chosen by. */
export const matrixMonths: readonly string[] = [
  ...["jan", "feb", "mar", "apr", "may", "jun"],
  ...["jul", "aug", "sep", "oct", "nov", "dec"],
];

/** 履责矩阵: four figures a month under the month's head; what wasn't there in a month stays empty. */
export const dutyMatrixTable: Table<Line, Page> = {
  name: { zh: "履责矩阵", en: "Duty matrix" },
  organizationOf: ({ organizationId }) => organizationId,
  over: (page, { language }, asked) => [
    together([page.organizationName, wordPeriod(language, String(page.year)), page.template?.[language]]),
    lookedAt(page, language, asked),
  ],
  rowsOf({ items, elsewhere, totals, next }, { language }) {
    const { elsewhere: gone, total } = figuresWords(language);
    const rows = items.flatMap((row) => [
      { ...lineOf(row, language), months: row.months },
      ...leadersOf(row, language),
    ]);
    if (next !== null) return rows;
    const last = [...(elsewhere ? [{ name: gone, months: elsewhere }] : []), { name: total, months: totals }];
    return [...rows, ...last.map((line) => ({ ...line, organizationId: null, kind: "" }))];
  },
  columns: [
    ...organizationColumns.map((column) =>
      column.key === "kind" ? { ...column, extra: true as const } : { ...column, fixed: true as const },
    ),
    ...matrixMonths.flatMap((_, index) => monthOf(index)),
  ],
};

function monthOf(index: number): ListColumn<Line>[] {
  const name: Named = { zh: `${index + 1}月`, en: wordPeriod("en", `2000-${index + 1}`).slice(0, 3) };
  const group = { key: matrixMonths[index] ?? "", name };
  return figureKeys.map((key) => ({
    key: `${key}${name.en}`,
    name: dutyFigureNames[key],
    group,
    kind: "number",
    width: 7,
    value: ({ months }) => months[index]?.[key] ?? null,
  }));
}

/** 双重组织生活 of a committee's leaders, where there was any. */
function leadersOf({ organizationId, leaders }: Page["items"][number], language: Language): Line[] {
  if (!leaders?.some(({ expected }) => expected > 0)) return [];
  const months = leaders.map(({ expected, attended }) => (expected === 0 ? null : { owed: expected, done: attended }));
  return [{ organizationId, name: words[language].leaders, kind: words[language].leadersKind, months }];
}

function lookedAt({ today }: Page, language: Language, { level, on }: Asked): string {
  const { children, all, monthly, on: asOn } = words[language];
  const { asOf, restricted } = figuresWords(language);
  return together([level === "all" ? all : children, on ? asOn(on) : monthly, asOf(today), restricted]);
}
