import { describe, expect, test } from "vitest";
import { stageAfter, type TemplateReview, type TemplateStanding } from "./template-lifecycle.ts";
import { type TemplateAct, templateActions, templateActs } from "./template-policy.ts";
import { type TemplateStage, templateStages } from "./things.ts";

const review = (practicality: number, conformity = practicality, relevance = practicality): TemplateReview => ({
  practicality,
  conformity,
  relevance,
});
const standing = (stage: TemplateStage, changes: Partial<TemplateStanding> = {}): TemplateStanding => ({
  stage,
  adoptions: 1,
  reviews: [review(80), review(80)],
  ...changes,
});

test("a version goes from 探索学习 over 试行矫正 and 验收深化 to 推广, and can be withdrawn on the way", () => {
  const way: [TemplateAct, TemplateStage][] = [
    ["try_out", "trial"],
    ["accept", "acceptance"],
    ["send_back", "trial"],
    ["accept", "acceptance"],
    ["promote", "promoted"],
    ["withdraw", "withdrawn"],
  ];
  let stage: TemplateStage = "exploring";
  for (const [act, next] of way) {
    expect(stageAfter(standing(stage), act)).toBe(next);
    stage = next;
  }
});

test("no stage is jumped over, and nothing comes back from 废止", () => {
  for (const stage of templateStages)
    for (const act of templateActs.filter((one) => !(one in templateActions[stage])))
      expect(stageAfter(standing(stage), act)).toMatchObject({
        code: "template.stage_not_allowed",
        values: { stage, act },
      });
  expect(stageAfter(standing("trial"), "promote")).toMatchObject({ code: "template.stage_not_allowed" });
});

test("what no unit has tried isn't accepted", () => {
  expect(stageAfter(standing("trial", { adoptions: 0 }), "accept")).toMatchObject({ code: "template.not_tried" });
});

describe("the gate before 推广", () => {
  test.each<[string, TemplateReview[], object]>([
    ["no reviewer", [], { code: "template.reviews_missing", values: { reviewers: 0, needed: 2 } }],
    ["one reviewer", [review(100)], { code: "template.reviews_missing", values: { reviewers: 1, needed: 2 } }],
    ["实用性 59.5", [review(59, 80), review(60, 80)], { values: { criterion: "practicality", needed: 60 } }],
    ["规范性 59.5", [review(80, 59, 80), review(80, 60, 80)], { values: { criterion: "conformity", needed: 60 } }],
    ["针对性 59.5", [review(80, 80, 59), review(80, 80, 60)], { values: { criterion: "relevance", needed: 60 } }],
  ])("with %s it stays shut", (_name, reviews, refusal) => {
    expect(stageAfter(standing("acceptance", { reviews }), "promote")).toMatchObject(refusal);
  });

  test("a mean of exactly 60 opens it", () => {
    expect(stageAfter(standing("acceptance", { reviews: [review(40), review(80)] }), "promote")).toBe("promoted");
  });
});
