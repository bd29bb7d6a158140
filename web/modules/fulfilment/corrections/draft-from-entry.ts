import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { addressOf } from "../../../app/api/client.ts";
import type { Draft } from "../draft.ts";

export type RecordEntry = Answer<"getRecordEntry">["entry"];

/** The form filled with what stands, to be corrected. */
export function draftFromEntry(entry: RecordEntry, recordId: string, key: string): Draft {
  const { attendance, guests, fileIds, resolutions, elections, startTime, endTime, lateReason, ...rest } = entry;
  return {
    ...rest,
    key,
    draftId: key,
    startTime: startTime ?? "",
    endTime: endTime ?? "",
    ...(lateReason ? { lateReason } : {}),
    marks: Object.fromEntries(
      attendance.map(({ personId, presence, reason }) => [personId, { presence, reason: reason ?? "" }]),
    ),
    guests: guests.map(({ name }) => name),
    photos: fileIds.map((fileId) => ({ id: fileId, thumbnail: addressOf("getRecordFile", { recordId, fileId }) })),
    resolutions: resolutions.map((resolution, at) => ({ ...resolution, key: `${at}` })),
    ...(elections?.length ? { elections: elections.map((election, at) => ({ ...election, key: `${at}` })) } : {}),
  };
}
