import { expect, test } from "vitest";
import { passwordHints } from "./password-hints.ts";

test("a password that meets every rule has no open hint", () => {
  expect(passwordHints("Red-Ring-2026", "chen")).toEqual({ length: true, kinds: true, name: true });
});

test("a short, a plain and a name-bearing password are told apart", () => {
  expect(passwordHints("Ab1!", "chen").length).toBe(false);
  expect(passwordHints("abcdefghij1", "chen").kinds).toBe(false);
  expect(passwordHints("xxCHEN-2026-yy", "chen").name).toBe(false);
  expect(passwordHints("", "chen").name).toBe(false);
});
