import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** argon2id with the library's defaults for interactive sign-in (19 MiB, 2 passes). */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

let decoy: Promise<string> | undefined;

/** Whether the password fits; a missing hash takes as long as a wrong password, so that names can't be guessed by time. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash("no account has this password");
  const fits = await verify(stored ?? (await decoy), password);
  return stored !== null && fits;
}

const letters = ["abcdefghjkmnpqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789"] as const;

/** A random password of 14 characters without look-alikes that meets SEC-01. */
export function randomPassword(): string {
  const all = letters.join("");
  const characters = [...letters.map(pick), ...Array.from({ length: 11 }, () => pick(all))];
  for (let index = characters.length - 1; index > 0; index -= 1) {
    const other = randomInt(index + 1);
    [characters[index], characters[other]] = [characters[other] as string, characters[index] as string];
  }
  return characters.join("");
}

function pick(from: string): string {
  return from[randomInt(from.length)] as string;
}
