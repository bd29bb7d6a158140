import { pino } from "pino";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startLoop } from "./loop.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A loop whose turns are ended by hand; how many were begun. */
function handMade() {
  const turns: PromiseWithResolvers<number>[] = [];
  const loop = startLoop("hand-made", 200, pino({ enabled: false }), () => {
    const turn = Promise.withResolvers<number>();
    turns.push(turn);
    return turn.promise;
  });
  const settled = () => vi.advanceTimersByTimeAsync(0);
  return { loop, turns, settled };
}

test("a loop that is woken while it finds nothing to do looks again at once", async () => {
  const { loop, turns, settled } = handMade();
  await vi.advanceTimersByTimeAsync(10);
  loop.wake();
  turns[0]?.resolve(0);
  await settled();
  expect(turns.length).toBe(2);
  turns[1]?.resolve(0);
  await loop.stop();
});

test("a loop that is woken while it works rests three times as long before it goes on", async () => {
  const { loop, turns, settled } = handMade();
  await vi.advanceTimersByTimeAsync(10);
  loop.wake();
  turns[0]?.resolve(1);
  await settled();
  expect(turns.length).toBe(1);
  await vi.advanceTimersByTimeAsync(29);
  expect(turns.length).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(turns.length).toBe(2);
  turns[1]?.resolve(0);
  await loop.stop();
});

test("a loop that nobody wakes takes its next turn at the beat, and after a turn that failed as well", async () => {
  const { loop, turns, settled } = handMade();
  turns[0]?.reject(new Error("the database is away"));
  await settled();
  expect(turns.length).toBe(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(turns.length).toBe(2);
  turns[1]?.resolve(0);
  await loop.stop();
});
