import { isWithin } from "../../kernel/plain-date.ts";
import { type GivenRow, RowFaults } from "../../organization/roster/roster-rows.ts";
import type { TemplateBody } from "../../standards/things.ts";
import { expectedOfAll } from "../attendance-rules.ts";
import { entryRefusal } from "../entry-rules.ts";
import { columnsOf, type LedgerField, type LedgerMeeting, ledgerFields, type NamedMember } from "./ledger-things.ts";
import { namesIn, resolutionsIn } from "./listed-cells.ts";
import { memberNamed, type NamedIn, readAttendance } from "./read-attendance.ts";

/** Where a meeting of the ledger was held, and who belonged there that day. */
export type LedgerPlace = {
  /** The 党小组 that met; null where the branch itself did. */
  readonly groupId: string | null;
  /** All names that the organisation has had. */
  readonly names: readonly string[];
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly roster: readonly NamedMember[];
};
export type ReadMeeting = {
  readonly meeting: LedgerMeeting;
  readonly faults: RowFaults<LedgerField>;
  readonly namedIn: NamedIn;
};
type Given = GivenRow<LedgerField>;

/** One row of a ledger as the form would send it, with every cell of it that can't be meant. */
export function readMeeting(
  given: Given,
  place: LedgerPlace | null,
  templates: readonly TemplateBody[],
  today: string,
): ReadMeeting {
  const faults = new RowFaults<LedgerField>();
  checkPlace(given, place, faults);
  checkTypes(given, templates, faults);
  const roster = place?.roster ?? [];
  const person = (field: "host" | "recorder") =>
    given[field] === null || roster.length === 0 ? null : memberNamed(given[field], roster, field, faults);
  const groupMissing = place?.groupId === null && templates.some(({ owedBy }) => owedBy === "group");
  if (groupMissing) faults.add("organization", "record.group.missing");
  const { marks, namedIn } =
    place === null || groupMissing
      ? { marks: [], namedIn: new Map<string, LedgerField>() }
      : readAttendance(given, roster, expectedOfAll(roster, templates, place.groupId), faults);
  const resolutions = resolutionsIn(given.resolutions);
  if (resolutions === null) faults.add("resolutions", "import.resolution_unreadable");
  const meeting: LedgerMeeting = {
    templateCodes: templates.map(({ code }) => code),
    title: given.title ?? "",
    occurredOn: given.date ?? "",
    startTime: given.start,
    endTime: given.end,
    place: given.place ?? "",
    chairId: person("host"),
    recorderId: person("recorder"),
    lecturer: given.lecturer,
    minutes: given.minutes ?? "",
    topics: topicsIn(given, templates, faults),
    resolutions: resolutions ?? [],
    attendance: marks,
    guests: guestsIn(given, faults),
    lateReason: given.lateReason,
  };
  // What the rules will say of the entry itself is told together with the cells, so that both are mended at once.
  if (faults.list.length > 0) addEntryFault(meeting, today, faults);
  return { meeting, faults, namedIn };
}

/** The column in which a user finds what a rule refused. */
export function columnOfRefusal(field: string | undefined, personId: unknown, namedIn: NamedIn): LedgerField {
  if (field === "attendance") return namedIn.get(String(personId)) ?? "attended";
  return (field === undefined ? undefined : columnsOfInput[field]) ?? "type";
}

const columnsOfInput: Readonly<Record<string, LedgerField>> = {
  title: "title",
  occurredOn: "date",
  startTime: "start",
  endTime: "end",
  place: "place",
  minutes: "minutes",
  lecturer: "lecturer",
  resolutions: "resolutions",
  guests: "guests",
  lateReason: "lateReason",
  groupId: "organization",
  subjectId: "organization",
};

function checkPlace(given: Given, place: LedgerPlace | null, faults: RowFaults<LedgerField>): void {
  if (place === null) {
    faults.add("organization", "import.organization_unknown", { code: given.organization ?? "" });
    return;
  }
  if (given.name !== null && !place.names.includes(given.name))
    faults.add("name", "import.name_differs", { name: place.names[0] ?? "" });
  if (given.date === null || isWithin(given.date, place.validFrom, place.validTo)) return;
  if (given.date < place.validFrom) faults.add("date", "import.before_organization", { from: place.validFrom });
  else faults.add("date", "import.after_organization", { to: place.validTo ?? "" });
}

/** A type twice, and cells that none of the types asks for. */
function checkTypes(given: Given, templates: readonly TemplateBody[], faults: RowFaults<LedgerField>): void {
  if (given.alsoType !== null && given.alsoType === given.type) faults.add("alsoType", "import.type_twice");
  const asked = columnsOf(templates);
  for (const field of ledgerFields) {
    if (given[field] !== null && !asked.has(field)) faults.add(field, "import.not_asked");
  }
}

function topicsIn(given: Given, templates: readonly TemplateBody[], faults: RowFaults<LedgerField>): string[] {
  const topics = templates.flatMap((template) => template.topics);
  const codes = new Set<string>();
  for (const text of namesIn(given.topics)) {
    const topic = topics.find(({ code, name }) => [name.zh, name.en, code].includes(text));
    if (topic) codes.add(topic.code);
    else
      faults.add("topics", "import.topic_unknown", {
        topic: text,
        topics: topics.map(({ name }) => name.zh).join("、"),
      });
  }
  return [...codes];
}

const longestName = 100;
const mostGuests = 200;

function guestsIn(given: Given, faults: RowFaults<LedgerField>): { name: string }[] {
  const names = namesIn(given.guests);
  if (names.length > mostGuests || names.some((name) => name.length > longestName))
    faults.add("guests", "workbook.cell.too_long");
  return names.map((name) => ({ name }));
}

function addEntryFault(meeting: LedgerMeeting, today: string, faults: RowFaults<LedgerField>): void {
  const { chairId, recorderId, attendance, guests, ...entry } = meeting;
  const refusal = entryRefusal(
    {
      ...entry,
      hostId: chairId,
      recorderId,
      attendance: attendance.map(({ personId, presence }) => ({ personId, presence })),
      guests: guests.map(({ name }) => ({ personId: null, name })),
    },
    today,
  );
  if (refusal === null) return;
  const field = columnOfRefusal(refusal.field, null, new Map());
  if (!faults.list.some((fault) => fault.field === field)) faults.add(field, refusal.code, refusal.values);
}
