import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isUnattended, noteSigns } from "./attended.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-03-18T06:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

test("a page is left alone a minute after the last touch, and attended again with the next", () => {
  const page = new EventTarget();
  noteSigns(page);
  page.dispatchEvent(new Event("keydown"));
  vi.advanceTimersByTime(60_000);
  expect(isUnattended()).toBe(false);
  vi.advanceTimersByTime(1);
  expect(isUnattended()).toBe(true);
  page.dispatchEvent(new Event("pointermove"));
  expect(isUnattended()).toBe(false);
});
