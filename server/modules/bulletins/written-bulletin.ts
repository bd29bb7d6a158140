import { wordPeriod } from "@dutyloop/contract/messages/period-words.ts";
import type { Language } from "@dutyloop/contract/messages/score-names.ts";
import { leadingAndLagging, type RankGroup } from "@dutyloop/domain/assessment/boards/leading-rules.ts";
import type { DutyFigures } from "@dutyloop/domain/duties/matrix-things.ts";
import { addMonths, type PlainDate, plainDateIn } from "@dutyloop/domain/kernel/plain-date.ts";
import {
  compare,
  format,
  isZero,
  rational,
  roundHalfAwayFromZero,
  subtract,
  zero,
} from "@dutyloop/domain/kernel/rational.ts";
import type { OfficialNotice } from "../../platform/documents/official-notice.ts";
import type { DocumentBlock, DocumentRow } from "../../platform/documents/write-document.ts";
import type { BulletinData } from "./bulletin-data.ts";
import type { BulletinDraft } from "./bulletin-store.ts";
import { type BulletinWords, bulletinWords } from "./bulletin-words.ts";

/**
 * The 通报 of a month: sentences around figures of the database, and what was typed. A part without figures is left out,
 * and nothing is praised or blamed.
 */
export function writtenBulletin(data: BulletinData, draft: BulletinDraft, language: Language): OfficialNotice {
  const words = bulletinWords[language];
  const { texts } = draft;
  const month = wordPeriod(language, data.month);
  const today = dated(data.today, words);
  const sections: [string, DocumentBlock[]][] = [
    [words.overall, overall(data, words, language)],
    [words.byKind, byKind(data, words)],
    [words.byOrganization, byOrganization(data, words)],
    [words.boards, boards(data, draft.leadingOnly, words, language)],
    [words.samples, samples(data, words)],
    [words.requirements, paragraphs(texts.requirements)],
  ];
  const told = sections.filter(([, blocks]) => blocks.length > 0);
  const { auditHead } = data;
  return {
    title: words.title(month),
    mark: words.mark,
    issuer: data.place.name,
    number: texts.number,
    recipient: texts.recipient === "" ? "" : words.recipient(texts.recipient),
    blocks: [
      ...paragraphs(texts.opening),
      paragraph(words.asOf(month, today)),
      ...told.flatMap(([heading, blocks], index): DocumentBlock[] => [
        { kind: "heading", text: words.part(words.numerals[index] ?? "", heading) },
        ...blocks,
      ]),
      ...paragraphs(texts.closing),
      { kind: "signature", text: data.place.name },
      { kind: "signature", text: today },
    ],
    imprint: {
      copies: texts.copies === "" ? "" : words.copies(texts.copies),
      issuer: data.place.name,
      date: words.printed(today),
    },
    proof:
      auditHead === null
        ? ""
        : words.proof(auditHead.sequence, auditHead.mac, plainDateIn(auditHead.at, "Asia/Shanghai")),
  };
}

/** Whom a 通报 goes to as long as nobody said so. */
export function usualRecipient({ childKinds }: Pick<BulletinData, "childKinds">, language: Language): string {
  return bulletinWords[language].recipients(childKinds);
}

function overall(data: BulletinData, words: BulletinWords, language: Language): DocumentBlock[] {
  const { total, attendance, standard } = data;
  const parts = [
    total.owed === 0 ? "" : words.duties(total.owed, total.done, rateOf(total.done, total.owed)),
    total.overdue === 0 ? "" : words.overdue(total.overdue),
    total.late === 0 ? "" : words.late(total.late),
  ];
  const shares = [
    attendance.of === 0 ? "" : words.attendance(attendance.done, attendance.of, rateOf(attendance.done, attendance.of)),
    standard.of === 0 ? "" : words.standard(standard.done, standard.of, rateOf(standard.done, standard.of)),
  ];
  return [joined(parts, language), compared(data, words, language), joined(shares, language)]
    .filter((text) => text !== "")
    .map(paragraph);
}

/** Sentences of one paragraph, those that say something. */
function joined(parts: readonly string[], language: Language): string {
  return parts.filter((part) => part !== "").join(language === "zh" ? "" : " ");
}

