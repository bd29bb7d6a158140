import { useState } from "react";
import { useSession } from "../../app/session/session.ts";
import { type Draft, draftFrom, draftName, forgetDraft, type RecordForm, readDraft, saveDraft } from "./draft.ts";

/** The draft of one form: restored if there is one, saved on this device at each change. */
export function useDraft(form: RecordForm) {
  const { account } = useSession();
  const name = draftName(account.id, form.template.code, form.subjectId);
  const [restored, setRestored] = useState(() => readDraft(name) !== null);
  const [draft, setDraft] = useState(() => readDraft(name) ?? draftFrom(form, crypto.randomUUID()));
  const [kept, setKept] = useState<boolean | null>(null);
  const change = (part: Partial<Draft> | ((now: Draft) => Partial<Draft>)) =>
    setDraft((now) => {
      const next = { ...now, ...(typeof part === "function" ? part(now) : part) };
      setKept(saveDraft(name, next));
      return next;
    });
  const forget = () => forgetDraft(name);
  const startAnew = () => {
    forget();
    setRestored(false);
    setKept(null);
    setDraft(draftFrom(form, crypto.randomUUID()));
  };
  return { draft, change, restored, kept, forget, startAnew };
}

export type ChangeDraft = ReturnType<typeof useDraft>["change"];
export type Part = {
  form: RecordForm;
  draft: Draft;
  change: ChangeDraft;
  problem: (field: string) => string | undefined;
};
