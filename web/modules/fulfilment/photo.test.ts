import { expect, test } from "vitest";
import { fitted } from "./photo.ts";

test("a large photograph is made to fit and keeps its shape; a small one stays", () => {
  expect(fitted(4032, 3024, 1920)).toEqual({ width: 1920, height: 1440 });
  expect(fitted(3024, 4032, 1920)).toEqual({ width: 1440, height: 1920 });
  expect(fitted(800, 600, 1920)).toEqual({ width: 800, height: 600 });
  expect(fitted(10_000, 1, 1920)).toEqual({ width: 1920, height: 1 });
});
