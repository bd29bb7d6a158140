import { cleanText } from "@dutyloop/domain/fulfilment/clean-text.ts";
import type { Guest, RecordEntry } from "@dutyloop/domain/fulfilment/things.ts";
import type { AttendanceMark, Election } from "@dutyloop/domain/standards/things.ts";
import type { SubmittedRecord } from "./record-input.ts";

/** The user's input in the words of the rules, its texts as they are kept. */
export function entryOf(input: SubmittedRecord): RecordEntry {
  return {
    title: cleanText(input.title),
    occurredOn: input.occurredOn,
    startTime: input.startTime,
    endTime: input.endTime,
    place: cleanText(input.place),
    hostId: input.chairId,
    recorderId: input.recorderId,
    lecturer: input.lecturer === null ? null : cleanText(input.lecturer),
    minutes: cleanText(input.minutes),
    topics: input.topics,
    resolutions: input.resolutions.map((resolution) => ({ ...resolution, title: cleanText(resolution.title) })),
    ...(input.elections === undefined ? {} : { elections: input.elections.map(electionOf) }),
    ...(input.materials === undefined ? {} : { materials: input.materials }),
    ...attendanceOf(input),
    ...(input.deviations === undefined
      ? {}
      : { deviations: input.deviations.map((one) => ({ ...one, reason: cleanText(one.reason) })) }),
    lateReason: input.lateReason ? cleanText(input.lateReason) : null,
  };
}

function electionOf({ title, candidates, ...count }: Election): Election {
  const named = candidates.map((candidate) => ({ ...candidate, name: cleanText(candidate.name) }));
  return { ...count, title: cleanText(title), candidates: named };
}

/** Who was there of one host. */
export function attendanceOf({ attendance, guests }: Pick<SubmittedRecord, "attendance" | "guests">): {
  readonly attendance: AttendanceMark[];
  readonly guests: Guest[];
} {
  return {
    attendance: attendance.map(({ personId, presence, reason }) => ({
      personId,
      presence,
      ...(reason === null ? {} : { reason: cleanText(reason) }),
    })),
    guests: guests.map(({ name }) => ({ personId: null, name: cleanText(name) })),
  };
}

/** Every file that a record shows: photographs and papers, each once. */
export function filesOf({ fileIds, materials = [] }: Pick<SubmittedRecord, "fileIds" | "materials">): string[] {
  return [...new Set([...fileIds, ...materials.flatMap(({ fileId }) => fileId ?? [])])];
}
