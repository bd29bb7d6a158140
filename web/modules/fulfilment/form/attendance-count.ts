import type { Mark, RecordBody, RecordForm } from "../draft.ts";

export type Roster = RecordForm["roster"];
export type Marks = Readonly<Record<string, Mark>>;
export type Count = { readonly expected: number; readonly present: number };
type Attendance = RecordBody["attendance"];

/** Who is expected and who is there, without those whom the rate leaves out (MTG-19). */
export function countOf(roster: Roster, marks: Marks): Count {
  const counted = roster.filter(({ exempt }) => !exempt);
  const present = counted.filter(({ personId }) => marks[personId]?.presence === "present");
  return { expected: counted.length, present: present.length };
}

/** Whether anybody is marked yet: a rate of nobody says nothing. */
export function isBegun(marks: Marks): boolean {
  return Object.keys(marks).length > 0;
}

export function together(counts: readonly Count[]): Count {
  const sum = (figure: keyof Count) => counts.reduce((total, count) => total + count[figure], 0);
  return { expected: sum("expected"), present: sum("present") };
}

/** Present of expected in per cent with two decimals, half away from zero as the server counts; null where nobody counts. */
export function rateOf({ expected, present }: Count): string | null {
  if (expected === 0) return null;
  const hundredths = Math.floor((present * 20_000 + expected) / (2 * expected));
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
}

/** The marks of a host that joins, by person as the sheet has them. */
export function marksOf(attendance: Attendance): Record<string, Mark> {
  return Object.fromEntries(
    attendance.map(({ personId, presence, reason }) => [personId, { presence, reason: reason ?? "" }]),
  );
}

/** The same as they are sent. */
export function attendanceOf(marks: Marks): Attendance {
  return Object.entries(marks).map(([personId, { presence, reason }]) => ({
    personId,
    presence,
    reason: reason.trim() || null,
  }));
}
