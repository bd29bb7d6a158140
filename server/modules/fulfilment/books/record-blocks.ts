import type { Language } from "@dutyloop/contract/messages/score-names.ts";
import type { DocumentBlock } from "../../../platform/documents/write-document.ts";
import type { BookRecord } from "./book-data.ts";
import { type BookWords, bookWords } from "./book-words.ts";
import { paperBlocks } from "./paper-blocks.ts";

/**
 * One record as it is printed for one of its hosts: what, when, who was there, what was said and resolved, lines to sign. Its
 * papers are named in a line, or listed with what they are kept as.
 */
export function recordBlocks(
  record: BookRecord,
  organizationId: string,
  language: Language,
  papers: "named" | "listed",
): DocumentBlock[] {
  const words = bookWords[language];
  const types = record.standards.filter(({ organizationId: host }) => host === organizationId);
  const names = [...new Set(types.map(({ templateName }) => templateName[language]))].join(words.types);
  const said = [
    words.where(timeOf(record, words), record.place),
    words.chaired(record.chairName ?? words.none, record.recorderName ?? words.none),
    ...(record.lecturer ? [words.lecturer(record.lecturer)] : []),
    ...attendance(record, organizationId, words),
    ...(record.topics.length > 0
      ? [words.topics(record.topics.map((topic) => topic[language]).join(words.between))]
      : []),
    ...record.minutes.split("\n").filter((line) => line.trim() !== ""),
    ...(papers === "named" && record.materials.length > 0
      ? [words.materials(record.materials.map(({ name }) => name[language]).join(words.between))]
      : []),
    ...record.deviations
      .filter((one) => one.organizationId === organizationId && one.reason !== null)
      .map(({ name, reason }) => words.deviation(name[language], reason ?? "")),
    // A part that a host entered later makes a new version and corrects nothing.
    ...(record.state === "corrected" ? [words.corrected(record.version)] : []),
    ...(lateAt(record, organizationId) ? [words.late] : []),
  ];
  return [
    { kind: "heading", text: words.record(words.date(record.occurredOn), names, record.title) },
    ...said.map((text): DocumentBlock => ({ kind: "paragraph", text })),
    ...resolutions(record, words),
    ...record.elections.flatMap((election) => electionBlocks(election, words)),
    ...(papers === "listed" ? paperBlocks(record, language) : []),
    { kind: "paragraph", text: words.sign },
  ];
}

function timeOf({ startTime, endTime }: BookRecord, words: BookWords): string {
  if (startTime === null) return words.none;
  return endTime === null ? startTime : `${startTime}–${endTime}`;
}

function attendance(record: BookRecord, organizationId: string, words: BookWords): string[] {
  const own = record.hosts.find((host) => host.organizationId === organizationId);
  const { hosts, together } = record;
  const there = (record.participants ?? []).filter((person) => person.organizationId === organizationId);
  const members = there.filter(({ capacity }) => capacity === "member");
  const present = members.filter(({ presence }) => presence === "present").map(({ name }) => name);
  const away = members
    .filter(({ presence }) => presence !== "present")
    .map(({ name, reason }) => words.because(name, reason ?? ""));
  const guests = there.filter(({ capacity }) => capacity === "guest").map(({ name }) => name);
  return [
    ...(own ? [words.attendance(own.expected, own.present, percent(own.rate, words))] : []),
    ...(hosts.length > 1
      ? [words.together(hosts.length, together.expected, together.present, percent(together.rate, words))]
      : []),
    ...(present.length > 0 ? [words.present(present.join(words.between))] : []),
    ...(away.length > 0 ? [words.away(away.join(words.between))] : []),
    ...(guests.length > 0 ? [words.guests(guests.join(words.between))] : []),
  ];
}

const percent = (rate: string | null, words: BookWords) => (rate === null ? words.none : `${rate}%`);

function resolutions({ resolutions: list }: BookRecord, words: BookWords): DocumentBlock[] {
  if (list.length === 0) return [];
  const { passed, failed, invalid } = words.outcome;
  const shares = [48, 12, 12, 12, 16];
  return [
    {
      kind: "table",
      columns: words.resolutionColumns.map((heading, index) => ({ heading, share: shares[index] ?? 0 })),
      rows: list.map((one) => ({
        cells: [
          one.title,
          String(one.for),
          String(one.against),
          String(one.abstain),
          one.valid ? (one.passed ? passed : failed) : invalid,
        ],
      })),
    },
  ];
}

function lateAt({ hosts, lateEntry }: BookRecord, organizationId: string): boolean {
  return hosts.find((host) => host.organizationId === organizationId)?.lateEntry ?? lateEntry;
}

function electionBlocks(election: BookRecord["elections"][number], words: BookWords): DocumentBlock[] {
  const { title, seats, issued, returned, valid, candidates } = election;
  const shares = [52, 20, 28];
  return [
    { kind: "paragraph", text: words.election(title, seats, issued, returned) },
    ...(valid ? [] : [{ kind: "paragraph" as const, text: words.outcome.invalid }]),
    {
      kind: "table",
      columns: words.electionColumns.map((heading, index) => ({ heading, share: shares[index] ?? 0 })),
      rows: candidates.map((one) => ({
        cells: [one.name ?? words.none, String(one.votes), words.elected[one.outcome]],
      })),
    },
  ];
}
