import type { Draft } from "../draft.ts";
import { contentOf, draftOf } from "./draft-content.ts";
import { type Difference, mergeDrafts } from "./merge-drafts.ts";

/** Where a draft stands between this device and the server. */
export type SyncState =
  | { readonly name: "new" | "typing" | "saving" | "saved" | "offline" | "refused" | "handed_over" }
  | { readonly name: "submitted"; readonly recordId: string | null }
  /** Written in two places: here stands what differs, there what to decide it against. */
  | { readonly name: "differs"; readonly differences: readonly Difference[]; readonly merged: Draft };

/** How a try to save went; `elsewhere` where the server has another revision than this device knew. */
export type Saved =
  | { readonly went: "well"; readonly revision: number }
  | { readonly went: "elsewhere"; readonly revision: number; readonly content: string }
  | { readonly went: "lost" | "refused" | "handed_over" }
  | { readonly went: "submitted"; readonly recordId: string | null };

type Server = { readonly revision: number; readonly base: string | null };
/** `typed` where something was written into it already; a form that nobody touched isn't sent. */
type Start = Server & { readonly typed: boolean };
type Means = {
  readonly save: (draft: Draft, content: string, revision: number) => Promise<Saved>;
  readonly tell: (state: SyncState) => void;
  /** Called with what the server has now. */
  readonly kept: (server: Server) => void;
  /** Called where what was written elsewhere came in. */
  readonly merged: (draft: Draft) => void;
};

/** So long after the last key the draft goes to the server; and so long after a lost line it is tried again. */
export const pause = 1_200;
const again = 10_000;

export type DraftSync = ReturnType<typeof syncDraft>;

/**
 * Keeps a draft on the server as it is typed, one request at a time. Of two places that write at once the later one brings
 * both together, and asks where they differ; nothing written is ever dropped by itself.
 */
export function syncDraft(start: Start, first: Draft, { save, tell, kept, merged }: Means) {
  let { revision, base, typed } = start;
  let latest = first;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let held = false;
  let tried: string | null = null;
  const isSaved = () => base === contentOf(latest);
  const wait = (time: number) => {
    clearTimeout(timer);
    // One request at a time: what is under way ends first.
    timer = setTimeout(() => void Promise.resolve(running).then(push), time);
  };
  const has = (server: Server) => {
    ({ revision, base } = server);
    kept(server);
  };
  const bringTogether = (theirs: { revision: number; content: string }) => {
    // It is this device's own: its answer was lost on the way.
    if (theirs.content === tried) {
      has({ revision: theirs.revision, base: theirs.content });
      if (isSaved()) return tell({ name: "saved" });
      return wait(0);
    }
    const other = draftOf(theirs.content);
    if (other === null) return tell({ name: "refused" });
    const { draft, differences } = mergeDrafts(draftOf(base), latest, other);
    has({ revision: theirs.revision, base: theirs.content });
    if (differences.length > 0) {
      held = true;
      return tell({ name: "differs", differences, merged: draft });
    }
    latest = draft;
    merged(draft);
    if (isSaved()) return tell({ name: "saved" });
    wait(0);
  };
  const once = async () => {
    clearTimeout(timer);
    const sent = latest;
    const content = contentOf(sent);
    if (held || !typed || content === base) return;
    tell({ name: "saving" });
    const saved = await save(sent, content, revision);
    if (saved.went === "lost") tried = content;
    if (saved.went === "well") {
      has({ revision: saved.revision, base: content });
      if (isSaved()) tell({ name: "saved" });
      else wait(pause);
    } else if (saved.went === "elsewhere") bringTogether(saved);
    else if (saved.went === "lost") {
      tell({ name: "offline" });
      wait(again);
    } else {
      held = saved.went !== "refused";
      tell(saved.went === "submitted" ? { name: "submitted", recordId: saved.recordId } : { name: saved.went });
    }
  };
  const push = (): Promise<void> => {
    running ??= once().finally(() => {
      running = null;
    });
    return running;
  };
  return {
    changed(draft: Draft) {
      latest = draft;
      typed = true;
      if (held) return;
      tell({ name: "typing" });
      wait(pause);
    },
    /** Sends what isn't there yet, without waiting for a pause. */
    push,
    /** Both texts were looked at, and this is what is wanted. */
    settle(draft: Draft) {
      held = false;
      latest = draft;
      merged(draft);
      wait(0);
    },
    /** @returns the revision under which the server has all that is written, or null where it hasn't */
    async revisionOfAll(): Promise<number | null> {
      typed = true;
      await push();
      if (!isSaved()) await push();
      return isSaved() ? revision : null;
    },
    /** It became a record, or is thrown away: nothing of it goes out any more. */
    stop() {
      held = true;
      clearTimeout(timer);
    },
  };
}
