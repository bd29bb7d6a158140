import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { call } from "../../../app/api/client.ts";
import { ConnectionLost, Refusal } from "../../../app/api/refusal.ts";
import { uploadOnce } from "../../../app/api/upload.ts";
import { useSession } from "../../../app/session/session.ts";
import { isPassing, recordOf } from "../drafts/save-draft.ts";
import { sendPart } from "../parts/send-part.ts";
import { dropPhotos, keptPhotos } from "./photo-store.ts";
import { countsOf, idOf, isPart, type Means, type Outcome, type SentFile, type Submission, sendAll } from "./queue.ts";
import { queue, queued, watchQueue } from "./queue-store.ts";

/** So often it is tried while something waits: a browser doesn't always notice that the line is back. */
const often = 15_000;

async function submit(submission: Submission): Promise<Outcome> {
  try {
    return { came: "sent", recordId: await recordOfSending(submission) };
  } catch (error) {
    if (!(error instanceof Refusal) || isPassing(error)) return { came: "lost" };
    const recordId = error.code === "draft.already_submitted" ? recordOf(error) : null;
    return recordId === null ? { came: "refused", message: error.message } : { came: "sent", recordId };
  }
}

async function recordOfSending(submission: Submission): Promise<string> {
  if (isPart(submission)) {
    await sendPart(submission);
    return submission.typed.of.recordId;
  }
  const { organizationId, body, draft } = submission;
  const request = { params: { organizationId }, body };
  return (await call("submitRecord", request, { idempotencyKey: draft.key })).recordId;
}

/** @returns all that could be sent, or null without a line */
async function sendFiles(accountId: string, organizationId: string, draftId: string): Promise<SentFile[] | null> {
  const sent: SentFile[] = [];
  const kept = await keptPhotos(accountId, draftId);
  for (const { name, photo, paper = null, fileName = name } of kept) {
    try {
      const { id } = await uploadOnce(organizationId, photo, { name: fileName });
      sent.push({ id, paper });
    } catch (error) {
      // What the server doesn't want stays out: no file ever stops a record.
      if (error instanceof ConnectionLost) return null;
    }
  }
  await dropPhotos(accountId, draftId);
  return sent;
}

/** Sends by itself what was submitted without a line: at the start, when the line is back, and from time to time. */
export function useSendWaiting(): void {
  const client = useQueryClient();
  const { account } = useSession();
  useEffect(() => {
    let busy = false;
    const run = async () => {
      const submissions = queued(account.id);
      if (busy || !navigator.onLine || countsOf(submissions).waiting === 0) return;
      busy = true;
      const organizations = new Map(submissions.map((one) => [idOf(one), one.organizationId]));
      const means: Means = {
        submit,
        sendFiles: (draftId) => sendFiles(account.id, organizations.get(draftId) ?? "", draftId),
        keep: (submission) => {
          queue(account.id, submission);
          if (submission.state !== "sent") return;
          void dropPhotos(account.id, idOf(submission));
          void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
        },
      };
      await sendAll(submissions, means).finally(() => {
        busy = false;
      });
    };
    const start = () => void run();
    start();
    const timer = setInterval(start, often);
    addEventListener("online", start);
    const unwatch = watchQueue(start);
    return () => {
      clearInterval(timer);
      removeEventListener("online", start);
      unwatch();
    };
  }, [account.id, client]);
}
