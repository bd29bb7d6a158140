import type { Answer } from "../endpoints.ts";
import { wordPeriod } from "../messages/period-words.ts";
import type { Language } from "../messages/score-names.ts";
import { perBranchAndMonth, shareFilled } from "./burden-figures.ts";
import { figuresWords, lineOf } from "./duty-figures.ts";
import { type Table, together } from "./list.ts";

type Page = Answer<"getBurden">;
type Line = Page["months"][number] & {
  readonly organizationId: string | null;
  readonly by: string;
  readonly name: string;
  readonly perBranch: string | null;
};

const words = {
  zh: { month: "按月", organization: "按组织", branches: (count: number) => `${count} 个支部` },
  en: { month: "by month", organization: "by organisation", branches: (count: number) => `${count} branches` },
} as const;

/** 负担表: the months of an organisation, and below them the organisations with their year. */
export const burdenTable: Table<Line, Page> = {
  name: { zh: "负担表", en: "Burden" },
  organizationOf: ({ organizationId }) => organizationId,
  over: ({ organizationName, year, branches }, { language }) => [
    together([organizationName, wordPeriod(language, String(year)), words[language].branches(branches)]),
    figuresWords(language).restricted,
  ],
  rowsOf: (page, { language }) => [...monthsOf(page, language), ...organizationsOf(page, language)],
  columns: [
    { key: "by", fixed: true, name: { zh: "统计", en: "Counted" }, value: ({ by }) => by },
    {
      key: "name",
      fixed: true,
      name: { zh: "月份或组织", en: "Month or organisation" },
      width: 34,
      value: ({ name }) => name,
    },
    { key: "records", name: { zh: "纪实", en: "Records" }, kind: "number", value: ({ records }) => records },
    { key: "typed", name: { zh: "手填字段", en: "Fields typed" }, kind: "number", value: ({ typed }) => typed },
    { key: "filled", name: { zh: "系统代填", en: "Filled in" }, kind: "number", value: ({ filled }) => filled },
    { key: "share", name: { zh: "代填占比", en: "Share filled in" }, kind: "number", value: shareFilled },
    {
      key: "perBranch",
      name: { zh: "每支部每月手填", en: "Typed per branch and month" },
      kind: "number",
      value: ({ perBranch }) => perBranch,
    },
  ],
};

function monthsOf({ year, months, branches }: Page, language: Language): Line[] {
  return months.flatMap((sums, index) => {
    if (sums.records === 0) return [];
    const name = wordPeriod(language, `${year}-${index + 1}`);
    const perBranch = perBranchAndMonth(sums.typed, branches, 1);
    return [{ ...sums, organizationId: null, by: words[language].month, name, perBranch }];
  });
}

function organizationsOf({ rows, months }: Page, language: Language): Line[] {
  const busy = months.filter(({ records }) => records > 0).length;
  return rows
    .filter(({ own, records }) => !own || records > 0)
    .map((row) => ({
      ...{ records: row.records, typed: row.typed, filled: row.filled, by: words[language].organization },
      ...lineOf({ ...row, hasChildren: row.own }, language),
      perBranch: row.own ? null : perBranchAndMonth(row.typed, row.branches, busy),
    }));
}
