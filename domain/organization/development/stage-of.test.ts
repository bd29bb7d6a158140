import { expect, test } from "vitest";
import { stageOf } from "./stage-of.ts";

const upTo = (last: number) => new Set(Array.from({ length: last }, (_, index) => index + 1));

test.each([
  [0, 1],
  [1, 1],
  [2, 2],
  [5, 2],
  [6, 3],
  [11, 4],
  [16, 4],
  [18, 5],
  [25, 5],
])("after step %i somebody is in stage %i", (last, stage) => {
  expect(stageOf("APPLICANT", upTo(last))).toBe(stage);
});

test("a step that is open earlier keeps the stage: training is missing although the review is done", () => {
  expect(stageOf("CANDIDATE", upTo(10))).toBe(3);
  expect(stageOf("CANDIDATE", new Set([...upTo(8), 11, 10]))).toBe(3);
});

test.each([
  ["ACTIVIST", 2],
  ["CANDIDATE", 3],
  ["PROBATIONARY", 5],
] as const)("somebody who came as %s without entered steps is in stage %i", (state, stage) => {
  expect(stageOf(state, new Set())).toBe(stage);
});
