import { wordPeriod } from "@dutyloop/contract/messages/period-words.ts";
import { type Language, type Names, nameOf } from "@dutyloop/contract/messages/score-names.ts";
import { wordReach } from "@dutyloop/contract/messages/score-total-words.ts";
import { format, parse, subtract } from "@dutyloop/domain/kernel/rational.ts";
import type { DocumentBlock } from "../../../platform/documents/write-document.ts";
import type { ReportWords } from "./report-words.ts";
import type { Score } from "./score-report.ts";

function paragraph(text: string): DocumentBlock {
  return { kind: "paragraph", text };
}

/** What is other than in the period before; nothing where there was none. */
export function changesBlocks(
  { changes, total }: Score,
  names: Names,
  words: ReportWords,
  language: Language,
): DocumentBlock[] {
  if (changes === null) return [];
  const { schemeVersion, class: ofClass, parent, facts } = changes;
  const figure = (points: string | null) => points ?? words.none;
  const said = [
    words.since(wordPeriod(language, changes.since), figure(changes.totalBefore), figure(total)) +
      words.facts(facts.before, facts.now),
    ...(schemeVersion === null ? [] : [words.schemeChanged(schemeVersion.before, schemeVersion.now)]),
    ...(ofClass === null ? [] : [words.classChanged(ofClass.before, ofClass.now)]),
    ...(parent === null ? [] : [words.parentChanged(parent.before, parent.now)]),
    ...changes.lines.map(({ code, before, now }) =>
      words.lineChanged(nameOf(names, code, language), figure(before), figure(now)),
    ),
    ...(changes.lines.length === 0 ? [words.unchanged] : []),
  ];
  return said.map(paragraph);
}

/** What it takes to get full marks, line by line. */
export function reachBlocks({ lines }: Score, words: ReportWords, language: Language): DocumentBlock[] {
  const open = lines.flatMap(({ reach, name, points, fullMarks }) => {
    if (reach === null) return [];
    const how = wordReach(language, reach);
    if (points === null) return [words.reachedUnscored(name[language], how)];
    return [words.reached(name[language], missing(fullMarks, points), how)];
  });
  return (open.length === 0 ? [words.full] : open).map(paragraph);
}

function missing(fullMarks: string, points: string): string {
  return format(subtract(parse(fullMarks), parse(points)), points.split(".")[1]?.length ?? 0);
}

/** What somebody who doesn't agree can do in the state the score is in. */
export function disputeText({ state, publicity }: Score, { disputes }: ReportWords): string {
  if (state === "publicity" && publicity !== null) return disputes.publicity(publicity.from, publicity.to);
  return state === "published" ? disputes.published : disputes.trial;
}
