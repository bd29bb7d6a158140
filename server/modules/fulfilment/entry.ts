import type { RecordEntry } from "@dutyloop/domain/fulfilment/things.ts";
import type { SubmittedRecord } from "./record-input.ts";

/** The user's input in the words of the rules. */
export function entryOf(input: SubmittedRecord): RecordEntry {
  return {
    title: input.title,
    occurredOn: input.occurredOn,
    startTime: input.startTime,
    endTime: input.endTime,
    place: input.place,
    hostId: input.chairId,
    recorderId: input.recorderId,
    lecturer: input.lecturer,
    minutes: input.minutes,
    topics: input.topics,
    resolutions: input.resolutions,
    attendance: input.attendance.map(({ personId, presence, reason }) => ({
      personId,
      presence,
      ...(reason === null ? {} : { reason }),
    })),
    guests: input.guests.map(({ name }) => ({ personId: null, name })),
    lateReason: input.lateReason ?? null,
  };
}
