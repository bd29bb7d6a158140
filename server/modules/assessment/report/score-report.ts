import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { wordPeriod } from "@dutyloop/contract/messages/period-words.ts";
import type { Language, Names } from "@dutyloop/contract/messages/score-names.ts";
import { wordComposition, wordLeftOut, wordMean, wordVeto } from "@dutyloop/contract/messages/score-total-words.ts";
import { wordArithmetic } from "@dutyloop/contract/messages/score-words.ts";
import { wordSinceClose } from "@dutyloop/contract/messages/since-close-words.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { DocumentBlock, DocumentRow, OfficialDocument } from "../../../platform/documents/write-document.ts";
import { changesBlocks, disputeText, reachBlocks } from "./report-parts.ts";
import { type ReportWords, reportWords } from "./report-words.ts";

export type Score = Answer<"getScore">;

/**
 * The 得分说明书 of an explained score: what it is, vetoes first, every line with its arithmetic, what changed, what full
 * marks would take, adjustments, and how to dispute it, dated today. It says what the score says and nothing else.
 */
export function scoreReport(score: Score, names: Names, language: Language, today: PlainDate): OfficialDocument {
  const words = reportWords[language];
  const { organizationName, scheme } = score;
  const period = wordPeriod(language, score.period);
  const sections: [string, DocumentBlock[]][] = [
    [words.standing, standing(score, words, language)],
    [words.vetoes, score.vetoes.map((veto) => paragraph(wordVeto(language, veto)))],
    [words.how, score.mean === null ? arithmetic(score, names, words, language) : mean(score, words, language)],
    [words.changes, changesBlocks(score, names, words, language)],
    [words.reach, score.mean === null ? reachBlocks(score, words, language) : []],
    [words.adjustments, adjustments(score, words, language)],
    [words.dispute, [paragraph(disputeText(score, words))]],
  ];
  const told = sections.filter(([, blocks]) => blocks.length > 0);
  return {
    title: words.title(organizationName, period, scheme.name[language]),
    blocks: [
      ...told.flatMap(([heading, blocks], index): DocumentBlock[] => [
        { kind: "heading", text: `${numbered(language, index)}${heading}` },
        ...blocks,
      ]),
      { kind: "signature", text: dated(today, words) },
    ],
  };
}

function dated(today: PlainDate, words: ReportWords): string {
  const [year = 0, month = 0, day = 0] = today.split("-").map(Number);
  return words.date(year, month, day);
}

const numerals = ["一", "二", "三", "四", "五", "六", "七"];

function numbered(language: Language, index: number): string {
  return language === "zh" ? `${numerals[index]}、` : `${index + 1}. `;
}

function paragraph(text: string): DocumentBlock {
  return { kind: "paragraph", text };
}

function standing(score: Score, words: ReportWords, language: Language): DocumentBlock[] {
  const { scheme, grade } = score;
  const version = score.versions > 1 ? words.periodVersion(score.periodVersion) : "";
  const given = grade?.decided
    ? words.decided(grade.decided.name[language])
    : grade?.suggested && words.suggested(grade.suggested.name[language]);
  const said: [string, string][] = [
    [words.organization, score.organizationName],
    ...(score.class === "" ? [] : [[words.class, score.class] as [string, string]]),
    [words.period, `${wordPeriod(language, score.period)}${version}`],
    [words.scheme, `${scheme.name[language]} ${words.version(scheme.version)}`],
    [
      words.state,
      score.state === "trial"
        ? `${words.states.trial} · ${words.periodStates[score.periodState]}`
        : words.states[score.state],
    ],
    [words.total, score.total ?? words.none],
    [words.coverage, `${score.coverage}%${words.threshold(scheme.coverageThreshold)}`],
    ...score.ranks.map((on): [string, string] => [words.rank(on.organizationName), words.ranked(on.rank, on.of)]),
    ...(given ? [[words.grade, given] as [string, string]] : []),
  ];
  return said.map(([what, text]) => paragraph(`${what}${words.colon}${text}`));
}

function arithmetic(score: Score, names: Names, words: ReportWords, language: Language): DocumentBlock[] {
  const depths = depthsOf(score.lines);
  const rows = score.lines.map((line): DocumentRow => {
    const more = line.settled === null ? "" : words.settled(line.settled);
    const later = wordSinceClose(language, line.since, names);
    const sentence = `${wordArithmetic(language, line, names)}${more}${later === null ? "" : words.later(later)}`;
    return {
      cells: [line.name[language], line.points ?? words.none, line.fullMarks, sentence],
      depth: depths.get(line.code) ?? 0,
      strong: line.kind === "node",
    };
  });
  const { line, points, marks, arithmetic: how } = words.columns;
  const columns = [
    { heading: line, share: 26 },
    { heading: points, share: 11, align: "right" as const },
    { heading: marks, share: 11, align: "right" as const },
    { heading: how, share: 52 },
  ];
  const { composition } = score;
  const total =
    composition === null || composition.root === score.total
      ? []
      : [paragraph(words.composition(wordComposition(language, composition, score.total)))];
  return [{ kind: "table", columns, rows }, ...total];
}

/** How far below the root, or below a bonus or deduction node, each line stands. */
function depthsOf(lines: Score["lines"]): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  for (const { code, parent } of lines) depths.set(code, parent === null ? 0 : (depths.get(parent) ?? 0) + 1);
  return depths;
}

function mean(score: Score, words: ReportWords, language: Language): DocumentBlock[] {
  const { counted, leftOut } = score.mean!;
  const rows = [
    ...counted.map(({ period, total }) => [period, [wordPeriod(language, period), total, words.counted]] as const),
    ...leftOut.map(
      (left) => [left.period, [wordPeriod(language, left.period), words.none, wordLeftOut(language, left)]] as const,
    ),
  ].sort(([a], [b]) => (a < b ? -1 : 1));
  const { period, total, why } = words.meanColumns;
  const columns = [
    { heading: period, share: 30 },
    { heading: total, share: 15, align: "right" as const },
    { heading: why, share: 55 },
  ];
  return [
    { kind: "table", columns, rows: rows.map(([, cells]) => ({ cells })) },
    paragraph(words.mean(wordMean(language, counted, score.total))),
  ];
}

function adjustments(score: Score, words: ReportWords, language: Language): DocumentBlock[] {
  const own = score.adjustment === null ? [] : [{ ...score.adjustment, period: score.period }];
  return [...own, ...score.adjustments].map(({ period, published, adjusted, adjustment, facts }) =>
    paragraph(
      words.adjustment(
        wordPeriod(language, period),
        published ?? words.none,
        adjusted ?? words.none,
        adjustment === null ? words.none : signed(adjustment),
        facts,
      ),
    ),
  );
}

function signed(figure: string): string {
  return figure.startsWith("-") ? figure.replace("-", "−") : `+${figure}`;
}
