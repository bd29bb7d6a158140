import type { Answer, Body } from "@dutyloop/contract/endpoints.ts";
import type { Draft, RecordBody } from "../draft.ts";
import { type KeptPart, partId } from "../parts/kept-part.ts";

type Words = Answer<"getRecordForm">["template"]["name"];

/** A file that the server didn't take when it was sent later. */
export type LeftFile = {
  /** Under which this device kept it. */
  readonly key: string;
  readonly name: string;
  /** As which secret it is marked; null where it is left out for another reason. */
  readonly marking: string | null;
  readonly message: string;
};

type Waits = {
  readonly organizationId: string;
  readonly madeAt: number;
  /** Once it was on its way nobody knows whether it arrived: from then on exactly the same goes out again. */
  readonly tried: boolean;
  readonly state: "waiting" | "refused" | "sent";
  /** Why the server didn't take it, in its words. */
  readonly refusal: string | null;
  readonly recordId: string | null;
  /** Files that stayed out and that nobody has been told of yet; missing where none did. */
  readonly left?: readonly LeftFile[];
};

export type RecordSubmission = Waits & {
  readonly draft: Draft;
  readonly body: RecordBody;
  readonly templateName: Words;
};

/** Who was there of one host of a joint event, entered or corrected. */
export type PartSubmission = Waits & {
  readonly typed: KeptPart;
  readonly sends:
    | { readonly act: "enter"; readonly body: Body<"enterHostPart"> }
    | { readonly act: "correct"; readonly body: Body<"correctRecord"> };
};

/** What was submitted without a line. It goes out by itself, under the number it was made with. */
export type Submission = RecordSubmission | PartSubmission;

export function isPart(submission: Submission): submission is PartSubmission {
  return "typed" in submission;
}

export function idOf(submission: Submission): string {
  return isPart(submission) ? partId(submission.typed.of) : submission.draft.draftId;
}

export function titleOf(submission: Submission): string {
  return isPart(submission) ? submission.typed.of.title : submission.body.title;
}

/** The day of the event. */
export function dayOf(submission: Submission): string {
  return isPart(submission) ? submission.typed.of.occurredOn : submission.body.occurredOn;
}

/** What came of trying to send one. */
export type Outcome =
  | { readonly came: "sent"; readonly recordId: string }
  | { readonly came: "lost" }
  | { readonly came: "refused"; readonly message: string };

/** A file that arrived; of a paper which one it is. */
export type SentFile = { readonly id: string; readonly paper: string | null };

/** What became of the photographs and papers; `lost` where the line was gone before all had been sent. */
export type SentFiles = {
  readonly arrived: readonly SentFile[];
  readonly left: readonly LeftFile[];
  readonly lost: boolean;
};

export type Means = {
  /** Sends the photographs and papers that wait on this device. */
  readonly sendFiles: (draftId: string) => Promise<SentFiles>;
  readonly submit: (submission: Submission) => Promise<Outcome>;
  readonly keep: (submission: Submission) => void;
};

/** Tries once to send a submission, keeps what came of it, and says whether the line was there. */
export async function sendOne(submission: Submission, { sendFiles, submit, keep }: Means): Promise<boolean> {
  let ready = submission;
  if (!submission.tried) {
    if (isPart(submission)) ready = { ...submission, tried: true };
    else {
      const { arrived, left, lost } = await sendFiles(submission.draft.draftId);
      const told = left.length > 0 ? { ...submission, left: [...(submission.left ?? []), ...left] } : submission;
      if (lost) {
        if (left.length > 0) keep(told);
        return false;
      }
      ready = { ...told, body: withFiles(told.body, arrived), tried: true };
    }
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

/** The body with its photographs, and with the files of its papers. */
function withFiles(body: RecordBody, sent: readonly SentFile[]): RecordBody {
  const photos = sent.flatMap(({ id, paper }) => (paper === null ? [id] : []));
  const papers = new Map(sent.flatMap(({ id, paper }) => (paper === null ? [] : [[paper, id] as const])));
  const fileIds = [...new Set([...body.fileIds, ...photos])];
  const materials = body.materials?.map(({ code, fileId }) => ({ code, fileId: papers.get(code) ?? fileId }));
  return { ...body, fileIds, ...(materials ? { materials } : {}) };
}

/** Sends what waits, the oldest first, until the line is gone. */
export async function sendAll(submissions: readonly Submission[], means: Means): Promise<void> {
  const waiting = submissions.filter(({ state }) => state === "waiting").sort((a, b) => a.madeAt - b.madeAt);
  for (const submission of waiting) if (!(await sendOne(submission, means))) return;
}

/** How many wait, were refused, and have gone out since somebody looked; and how many files stayed out, marked or not. */
export function countsOf(submissions: readonly Submission[]): Record<Submission["state"] | "marked" | "left", number> {
  const counts = { waiting: 0, refused: 0, sent: 0, marked: 0, left: 0 };
  for (const { state, left = [] } of submissions) {
    counts[state] += 1;
    for (const { marking } of left) counts[marking === null ? "left" : "marked"] += 1;
  }
  return counts;
}
