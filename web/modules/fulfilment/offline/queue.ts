import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { Draft, RecordBody } from "../draft.ts";

type Words = Answer<"getRecordForm">["template"]["name"];

/** A submission that was made without a line. It goes out by itself, under the number it was made with. */
export type Submission = {
  readonly draft: Draft;
  readonly body: RecordBody;
  readonly organizationId: string;
  readonly templateName: Words;
  readonly madeAt: number;
  /** Once it was on its way nobody knows whether it arrived: from then on exactly the same goes out again. */
  readonly tried: boolean;
  readonly state: "waiting" | "refused" | "sent";
  /** Why the server didn't take it, in its words. */
  readonly refusal: string | null;
  readonly recordId: string | null;
};

/** What came of trying to send one. */
export type Outcome =
  | { readonly came: "sent"; readonly recordId: string }
  | { readonly came: "lost" }
  | { readonly came: "refused"; readonly message: string };

export type Means = {
  /** Sends the photographs that wait on this device. @returns their ids, or null without a line. */
  readonly sendPhotos: (draftId: string) => Promise<string[] | null>;
  readonly submit: (submission: Submission) => Promise<Outcome>;
  readonly keep: (submission: Submission) => void;
};

/** Tries once to send a submission, keeps what came of it, and says whether the line was there. */
export async function sendOne(submission: Submission, { sendPhotos, submit, keep }: Means): Promise<boolean> {
  let ready = submission;
  if (!submission.tried) {
    const photos = await sendPhotos(submission.draft.draftId);
    if (photos === null) return false;
    const fileIds = [...new Set([...submission.body.fileIds, ...photos])];
    ready = { ...submission, body: { ...submission.body, fileIds }, tried: true };
    keep(ready);
  }
  const outcome = await submit(ready);
  if (outcome.came === "lost") return false;
  keep(
    outcome.came === "sent"
      ? { ...ready, state: "sent", recordId: outcome.recordId }
      : { ...ready, state: "refused", refusal: outcome.message },
  );
  return true;
}

/** Sends what waits, the oldest first, until the line is gone. */
export async function sendAll(submissions: readonly Submission[], means: Means): Promise<void> {
  const waiting = submissions.filter(({ state }) => state === "waiting").sort((a, b) => a.madeAt - b.madeAt);
  for (const submission of waiting) if (!(await sendOne(submission, means))) return;
}

/** How many wait, were refused, and have gone out since somebody looked. */
export function countsOf(submissions: readonly Submission[]): Record<Submission["state"], number> {
  const counts = { waiting: 0, refused: 0, sent: 0 };
  for (const { state } of submissions) counts[state] += 1;
  return counts;
}
