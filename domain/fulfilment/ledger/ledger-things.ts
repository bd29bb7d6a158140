import type { RosterEntry } from "../../organization/things.ts";
import type { Presence, RecordField, TemplateBody } from "../../standards/things.ts";

/** The columns of a ledger of past meetings. */
export const ledgerFields = [
  "organization",
  "name",
  "type",
  "alsoType",
  "title",
  "date",
  "start",
  "end",
  "place",
  "host",
  "recorder",
  "lecturer",
  "expected",
  "present",
  "attended",
  "leave",
  "absent",
  "guests",
  "topics",
  "minutes",
  "resolutions",
  "lateReason",
] as const;
export type LedgerField = (typeof ledgerFields)[number];

/**
 * The columns in which a ledger gives a part of the record form. Photographs don't come with a ledger, and the form takes
 * no tasks yet.
 */
const columnsOfField: Readonly<Record<RecordField, readonly LedgerField[]>> = {
  title: ["title"],
  occurred_on: ["date"],
  time: ["start", "end"],
  place: ["place"],
  host: ["host"],
  recorder: ["recorder"],
  lecturer: ["lecturer"],
  topics: ["topics"],
  attendance: ["expected", "present", "attended", "leave", "absent"],
  guests: ["guests"],
  minutes: ["minutes"],
  resolutions: ["resolutions"],
  actions: [],
  files: [],
};

/** The columns in which these types can be given; the others would be lost. */
export function columnsOf(templates: readonly Pick<TemplateBody, "fields">[]): ReadonlySet<LedgerField> {
  const asked = templates.flatMap(({ fields }) => fields.flatMap((field) => columnsOfField[field]));
  return new Set<LedgerField>(["organization", "name", "type", "alsoType", "title", "date", "lateReason", ...asked]);
}

/** A member of the branch on the day of the meeting. */
export type NamedMember = RosterEntry & { readonly name: string; readonly number: string | null };

/** What a ledger says about one meeting, in the shape in which the form sends it. */
export type LedgerMeeting = {
  readonly templateCodes: string[];
  readonly title: string;
  readonly occurredOn: string;
  readonly startTime: string | null;
  readonly endTime: string | null;
  readonly place: string;
  readonly chairId: string | null;
  readonly recorderId: string | null;
  readonly lecturer: string | null;
  readonly minutes: string;
  readonly topics: string[];
  readonly resolutions: { title: string; for: number; against: number; abstain: number }[];
  readonly attendance: { personId: string; presence: Presence; reason: string | null }[];
  readonly guests: { name: string }[];
  readonly lateReason: string | null;
};
