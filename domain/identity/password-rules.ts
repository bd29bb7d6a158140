import { daysBetween, type PlainDate } from "../kernel/plain-date.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";

/** The figures of SEC-01; a longest length keeps hashing cheap. */
export const passwordRules = {
  minimumLength: 10,
  maximumLength: 128,
  classes: 3,
  maximumAgeDays: 90,
  history: 5,
} as const;

/** How the new password relates to the account; `equalsOneOfTheLast` comes from comparing hashes outside. */
export type PasswordContext = { readonly signInName: string; readonly equalsOneOfTheLast: boolean };

/**
 * Why a new password isn't accepted, or null (SEC-01): 10 characters or more, three of the classes lower case, upper
 * case, digit and other, without the sign-in name, none of the last five.
 */
export function passwordRefusal(password: string, context: PasswordContext): Refusal | null {
  const length = [...password].length;
  if (length < passwordRules.minimumLength) {
    return refuse("password.too_short", { minimum: passwordRules.minimumLength }, "password");
  }
  if (length > passwordRules.maximumLength) {
    return refuse("password.too_long", { maximum: passwordRules.maximumLength }, "password");
  }
  if (characterClasses(password) < passwordRules.classes) {
    return refuse("password.too_simple", { classes: passwordRules.classes }, "password");
  }
  const name = context.signInName.toLowerCase();
  if (name !== "" && password.toLowerCase().includes(name)) {
    return refuse("password.contains_sign_in_name", {}, "password");
  }
  if (context.equalsOneOfTheLast) {
    return refuse("password.used_before", { history: passwordRules.history }, "password");
  }
  return null;
}

/** True when the password must be changed at the next sign-in (SEC-01: 90 days). */
export function passwordExpired(changedOn: PlainDate, today: PlainDate): boolean {
  return daysBetween(changedOn, today) > passwordRules.maximumAgeDays;
}

function characterClasses(password: string): number {
  return [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u].filter((kind) => kind.test(password)).length;
}
