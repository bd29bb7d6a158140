import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { call } from "../../app/api/client.ts";
import { ConnectionLost, problemsByField, Refusal } from "../../app/api/refusal.ts";
import { bodyOf, type Draft, type RecordForm } from "./draft.ts";
import { problemOf } from "./problem-of.ts";
import type { ChangeDraft } from "./use-draft.ts";

/**
 * Sends the record. The number of the submission belongs to the draft: after a lost connection the same number goes
 * out again, so the server answers what it already did instead of doing it twice.
 */
export function useSubmission(form: RecordForm, draft: Draft, change: ChangeDraft, forget: () => void) {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: () =>
      call(
        "submitRecord",
        { params: { organizationId: form.organizationId }, body: bodyOf(draft, form) },
        { idempotencyKey: draft.key },
      ),
    onSuccess: () => {
      forget();
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
    },
    onError: (error) => {
      if (error instanceof Refusal && error.code === "idempotency.key_reused") change({ key: crypto.randomUUID() });
    },
  });
  const problems = problemsByField(mutation.error);
  useEffect(() => {
    if (!mutation.isError) return;
    const first = document.querySelector("[data-field-error]");
    first?.scrollIntoView({ block: "center" });
    first?.querySelector<HTMLElement>("input, select, textarea, button")?.focus({ preventScroll: true });
  }, [mutation.isError]);
  return {
    submit: () => mutation.mutate(),
    busy: mutation.isPending,
    result: mutation.data,
    error: mutation.error,
    lost: mutation.error instanceof ConnectionLost,
    reused: mutation.error instanceof Refusal && mutation.error.code === "idempotency.key_reused",
    problem: (field: string) => problemOf(problems, field),
    problems: Object.keys(problems).length,
  };
}
