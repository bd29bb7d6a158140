import { lostPoints } from "../messages/lost-points.ts";
import { wordPeriod } from "../messages/period-words.ts";
import { type HeadedListOf, together } from "./list.ts";

const words = {
  zh: {
    board: "榜",
    states: { trial: "试算", publicity: "公示", published: "已发布" },
    asOf: (day: string) => `截至 ${day}`,
    counts: (all: number, ranked: number) => `在榜 ${all} 个，排名 ${ranked} 个`,
    mean: (mean: string) => `平均分 ${mean}`,
    version: (version: number) => `第 ${version} 版`,
    unranked: "不排名",
    suggested: (grade: string) => `建议等次：${grade}`,
  },
  en: {
    board: " board",
    states: { trial: "trial", publicity: "open to dispute", published: "published" },
    asOf: (day: string) => `as of ${day}`,
    counts: (all: number, ranked: number) => `${all} on the board, ${ranked} ranked`,
    mean: (mean: string) => `mean ${mean}`,
    version: (version: number) => `version ${version}`,
    unranked: "unranked",
    suggested: (grade: string) => `suggested: ${grade}`,
  },
} as const;

/** 积分榜. */
export const boardList: HeadedListOf<"getBoard"> = {
  name: { zh: "积分榜", en: "Board" },
  organizationOf: ({ organizationId }) => organizationId,
  over(board, { language, today }) {
    const said = words[language];
    const { scheme, organizationName, period, periodVersion, state, mean } = board;
    return [
      together([
        `${scheme.name[language]}${said.board}`,
        wordPeriod(language, period),
        organizationName,
        board.class,
        periodVersion > 1 ? said.version(periodVersion) : null,
      ]),
      together([
        said.states[state],
        state === "published" ? null : said.asOf(today),
        said.counts(board.organizations, board.ranked),
        mean === null ? null : said.mean(mean),
      ]),
    ];
  },
  columns: [
    {
      key: "rank",
      name: { zh: "位次", en: "Rank" },
      kind: "number",
      value: ({ rank }, { language }) => rank ?? words[language].unranked,
    },
    { key: "branch", name: { zh: "支部", en: "Branch" }, width: 30, value: ({ organizationName }) => organizationName },
    { key: "total", name: { zh: "总分", en: "Total" }, kind: "number", value: ({ total }) => total },
    {
      key: "change",
      name: { zh: "较上期", en: "Change" },
      kind: "number",
      value: ({ change }) => change,
    },
    {
      key: "coverage",
      name: { zh: "完整度", en: "Coverage" },
      kind: "number",
      value: ({ total, coverage }) => (total === null && Number(coverage) === 0 ? null : `${Number(coverage)}%`),
    },
    {
      key: "grade",
      name: { zh: "等次", en: "Grade" },
      value: ({ grade, suggestedGrade }, { language }) =>
        grade?.name[language] ?? (suggestedGrade && words[language].suggested(suggestedGrade.name[language])),
    },
    {
      key: "history",
      name: { zh: "近 12 期", en: "Twelve periods" },
      width: 40,
      value: ({ history }) => history.map((total) => total ?? "–").join(" "),
    },
    {
      key: "weakest",
      name: { zh: "失分最多", en: "Lost most on" },
      width: 30,
      value({ weakest }, { language }) {
        const lost = weakest && lostPoints(weakest.fullMarks, weakest.points);
        return weakest && lost && Number(lost) > 0 ? `${weakest.name[language]} −${lost}` : null;
      },
    },
    {
      key: "adjustment",
      name: { zh: "以前期间调整", en: "Adjustment of earlier periods" },
      kind: "number",
      extra: true,
      value: ({ adjustment }) => adjustment,
    },
    {
      key: "vetoes",
      name: { zh: "红线", en: "Vetoes" },
      extra: true,
      width: 24,
      value: ({ vetoes }, { language }) => together(vetoes.map(({ name }) => name[language])),
    },
    {
      key: "before",
      name: { zh: "上期位次", en: "Rank before" },
      kind: "number",
      extra: true,
      value: ({ before }) => before?.rank ?? null,
    },
  ],
};
