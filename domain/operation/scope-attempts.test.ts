import fc from "fast-check";
import { expect, test } from "vitest";
import { afterScopeAttempt, beyondScope, mayBeBeyondScope, type ScopeAttempts } from "./scope-attempts.ts";

const start = Date.parse("2026-03-02T08:00:00Z");
const at = (minutes: number) => new Date(start + minutes * 60_000);

/** How often is told of attempts: place and minute of each. */
function told(tried: readonly (readonly [place: string, minute: number])[]): number[] {
  let attempts: ScopeAttempts | undefined;
  return tried.flatMap(([place, minute]) => {
    const after = afterScopeAttempt(attempts, place, at(minute));
    attempts = after.attempts;
    return after.alarm ? [minute] : [];
  });
}
const places = (count: number, minute: number, name = "p") =>
  Array.from({ length: count }, (_, n) => [`${name}${n}`, minute] as const);

test("twenty different places within ten minutes are told of once", () => {
  expect(told(places(19, 1))).toEqual([]);
  expect(told(places(20, 1))).toEqual([1]);
  expect(told(places(100, 1))).toEqual([1]);
});

test("the same place again isn't another attempt", () => {
  expect(told(Array.from({ length: 100 }, () => ["p", 1] as const))).toEqual([]);
});

test("a stretch ends ten minutes after its first attempt; the next is told of again", () => {
  expect(told([...places(10, 0), ...places(19, 10, "q")])).toEqual([]);
  expect(told([...places(10, 0), ...places(10, 9.9, "q")])).toEqual([9.9]);
  expect(told([...places(20, 0), ...places(20, 10)])).toEqual([0, 10]);
});

test("whatever is tried, nobody is told of more than once a stretch, and no more is remembered than is needed", () => {
  const tried = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 3 })), { maxLength: 300 });
  fc.assert(
    fc.property(tried, (steps) => {
      let attempts: ScopeAttempts | undefined;
      let minute = 0;
      let last = Number.NEGATIVE_INFINITY;
      for (const [place, later] of steps) {
        minute += later;
        const after = afterScopeAttempt(attempts, String(place), at(minute));
        attempts = after.attempts;
        expect(attempts.places.size).toBeLessThanOrEqual(beyondScope.places);
        if (!after.alarm) continue;
        expect(attempts.since.getTime()).toBeGreaterThan(last);
        last = attempts.since.getTime();
      }
    }),
  );
});

test("refusals of scope count, and what isn't there, which is answered alike", () => {
  expect(["access.not_allowed", "not_found", "request.invalid", "sign_in.needed"].map(mayBeBeyondScope)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
