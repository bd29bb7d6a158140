import { lostPoints } from "../messages/lost-points.ts";
import { type ListOf, together } from "./list.ts";

/** 积分榜. */
export const boardList: ListOf<"getBoard"> = {
  name: { zh: "积分榜", en: "Board" },
  organizationOf: ({ organizationId }) => organizationId,
  columns: [
    { key: "rank", name: { zh: "位次", en: "Rank" }, kind: "number", value: ({ rank }) => rank },
    { key: "branch", name: { zh: "支部", en: "Branch" }, width: 30, value: ({ organizationName }) => organizationName },
    { key: "total", name: { zh: "总分", en: "Total" }, kind: "number", value: ({ total }) => figure(total) },
    {
      key: "change",
      name: { zh: "较上期", en: "Change" },
      kind: "number",
      value: ({ change }) => figure(change),
    },
    {
      key: "coverage",
      name: { zh: "完整度 %", en: "Coverage %" },
      kind: "number",
      value: (row) => figure(row.coverage),
    },
    {
      key: "grade",
      name: { zh: "等次", en: "Grade" },
      value: ({ grade, suggestedGrade }, { language }) => (grade ?? suggestedGrade)?.name[language] ?? null,
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
      value: ({ weakest }, { language }) =>
        weakest === null ? null : `${weakest.name[language]} −${lostPoints(weakest.fullMarks, weakest.points)}`,
    },
    {
      key: "adjustment",
      name: { zh: "以前期间调整", en: "Adjustment of earlier periods" },
      kind: "number",
      extra: true,
      value: ({ adjustment }) => figure(adjustment),
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

/** A figure of a workbook that can be reckoned with; the exact text stays on the page. */
function figure(decimal: string | null): number | null {
  return decimal === null ? null : Number(decimal);
}
