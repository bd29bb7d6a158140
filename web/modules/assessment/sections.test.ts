import type { Action } from "@dutyloop/domain/identity/things.ts";
import { expect, test } from "vitest";
import { mayOpen, sectionsFor } from "./sections.ts";

const holding =
  (...actions: Action[]) =>
  (action: Action) =>
    actions.includes(action);

test("who may only read scores opens the board by its address and nothing else", () => {
  const may = holding("score.read");
  expect(mayOpen("board", may)).toBe(true);
  expect(
    ["periods", "disputes", "bulletins", "schemes", "deliveries", "judging"].map((one) => mayOpen(one as never, may)),
  ).toEqual(Array(6).fill(false));
});

test("an employee opens none of them, and no way leads there", () => {
  const may = holding("organization.read");
  expect(sectionsFor(may)).toEqual([]);
  expect(mayOpen("board", may)).toBe(false);
});
