import type { RowFaults } from "../../organization/roster/roster-rows.ts";
import type { ExpectedParticipant, Presence } from "../../standards/things.ts";
import type { LedgerField, LedgerMeeting, NamedMember } from "./ledger-things.ts";
import { listedIn, namesIn } from "./listed-cells.ts";

type Given = Readonly<Record<LedgerField, string | null>>;
type Mark = LedgerMeeting["attendance"][number];
/** In which cell somebody is named. */
export type NamedIn = ReadonlyMap<string, LedgerField>;
const named = { attended: "present", leave: "leave", absent: "absent" } as const;

/**
 * Who was there. Nobody is assumed present: those present are listed, or their number is given and agrees with the
 * members expected that day without those on leave and absent.
 */
export function readAttendance(
  given: Given,
  roster: readonly NamedMember[],
  expected: readonly ExpectedParticipant[],
  faults: RowFaults<LedgerField>,
): { readonly marks: Mark[]; readonly namedIn: NamedIn } {
  const marks: Mark[] = [];
  const namedIn = new Map<string, LedgerField>();
  // Nobody belonged there that day: the rules say so, once.
  if (roster.length === 0) return { marks, namedIn };
  const before = faults.list.length;
  for (const field of ["attended", "leave", "absent"] as const) {
    for (const { name, said } of entriesOf(field, given[field])) {
      const personId = memberNamed(name, roster, field, faults);
      if (personId === null) continue;
      if (namedIn.has(personId)) faults.add(field, "record.attendee.twice", { personId });
      else if (field !== "attended" && said === "") faults.add(field, "record.absence.reason_missing");
      else if (said.length > longestReason) faults.add(field, "workbook.cell.too_long");
      namedIn.set(personId, field);
      marks.push({ personId, presence: named[field], reason: field === "attended" ? null : said });
    }
  }
  const present = countIn(given, "present", faults);
  const declared = countIn(given, "expected", faults);
  if (faults.list.length > before) return { marks, namedIn };
  if (given.attended === null && present !== null) {
    for (const { personId } of expected) {
      if (!namedIn.has(personId)) marks.push({ personId, presence: "present" satisfies Presence, reason: null });
    }
  }
  const missing = expected.filter(({ personId }) => !marks.some((mark) => mark.personId === personId)).length;
  if (expected.length > 0 && missing > 0) {
    faults.add("attended", "record.attendance.incomplete", { missing, expected: expected.length });
    return { marks, namedIn };
  }
  checkCounts({ present, declared }, marks, expected, faults);
  return { marks: inOrder(marks, expected), namedIn };
}

const longestReason = 200;

function entriesOf(field: keyof typeof named, text: string | null): { name: string; said: string }[] {
  if (field === "attended") return namesIn(text).map((name) => ({ name, said: "" }));
  return listedIn(text).flatMap(({ names, said }) => names.map((name) => ({ name, said })));
}

/** A member by number, or by a name that only one of them has; null with the fault that says why not. */
export function memberNamed(
  text: string,
  roster: readonly NamedMember[],
  field: LedgerField,
  faults: RowFaults<LedgerField>,
): string | null {
  const byNumber = roster.find(({ number }) => number === text);
  const found = byNumber ? [byNumber] : roster.filter(({ name }) => name === text);
  if (found.length === 1) return found[0]?.personId ?? null;
  faults.add(field, found.length === 0 ? "import.member_unknown" : "import.member_ambiguous", { name: text });
  return null;
}

function countIn(given: Given, field: "present" | "expected", faults: RowFaults<LedgerField>): number | null {
  const text = given[field];
  if (text === null) return null;
  if (/^\d{1,5}$/.test(text)) return Number(text);
  faults.add(field, "workbook.cell.not_a_number");
  return null;
}

/** Ledgers count those exempt from the rate or leave them out; what is given has to agree with one of both. */
function checkCounts(
  { present, declared }: { present: number | null; declared: number | null },
  marks: readonly Mark[],
  expected: readonly ExpectedParticipant[],
  faults: RowFaults<LedgerField>,
): void {
  const there = new Set(marks.filter(({ presence }) => presence === "present").map(({ personId }) => personId));
  const counted = expected.filter(({ exempt }) => !exempt);
  const ways = [expected, counted].map((people) => ({
    expected: people.length,
    present: people.filter(({ personId }) => there.has(personId)).length,
  }));
  const [all = { expected: 0, present: 0 }] = ways;
  if (declared !== null && !ways.some((way) => way.expected === declared))
    faults.add("expected", "import.expected_differs", { expected: all.expected });
  if (present !== null && !ways.some((way) => way.present === present))
    faults.add("present", "import.present_differs", { present: all.present });
}

function inOrder(marks: readonly Mark[], expected: readonly ExpectedParticipant[]): Mark[] {
  const places = new Map(expected.map(({ personId }, place) => [personId, place]));
  const placeOf = ({ personId }: Mark) => places.get(personId) ?? expected.length;
  return marks.toSorted((a, b) => placeOf(a) - placeOf(b));
}
