import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { call } from "../../../app/api/client.ts";
import { ConnectionLost, Refusal } from "../../../app/api/refusal.ts";
import { uploadOnce } from "../../../app/api/upload.ts";
import { useSession } from "../../../app/session/session.ts";
import { isPassing, recordOf } from "../drafts/save-draft.ts";
import { sendPart } from "../parts/send-part.ts";
import { dropPhoto, dropPhotos, keptPhotos } from "./photo-store.ts";
import {
  countsOf,
  idOf,
  isPart,
  type LeftFile,
  type Means,
  type Outcome,
  type SentFile,
  type SentFiles,
  type Submission,
  sendAll,
} from "./queue.ts";
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

/** Sends what waits on this device for a draft. No file ever stops a record: what the server doesn't want stays out, and is told. */
async function sendFiles(accountId: string, organizationId: string, draftId: string): Promise<SentFiles> {
  const arrived: SentFile[] = [];
  const left: LeftFile[] = [];
  for (const { name, photo, paper = null, fileName = name } of await keptPhotos(accountId, draftId)) {
    try {
      const { id } = await uploadOnce(organizationId, photo, { name: fileName });
      arrived.push({ id, paper });
    } catch (error) {
      const refusal = error instanceof Refusal ? error : null;
      if (error instanceof ConnectionLost || (refusal && isPassing(refusal))) return { arrived, left, lost: true };
      const marking = refusal?.code === "file.quarantined" ? String(refusal.values.marking ?? "") : null;
      left.push({ key: name, name: fileName, marking, message: refusal?.message ?? "" });
    }
  }
  return { arrived, left, lost: false };
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
          // What stays out isn't sent again; the rest is kept until it is in a record.
          for (const { key } of submission.left ?? []) void dropPhoto(account.id, idOf(submission), key);
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
