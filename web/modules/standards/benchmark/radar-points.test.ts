import { expect, test } from "vitest";
import { radarPoints } from "./radar-points.ts";

test("the first arm points up, the others follow clockwise; nothing met stays in the middle", () => {
  expect(radarPoints([1, 1, 1, 1], 100, 80)).toEqual([
    { x: 100, y: 20 },
    { x: 180, y: 100 },
    { x: 100, y: 180 },
    { x: 20, y: 100 },
  ]);
  expect(radarPoints([0, 0.5], 100, 80)).toEqual([
    { x: 100, y: 100 },
    { x: 100, y: 140 },
  ]);
});
