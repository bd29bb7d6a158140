import { addressOf } from "../api/client.ts";
import type { Change } from "./concerned.ts";

export type LineState = "off" | "waiting" | "live";
type Listeners = {
  readonly changed: (change: Change) => void;
  /** The line was away for a while: anything may have changed. */
  readonly missed: () => void;
  /** The session ended, or what it may do is another. */
  readonly sessionChanged: () => void;
  readonly state: (state: LineState) => void;
};

const firstPause = 2000;
const longestPause = 60_000;

/** Up to half as much again, so that the pages of a large group don't come back all at once. */
function spread(milliseconds: number): number {
  return milliseconds * (1 + Math.random() / 2);
}

/** Hears of changes while the tab is shown and the network is there; answers how to stop. */
export function openLine({ changed, missed, sessionChanged, state }: Listeners): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = firstPause;
  let wasAway = false;

  function cut(now: LineState): void {
    clearTimeout(timer);
    source?.close();
    source = null;
    state(now);
  }

  function comeBack(after: number): void {
    wasAway = true;
    cut("waiting");
    timer = setTimeout(look, spread(after));
  }

  /** Opens the line, or closes it, as the tab and the network are now. */
  function look(): void {
    if (document.hidden || !navigator.onLine) {
      wasAway = true;
      cut("off");
      return;
    }
    if (source) return;
    clearTimeout(timer);
    const opened = new EventSource(addressOf("watchEvents", undefined));
    source = opened;
    opened.addEventListener("hello", () => {
      pause = firstPause;
      state("live");
      if (wasAway) missed();
      wasAway = false;
    });
    opened.addEventListener("changed", ({ data }) => changed(JSON.parse(data) as Change));
    opened.addEventListener("again", () => {
      comeBack(firstPause);
      sessionChanged();
    });
    opened.addEventListener("over", () => {
      cut("off");
      sessionChanged();
    });
    opened.addEventListener("error", () => {
      if (source !== opened) return;
      comeBack(pause);
      pause = Math.min(longestPause, pause * 2);
    });
  }

  const events = [
    [document, "visibilitychange"],
    [globalThis, "online"],
    [globalThis, "offline"],
  ] as const;
  for (const [target, name] of events) target.addEventListener(name, look);
  look();
  return () => {
    for (const [target, name] of events) target.removeEventListener(name, look);
    cut("off");
  };
}
