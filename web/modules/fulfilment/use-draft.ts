import { useEffect, useRef, useState } from "react";
import { useSession } from "../../app/session/session.ts";
import type { Draft, RecordForm } from "./draft.ts";
import { dropDraft, type Kept, keepDraft } from "./drafts/draft-store.ts";
import { type DraftSync, type SyncState, syncDraft } from "./drafts/draft-sync.ts";
import { saveOnServer } from "./drafts/save-draft.ts";

export type ChangeDraft = (part: Partial<Draft> | ((now: Draft) => Partial<Draft>)) => void;
export type Part = {
  form: RecordForm;
  draft: Draft;
  change: ChangeDraft;
  problem: (field: string) => string | undefined;
};
export type TypedDraft = ReturnType<typeof useDraft>;

/**
 * The draft of one form: kept on this device with each key, and on the server as soon as nobody types for a moment.
 * `start` is what it begins with, `fresh` whether nobody wrote into it yet; another start needs another component.
 */
export function useDraft(start: Kept, fresh: boolean) {
  const { account, today } = useSession();
  const { organizationId } = start;
  const [draft, setDraft] = useState(start.draft);
  const [kept, setKept] = useState<boolean | null>(null);
  const [sync, setSync] = useState<SyncState>({ name: start.revision > 0 ? "saved" : "new" });
  const latest = useRef(start.draft);
  const server = useRef({ revision: start.revision, base: start.base });
  const gone = useRef(false);
  const put = (next: Draft) => {
    latest.current = next;
    setDraft(next);
    if (!gone.current) setKept(keepDraft(account.id, { draft: next, organizationId, ...server.current }));
  };
  const [syncing] = useState<DraftSync>(() =>
    syncDraft({ ...server.current, typed: !fresh }, start.draft, {
      save: (...what) => saveOnServer({ organizationId, today }, ...what),
      tell: setSync,
      kept: (now) => {
        server.current = now;
        put(latest.current);
      },
      merged: put,
    }),
  );
  useEffect(() => {
    const send = () => void syncing.push();
    const hidden = () => document.visibilityState === "hidden" && send();
    // Typed before a crash or without a line: it is sent without waiting for another key.
    send();
    addEventListener("online", send);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      send();
      removeEventListener("online", send);
      document.removeEventListener("visibilitychange", hidden);
    };
  }, [syncing]);
  const change: ChangeDraft = (part) => {
    const next = { ...latest.current, ...(typeof part === "function" ? part(latest.current) : part) };
    put(next);
    syncing.changed(next);
  };
  /** It became a record, waits to be sent or to be signed, or is thrown away. */
  const forget = () => {
    gone.current = true;
    syncing.stop();
    dropDraft(account.id, start.draft.draftId);
  };
  return { draft, change, kept, sync, syncing, forget, onServer: () => server.current.revision > 0 };
}
