import { useCallback, useEffect, useRef, useState } from "react";
import { readKept, writeKept } from "../../ui/kept-text.ts";
import { Refusal } from "../api/refusal.ts";

/** A draft as the server has it; revision 0 is one that isn't there yet. */
export type StoredDraft = { readonly text: string; readonly revision: number };
export type DraftStore = {
  /** Names the draft among those kept in this tab. */
  readonly name: string;
  readonly load: () => Promise<StoredDraft>;
  readonly save: (draft: StoredDraft) => Promise<{ readonly revision: number }>;
};
export type DraftState = "new" | "saved" | "typing" | "lost" | "refused" | "differs";

const pause = 600;
const retryAfter = 4000;

/**
 * A text that is saved as it is typed: a moment after the last change, again where the line was lost, and never on top of
 * what somebody else saved. `theirs` is then the other text, until one of the two is chosen.
 */
export function useTextDraft(start: StoredDraft, store: DraftStore) {
  const [text, setText] = useState(() => readKept(store.name, sessionStorage) ?? start.text);
  const [saved, setSaved] = useState(start);
  const [theirs, setTheirs] = useState<StoredDraft | null>(null);
  const [failed, setFailed] = useState<{ error: unknown; times: number } | null>(null);
  const [earlier, setEarlier] = useState<readonly string[]>([]);
  const sending = useRef(false);
  const dirty = text !== saved.text;

  const change = useCallback(
    (next: string) => {
      if (next === text) return;
      setEarlier((before) => [...before.slice(-99), text]);
      setText(next);
    },
    [text],
  );

  useEffect(() => writeKept(store.name, text, saved.text, sessionStorage), [store.name, text, saved.text]);

  const { load, save } = store;
  useEffect(() => {
    if (!dirty || theirs) return;
    const send = async () => {
      if (sending.current) return;
      sending.current = true;
      try {
        const { revision } = await save({ text, revision: saved.revision });
        setSaved({ text, revision });
        setFailed(null);
      } catch (error) {
        if (error instanceof Refusal && error.code === "draft.changed_meanwhile") {
          const other = await load().catch(() => null);
          if (other?.text === text) setSaved(other);
          else if (other) setTheirs(other);
          else setFailed({ error, times: 1 });
        } else setFailed((before) => ({ error, times: (before?.times ?? 0) + 1 }));
      } finally {
        sending.current = false;
      }
    };
    const timer = setTimeout(() => void send(), failed ? retryAfter : pause);
    return () => clearTimeout(timer);
  }, [dirty, text, saved.revision, theirs, failed, load, save]);

  const state: DraftState = theirs
    ? "differs"
    : failed
      ? failed.error instanceof Refusal
        ? "refused"
        : "lost"
      : dirty
        ? "typing"
        : saved.revision === 0
          ? "new"
          : "saved";
  return {
    text,
    change,
    /** Null where there is nothing to take back. */
    undo:
      earlier.length === 0
        ? null
        : () => {
            setText(earlier.at(-1) ?? text);
            setEarlier(earlier.slice(0, -1));
          },
    state,
    error: failed?.error ?? null,
    revision: saved.revision,
    theirs,
    keepMine: () => {
      if (!theirs) return;
      setSaved(theirs);
      setTheirs(null);
    },
    takeTheirs: () => {
      if (!theirs) return;
      setSaved(theirs);
      change(theirs.text);
      setTheirs(null);
    },
  };
}
export type TextDraft = ReturnType<typeof useTextDraft>;
