import { kindWords, postWords } from "@dutyloop/contract/messages/organization-words.ts";
import type { Language } from "@dutyloop/contract/messages/score-names.ts";
import type { DocumentBlock, OfficialDocument } from "../../../platform/documents/write-document.ts";
import type { Book } from "./book-data.ts";
import { type BookWords, bookWords } from "./book-words.ts";
import { recordBlocks } from "./record-blocks.ts";

type Part = readonly [heading: string, blocks: readonly DocumentBlock[]];

/** 《党支部工作手册》: who they are, what they owed and did in the year, and every record of it, to print and sign. */
export function handbookOf(book: Book, language: Language): OfficialDocument {
  const words = bookWords[language];
  const year = Number(book.from.slice(0, 4));
  return documentOf(words.handbook(year, book.place.name), book, words, [
    [words.organization, [overview(book, words, language)]],
    [words.people, people(book, words, language)],
    [words.duties, [duties(book, words, language)]],
    [words.open, open(book, words, language)],
    [words.records, records(book, words, language, "named")],
  ]);
}

/** Papers for an inspection: the checklist with what was owed and done, what is missing, and the records that prove it. */
export function inspectionPackOf(book: Book, language: Language): OfficialDocument {
  const words = bookWords[language];
  const span = paragraph(words.span(words.date(book.from), words.date(book.to)));
  return documentOf(words.pack(book.place.name), book, words, [
    [words.organization, [overview(book, words, language), span]],
    [words.checklist, [duties(book, words, language)]],
    [words.open, open(book, words, language)],
    [words.missing, missing(book, words, language)],
    [words.evidence, records(book, words, language, "listed")],
  ]);
}

function documentOf(title: string, { today }: Book, words: BookWords, parts: readonly Part[]): OfficialDocument {
  return {
    title,
    blocks: [
      ...parts.flatMap(([heading, blocks], index): DocumentBlock[] => [
        { kind: "heading", text: words.part(words.numerals[index] ?? "", heading) },
        ...blocks,
      ]),
      { kind: "signature", text: words.signBook },
      { kind: "signature", text: words.date(today) },
    ],
  };
}

function paragraph(text: string): DocumentBlock {
  return { kind: "paragraph", text };
}

function overview({ place, people: all }: Book, words: BookWords, language: Language): DocumentBlock {
  const full = all.filter(({ memberState }) => memberState === "FULL").length;
  return paragraph(words.kindOf(kindWords[language][place.kind], all.length, full));
}

function people({ people: all }: Book, words: BookWords, language: Language): DocumentBlock[] {
  return [
    table(
      words.peopleColumns,
      [30, 40, 30],
      all.map(({ name, posts, memberState }) => [
        name,
        posts.map((post) => postWords[language][post]).join(words.between) || words.none,
        words.state(memberState),
      ]),
    ),
  ];
}

function duties({ duties: all, nameOf }: Book, words: BookWords, language: Language): DocumentBlock {
  return table(
    words.dutyColumns,
    [40, 15, 15, 15, 15],
    all.map(({ templateCode, owed, done, missed, waived }) => [
      nameOf(templateCode)[language],
      ...[owed, done, missed, waived].map(String),
    ]),
  );
}

function open({ open: all, nameOf }: Book, words: BookWords, language: Language): DocumentBlock[] {
  if (all.length === 0) return [paragraph(words.nothingOpen)];
  return [
    table(
      words.openColumns,
      [30, 30, 22, 18],
      all.map(({ templateCode, subjectName, dueOn, overdue }) => [
        nameOf(templateCode)[language],
        subjectName,
        words.date(dueOn),
        overdue ? words.overdue : words.running,
      ]),
    ),
  ];
}

function missing({ records: all, place }: Book, words: BookWords, language: Language): DocumentBlock[] {
  const rows = all.flatMap(({ occurredOn, title, standards }) =>
    standards
      .filter(({ organizationId }) => organizationId === place.id)
      .flatMap(({ items }) => items)
      .filter(({ passed }) => passed === false)
      .map(({ name }) => [words.date(occurredOn), title, name[language]]),
  );
  return rows.length === 0 ? [paragraph(words.nothingMissing)] : [table(words.missingColumns, [22, 40, 38], rows)];
}

function records(
  { records: all, place }: Book,
  words: BookWords,
  language: Language,
  papers: "named" | "listed",
): DocumentBlock[] {
  if (all.length === 0) return [paragraph(words.noRecords)];
  return all.flatMap((record) => recordBlocks(record, place.id, language, papers));
}

function table(headings: readonly string[], shares: readonly number[], rows: readonly string[][]): DocumentBlock {
  return {
    kind: "table",
    columns: headings.map((heading, index) => ({ heading, share: shares[index] ?? 0 })),
    rows: rows.map((cells) => ({ cells })),
  };
}
