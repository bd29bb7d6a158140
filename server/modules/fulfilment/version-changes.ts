import { isDeepStrictEqual } from "node:util";
import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { RecordBody } from "./record-rows.ts";

type Change = Answer<"listRecordVersions">["items"][number]["changes"][number];

/** One wording with its people: who they were, as a fingerprint, and how many were there. */
export type Wording = {
  readonly body: Partial<RecordBody>;
  readonly people: string;
  readonly present: number;
  readonly expected: number;
};

/** These are shown as they were and as they are; of the others, which may name people, only that they changed. */
const texts = ["title", "occurredOn", "startTime", "endTime", "place", "minutes"] as const;
const others = ["chairId", "recorderId", "lecturer", "topics", "materials", "resolutions", "elections"] as const;
const rest = ["fileIds", "hosts", "deviations", "lateReason", "makesUpFor"] as const;

/** What a version says otherwise than the one before it. */
export function changesBetween(before: Wording, after: Wording): Change[] {
  const changes: Change[] = texts.flatMap((field) => {
    const [was, is] = [before.body[field], after.body[field]];
    // Versions of an earlier program didn't keep their title and day.
    if (was === undefined || is === undefined || was === is) return [];
    return [{ field, before: was, after: is }];
  });
  for (const field of [...others, ...rest])
    if (!isDeepStrictEqual(before.body[field] ?? null, after.body[field] ?? null))
      changes.push({ field, before: null, after: null });
  if (before.people !== after.people)
    changes.push({
      field: "attendance",
      before: `${before.present} / ${before.expected}`,
      after: `${after.present} / ${after.expected}`,
    });
  return changes;
}
