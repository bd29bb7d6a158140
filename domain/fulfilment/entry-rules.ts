import { isPlainDate, type PlainDate } from "../kernel/plain-date.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { hasControlCharacters } from "../kernel/text-rules.ts";
import type { RecordEntry } from "./things.ts";

/** The longest texts of a record, in characters. */
const textLimits = { minutes: 20_000, line: 500 } as const;

/** Why an entry can't be taken as it stands, before anything is known about duties and people; or null. */
export function entryRefusal(entry: RecordEntry, today: PlainDate): Refusal | null {
  if (!isPlainDate(entry.occurredOn)) return refuse("record.date.not_a_day", {}, "occurredOn");
  if (entry.occurredOn > today) return refuse("record.date.in_future", { date: entry.occurredOn, today }, "occurredOn");
  return timeRefusal(entry) ?? textRefusal(entry);
}

function timeRefusal(entry: RecordEntry): Refusal | null {
  const { startTime, endTime } = entry;
  if (startTime != null && endTime != null && endTime < startTime) {
    return refuse("record.time.end_before_start", { start: startTime, end: endTime }, "endTime");
  }
  return null;
}

function textRefusal(entry: RecordEntry): Refusal | null {
  for (const [field, text] of textsOf(entry)) {
    const maximum = field === "minutes" ? textLimits.minutes : textLimits.line;
    const written = [...text].length;
    if (written > maximum) return refuse("record.text.too_long", { maximum, written }, field);
    if (hasControlCharacters(text)) return refuse("record.text.control_characters", {}, field);
  }
  return null;
}

function textsOf(entry: RecordEntry): [string, string][] {
  return [
    ["title", entry.title],
    ["place", entry.place],
    ["minutes", entry.minutes],
    ["lecturer", entry.lecturer ?? ""],
    ["lateReason", entry.lateReason ?? ""],
    ...(entry.deviations ?? []).map(({ reason }): [string, string] => ["deviations", reason]),
    ...entry.resolutions.map((resolution): [string, string] => ["resolutions", resolution.title]),
    ...(entry.elections ?? []).flatMap(({ title, candidates }) =>
      [title, ...candidates.map(({ name }) => name)].map((text): [string, string] => ["elections", text]),
    ),
    ...(entry.actions ?? []).map((action): [string, string] => ["actions", action.text]),
    ...entry.attendance.map((mark): [string, string] => ["attendance", mark.reason ?? ""]),
    ...entry.guests.map((guest): [string, string] => ["guests", guest.name]),
  ];
}
