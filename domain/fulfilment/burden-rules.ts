import type { PlainDate } from "../kernel/plain-date.ts";
import type { RecordEntry } from "./things.ts";

/** What the form of a record brought filled in, beside everybody of the roster as present. */
export type Prefill = {
  readonly occurredOn: PlainDate;
  readonly place: string;
  readonly hostId: string | null;
  readonly recorderId: string | null;
};

/** What a record cost: fields that were typed, and fields that the system had filled in and that were left as they were. */
export type Burden = { readonly typed: number; readonly filled: number };

type Entered = RecordEntry & {
  /** Attendance and guests of those who joined. */
  readonly hosts: readonly Pick<RecordEntry, "attendance" | "guests">[];
};

/**
 * Counts the fields of a record as it was entered (PLT-6). A mark of attendance costs something only where somebody
 * wasn't there; what stays empty costs nothing, and photographs are no fields.
 */
export function burdenOf(entry: Entered, prefill: Prefill): Burden {
  const kept = [
    entry.occurredOn === prefill.occurredOn,
    entry.place !== "" && entry.place === prefill.place,
    entry.hostId != null && entry.hostId === prefill.hostId,
    entry.recorderId != null && entry.recorderId === prefill.recorderId,
  ].filter(Boolean).length;
  const given = [entry.occurredOn, entry.place, entry.hostId, entry.recorderId].filter(Boolean).length;
  const lists = [entry, ...entry.hosts];
  const marks = lists.flatMap(({ attendance }) => attendance);
  const away = marks.filter(({ presence }) => presence !== "present");
  const texts = [entry.title, entry.startTime, entry.endTime, entry.lecturer, entry.minutes, entry.lateReason];
  const typed =
    given -
    kept +
    texts.filter(Boolean).length +
    (entry.topics.length > 0 ? 1 : 0) +
    away.length +
    away.filter(({ reason }) => reason).length +
    lists.reduce((sum, { guests }) => sum + guests.length, 0) +
    votesTyped(entry) +
    (entry.actions ?? []).length +
    (entry.materials ?? []).length +
    (entry.deviations ?? []).length;
  return { typed, filled: kept + marks.length - away.length };
}

/** A resolution is its title and three numbers, an election its title, its ballots and each candidate with his votes. */
function votesTyped({ resolutions, elections = [] }: Pick<RecordEntry, "resolutions" | "elections">): number {
  const ofResolutions = resolutions.reduce(
    (sum, { written, secretaryLast }) => sum + 4 + (written ? 1 : 0) + (secretaryLast == null ? 0 : 1),
    0,
  );
  return elections.reduce((sum, { candidates }) => sum + 3 + 2 * candidates.length, ofResolutions);
}
