import { expect, test } from "vitest";
import {
  afterAttempt,
  afterFailure,
  afterSuccess,
  type SignInAttempts,
  sessionState,
  signInState,
} from "./lockout-rules.ts";

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 31, 8, 0) + minutes * 60_000);
const failing = (times: number, from: SignInAttempts = afterSuccess()) =>
  Array.from({ length: times }).reduce<SignInAttempts>((account) => afterFailure(account, at(0)), from);

test("four failures leave one attempt, the fifth locks for fifteen minutes", () => {
  expect(signInState(failing(4), at(0))).toEqual({ state: "open", attemptsLeft: 1 });
  expect(signInState(failing(5), at(0))).toEqual({ state: "locked", until: at(15) });
  expect(signInState(failing(5), at(14.9)).state).toBe("locked");
});

test("a further failure doesn't prolong the lock", () => {
  expect(afterFailure(failing(5), at(10)).lockedUntil).toEqual(at(15));
});

test("after the lock the count starts afresh", () => {
  expect(signInState(failing(5), at(15))).toEqual({ state: "open", attemptsLeft: 5 });
  expect(afterFailure(failing(5), at(15))).toEqual({ failures: 1, lockedUntil: null });
});

test("a success forgets the failures", () => {
  expect(signInState(afterSuccess(), at(0))).toEqual({ state: "open", attemptsLeft: 5 });
});

test("a session ends after fifteen idle minutes and after twelve hours", () => {
  const session = (lastSeen: number) => ({ startedAt: at(0), lastSeenAt: at(lastSeen) });
  expect(sessionState(session(0), at(14.9))).toBe("live");
  expect(sessionState(session(0), at(15))).toBe("idle_too_long");
  expect(sessionState(session(719), at(719.9))).toBe("live");
  expect(sessionState(session(719), at(720))).toBe("too_old");
  expect(sessionState(session(0), at(20), { idleMinutes: 30, absoluteMinutes: 60 })).toBe("live");
});

test("a wrong second factor counts like a wrong password, a right password alone changes nothing", () => {
  const four = failing(4);
  expect(afterAttempt(four, "unfinished", at(0))).toEqual({ attempts: four, lockedUntil: null });
  expect(afterAttempt(four, "wrong", at(0)).lockedUntil).toEqual(at(15));
  expect(afterAttempt(four, "right", at(0))).toEqual({ attempts: afterSuccess(), lockedUntil: null });
});

test.each(["right", "wrong", "unfinished"] as const)("a locked account takes no attempt that is %s", (verdict) => {
  const locked = failing(5);
  expect(afterAttempt(locked, verdict, at(10))).toEqual({ attempts: locked, lockedUntil: at(15) });
});
