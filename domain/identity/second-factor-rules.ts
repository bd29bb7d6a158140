import type { PlainDate } from "../kernel/plain-date.ts";
import { type Actor, holdsToday } from "./access-policy.ts";
import { isAdministratorRole } from "./things.ts";

/** One-time codes by the clock (RFC 6238): six digits, thirty seconds, one step of tolerance on either side. */
export const codeRules = { digits: 6, seconds: 30, drift: 1, secretBytes: 20, recoveryCodes: 10 } as const;

/** Of whom a second factor is demanded at sign-in (SEC-04). */
export const secondFactorPolicies = ["nobody", "administrators", "everybody"] as const;
export type SecondFactorPolicy = (typeof secondFactorPolicies)[number];

/** The number of the thirty seconds that the instant lies in. */
export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / (codeRules.seconds * 1000));
}

/** The digits that a code has for this HMAC of its step (RFC 4226, 5.3). */
export function codeOf(hmac: Uint8Array): string {
  const at = (hmac.at(-1) ?? 0) & 0x0f;
  const [a = 0, b = 0, c = 0, d = 0] = hmac.subarray(at, at + 4);
  const number = ((a & 0x7f) << 24) | (b << 16) | (c << 8) | d;
  return String(number % 10 ** codeRules.digits).padStart(codeRules.digits, "0");
}

/**
 * The step whose code was typed, or null. A step counts once: neither it nor an earlier one is taken again, so that a
 * code that somebody looked at over a shoulder is worth nothing afterwards.
 */
export function stepOfCode(
  typed: string,
  { now, lastStep, codeAt }: { now: Date; lastStep: number | null; codeAt: (step: number) => string },
): number | null {
  const present = stepAt(now);
  let found: number | null = null;
  for (let step = present - codeRules.drift; step <= present + codeRules.drift; step += 1) {
    // All are compared, so that the time taken doesn't tell which one fitted.
    const fits = sameDigits(codeAt(step), typed);
    if (fits && found === null && (lastStep === null || step > lastStep)) found = step;
  }
  return found;
}

/** What was typed as far as it counts: people write blanks and hyphens between digits, and small letters. */
export function neutralCode(typed: string): string {
  return typed.replace(/[\s-]/g, "").toUpperCase();
}

/** Whether this is the shape of a code by the clock; anything else is tried as a recovery code. */
export function isClockCode(code: string): boolean {
  return code.length === codeRules.digits && /^\d+$/.test(code);
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Base32 without padding (RFC 4648), as applications for codes take it. */
export function base32(bytes: Uint8Array): string {
  let [text, bits, value] = ["", 0, 0];
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(value >>> bits) & 31];
    }
  }
  return bits > 0 ? text + alphabet[(value << (5 - bits)) & 31] : text;
}

/** The address behind the picture that an application for codes scans; what is usual isn't said, so that it stays coarse. */
export function enrolmentAddress(issuer: string, signInName: string, secret: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(signInName)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
}

/** Whether this account has to sign in with a second factor on this day. */
export function secondFactorDemanded(policy: SecondFactorPolicy, actor: Actor, today: PlainDate): boolean {
  if (policy !== "administrators") return policy === "everybody";
  return actor.grants.some((grant) => isAdministratorRole(grant.role) && holdsToday(grant, today));
}

function sameDigits(wanted: string, typed: string): boolean {
  if (wanted.length !== typed.length) return false;
  let different = 0;
  for (let index = 0; index < wanted.length; index += 1) {
    different |= wanted.charCodeAt(index) ^ typed.charCodeAt(index);
  }
  return different === 0;
}