/** What changed against the month before; nothing where nothing was owed in one of them. */
function compared({ month, total, before }: BulletinData, words: BulletinWords, language: Language): string {
  if (total.owed === 0 || before.owed === 0) return "";
  const change = (what: string, now: number, then: number, unit: string) => {
    if (now === then) return words.same(what);
    return now > then ? words.more(what, now - then, unit) : words.fewer(what, then - now, unit);
  };
  const rounded = ({ done, owed }: DutyFigures) => roundHalfAwayFromZero(rational(100 * done, owed), 2);
  // The difference of what is printed, so that it can be worked out again from the paper.
  const difference = subtract(rounded(total), rounded(before));
  const points = format(compare(difference, zero) < 0 ? subtract(zero, difference) : difference, 2);
  const rate = compare(difference, zero) < 0 ? words.rateDown(points) : words.rateUp(points);
  return words.compared(wordPeriod(language, addMonths(month, -1)), [
    change(words.owed, total.owed, before.owed, words.items),
    change(words.done, total.done, before.done, words.items),
    isZero(difference) ? words.rateSame : rate,
    change(words.lateEntries, total.late, before.late, words.times),
  ]);
}

const shares = [40, 12, 12, 14, 11, 11] as const;

function table(headings: readonly string[], rows: readonly DocumentRow[]): DocumentBlock {
  return {
    kind: "table",
    columns: headings.map((heading, index) => ({
      heading,
      share: shares[index] ?? 0,
      ...(index === 0 ? {} : { align: "right" as const }),
    })),
    rows,
  };
}

function cells(name: string, { owed, done, overdue, late }: DutyFigures, words: BulletinWords): string[] {
  const rate = owed === 0 ? words.none : words.percent(rateOf(done, owed));
  return [name, String(owed), String(done), rate, String(overdue), String(late)];
}

function byKind({ kinds, total }: BulletinData, words: BulletinWords): DocumentBlock[] {
  if (kinds.length === 0) return [];
  const rows = kinds.map(({ name, ...figures }) => ({ cells: cells(wordOf(name, words), figures, words) }));
  return [table(words.kindColumns, [...rows, { cells: cells(words.total, total, words), strong: true }])];
}

const wordOf = (name: { readonly zh: string; readonly en: string }, words: BulletinWords) =>
  words === bulletinWords.zh ? name.zh : name.en;

/** A branch has nobody below it, and its own line would say the total again. */
function byOrganization({ rows, unnamed, total }: BulletinData, words: BulletinWords): DocumentBlock[] {
  if (rows.every(({ own }) => own)) return [];
  const named = rows.map(({ name, own, figures }) => ({ cells: cells(own ? words.own(name) : name, figures, words) }));
  const others = unnamed === null ? [] : [{ cells: cells(words.unnamed, unnamed, words) }];
  const all = { cells: cells(words.total, total, words), strong: true };
  return [table(words.organizationColumns, [...named, ...others, all])];
}

/** Who leads, and unless only that is published, who lags. */
function boards(
  { boards: published }: BulletinData,
  leadingOnly: boolean,
  words: BulletinWords,
  language: Language,
): DocumentBlock[] {
  return published.map(({ scheme, class: ofClass, organizations, ranked, mean, ranks }) => {
    const { leading, lagging } = leadingAndLagging(ranks);
    const groups = (some: readonly RankGroup[]) => some.flatMap((group) => namesOf(group, words)).join(words.list);
    return paragraph(
      [
        words.board(scheme[language], ofClass),
        words.participants(organizations, ranked),
        mean === null ? "" : words.mean(mean),
        words.full,
        leading.length === 0 ? "" : words.leading(groups(leading)),
        leadingOnly || lagging.length === 0 ? "" : words.lagging(groups(lagging)),
      ].join(""),
    );
  });
}

function namesOf({ rank, total, organizations, names }: RankGroup, words: BulletinWords): string[] {
  if (names.length < organizations) return [words.many(organizations, rank, total ?? words.none)];
  return names.map((name) => words.one(name, total ?? words.none));
}

function samples({ samples: found }: BulletinData, words: BulletinWords): DocumentBlock[] {
  const { drawn, accepted, toCorrect, reversed } = found;
  if (drawn === 0) return [];
  const open = drawn - accepted - toCorrect - reversed;
  const parts = [
    words.sampled(drawn),
    accepted === 0 ? "" : words.accepted(accepted),
    toCorrect === 0 ? "" : words.toCorrect(toCorrect),
    reversed === 0 ? "" : words.reversed(reversed),
    open === 0 ? "" : words.open(open),
  ];
  return [paragraph(`${parts.filter((part) => part !== "").join(words.comma)}${words.full}`)];
}

/** Hundredths, rounded once. */
function rateOf(done: number, of: number): string {
  return format(rational(100 * done, of), 2);
}

function paragraph(text: string): DocumentBlock {
  return { kind: "paragraph", text };
}

function paragraphs(typed: string): DocumentBlock[] {
  return typed
    .split("\n")
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .map(paragraph);
}

function dated(date: PlainDate, { date: word }: BulletinWords): string {
  const [year, month, day] = date.split("-").map(Number);
  return word(year ?? 0, month ?? 0, day ?? 0);
}
