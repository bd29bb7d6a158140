import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { newId } from "../../app/api/new-id.ts";
import { ConnectionLost, problemsByField, Refusal } from "../../app/api/refusal.ts";
import { useMayHere } from "../../app/frame/view.ts";
import { useSession } from "../../app/session/session.ts";
import { useFirstProblem } from "../../ui/use-first-problem.ts";
import { bodyOf, type Draft, type RecordForm } from "./draft.ts";
import { recordOf } from "./drafts/save-draft.ts";
import { dropPhotos } from "./offline/photo-store.ts";
import type { RecordSubmission } from "./offline/queue.ts";
import { queue } from "./offline/queue-store.ts";
import { sendOrWait } from "./offline/send-or-wait.ts";
import { problemOf } from "./problem-of.ts";
import type { TypedDraft } from "./use-draft.ts";

/** What became of a form that was sent off. */
export type Sent = "queued" | "handed_over";

/**
 * Sends the record. The number of the submission belongs to the draft: after a lost connection the same number goes
 * out again, so the server answers what it already did instead of doing it twice. Without a line it waits on this device
 * and goes out by itself; who may only draft hands the draft over to be signed instead. `sendable` is the draft as it goes
 * out.
 */
export function useSubmission(form: RecordForm, sendable: Draft, typed: TypedDraft) {
  const client = useQueryClient();
  const may = useMayHere();
  const { account } = useSession();
  const { draft, change, forget, syncing } = typed;
  const { organizationId } = form;
  const [sent, setSent] = useState<Sent | null>(null);
  const refresh = () => void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
  /** @returns whether this device could keep it */
  const wait = (tried: boolean): boolean => {
    const submission: RecordSubmission = {
      draft,
      body: bodyOf(sendable, form),
      organizationId,
      templateName: form.template.name,
      madeAt: Date.now(),
      tried,
      state: "waiting",
      refusal: null,
      recordId: null,
    };
    if (!queue(account.id, submission)) return false;
    forget();
    setSent("queued");
    return true;
  };
  const submission = useMutation({
    // What can't go out waits in the queue, not in the page.
    networkMode: "always",
    mutationFn: () => {
      const request = { params: { organizationId }, body: bodyOf(sendable, form) };
      return sendOrWait(() => call("submitRecord", request, { idempotencyKey: draft.key }), wait);
    },
    onSuccess: (result) => {
      if (result === null) return;
      forget();
      // One that didn't arrive isn't needed any more: a photograph never stops a record.
      void dropPhotos(account.id, draft.draftId);
      refresh();
    },
    onError: (error) => {
      if (error instanceof Refusal && error.code === "idempotency.key_reused") change({ key: newId() });
    },
  });
  const handOver = useMutation({
    networkMode: "always",
    mutationFn: async () => {
      const revision = await syncing.revisionOfAll();
      if (revision === null) throw new ConnectionLost(new Error("the draft isn't on the server yet"));
      return call("handOverDraft", { params: { organizationId, draftId: draft.draftId }, body: { revision } });
    },
    onSuccess: () => {
      forget();
      setSent("handed_over");
      refresh();
    },
  });
  // Another branch's secretary may only draft here: the server says so, and the button follows.
  const denied = submission.error instanceof Refusal && submission.error.status === 403;
  const draftsOnly = !may("record.submit") || denied;
  const act = draftsOnly ? handOver : submission;
  const problems = problemsByField(act.error);
  useFirstProblem(act.isError);
  const refused = act.error instanceof Refusal ? act.error : null;
  return {
    submit: () => act.mutate(),
    draftsOnly,
    busy: act.isPending,
    result: submission.data ?? undefined,
    sent,
    error: denied && !handOver.isError ? null : act.error,
    lost: act.error instanceof ConnectionLost,
    reused: refused?.code === "idempotency.key_reused",
    /** The record that this draft already became, by somebody else's hand. */
    became: refused?.code === "draft.already_submitted" ? recordOf(refused) : null,
    problem: (field: string) => problemOf(problems, field),
    problems: Object.keys(problems).length,
  };
}
