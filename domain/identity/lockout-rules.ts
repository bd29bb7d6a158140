/** The figures of SEC-02, in minutes; a session ends at the latest after twelve hours. */
const signInRules = { failures: 5, lockMinutes: 15 } as const;
export type SessionLimits = { readonly idleMinutes: number; readonly absoluteMinutes: number };
const sessionLimits: SessionLimits = { idleMinutes: 15, absoluteMinutes: 12 * 60 };

/** What an account remembers of failed sign-ins. */
export type SignInAttempts = { readonly failures: number; readonly lockedUntil: Date | null };
export type SignInState =
  | { readonly state: "open"; readonly attemptsLeft: number }
  | { readonly state: "locked"; readonly until: Date };

/** Whether the account may try to sign in now. A lock that has run out starts the count afresh (SEC-02). */
export function signInState(account: SignInAttempts, now: Date): SignInState {
  if (account.lockedUntil !== null && account.lockedUntil > now) return { state: "locked", until: account.lockedUntil };
  const counted = account.lockedUntil === null ? account.failures : 0;
  return { state: "open", attemptsLeft: signInRules.failures - counted };
}

/** The account after one more failure: the fifth locks it for 15 minutes; a lock is never prolonged (SEC-02). */
export function afterFailure(account: SignInAttempts, now: Date): SignInAttempts {
  const state = signInState(account, now);
  if (state.state === "locked") return account;
  const failures = signInRules.failures - state.attemptsLeft + 1;
  const lockedUntil = failures >= signInRules.failures ? later(now, signInRules.lockMinutes) : null;
  return { failures, lockedUntil };
}

/** The account after a successful sign-in. */
export function afterSuccess(): SignInAttempts {
  return { failures: 0, lockedUntil: null };
}

/** How an attempt went; `unfinished` where the password was right and the second factor wasn't given yet. */
export type Verdict = "right" | "wrong" | "unfinished";

/**
 * The account after an attempt, and until when it is locked if it is. A locked account takes nothing, however right; a
 * right password alone neither counts as a failure nor makes earlier ones forgotten (SEC-02, SEC-04).
 */
export function afterAttempt(
  account: SignInAttempts,
  verdict: Verdict,
  now: Date,
): { readonly attempts: SignInAttempts; readonly lockedUntil: Date | null } {
  const state = signInState(account, now);
  if (state.state === "locked") return { attempts: account, lockedUntil: state.until };
  if (verdict === "unfinished") return { attempts: account, lockedUntil: null };
  const attempts = verdict === "right" ? afterSuccess() : afterFailure(account, now);
  return { attempts, lockedUntil: attempts.lockedUntil };
}

export type SessionTimes = { readonly startedAt: Date; readonly lastSeenAt: Date };

/** Whether a session still lives: 15 minutes without a sign of the user end it, and so do 12 hours (SEC-02). */
export function sessionState(
  session: SessionTimes,
  now: Date,
  limits: SessionLimits = sessionLimits,
): "live" | "idle_too_long" | "too_old" {
  if (now >= later(session.startedAt, limits.absoluteMinutes)) return "too_old";
  return now >= later(session.lastSeenAt, limits.idleMinutes) ? "idle_too_long" : "live";
}

function later(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}
