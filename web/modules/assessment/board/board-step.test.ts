import { expect, test } from "vitest";
import { boardStep } from "./board-step.ts";

test("a board of a closed month that nobody published yet waits, its publicity is over", () => {
  expect(boardStep({ state: "publicity", periodState: "closed" })).toBe("waiting");
});

test("a board is in publicity while its month is, and published for good", () => {
  expect(boardStep({ state: "publicity", periodState: "publicity" })).toBe("publicity");
  expect(boardStep({ state: "published", periodState: "closed" })).toBe("published");
  expect(boardStep({ state: "trial", periodState: "closed" })).toBe("trial");
});
