import type { Change } from "./concerned.ts";

const atLeastApart = 2000;
/** What concerns everybody is asked for by everybody: their requests are spread over so long. */
const spreadOver = 5000;

/**
 * Gathers changes and hands them on together, at most every two seconds; those that concern everybody somewhat later, each
 * page at a moment of its own.
 */
export function gather(handOn: (changes: readonly Change[]) => void): {
  add: (change: Change) => void;
  stop: () => void;
} {
  let changes: Change[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = Number.NEGATIVE_INFINITY;
  const hand = () => {
    const gathered = changes;
    changes = [];
    timer = undefined;
    last = Date.now();
    handOn(gathered);
  };
  return {
    add(change) {
      changes.push(change);
      const pause = Math.max(0, last + atLeastApart - Date.now());
      timer ??= setTimeout(hand, change.organizations === null ? pause + Math.random() * spreadOver : pause);
    },
    stop: () => clearTimeout(timer),
  };
}
