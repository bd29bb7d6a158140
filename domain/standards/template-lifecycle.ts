import { type Refusal, refuse } from "../kernel/refusal.ts";
import { type ReviewCriterion, reviewCriteria, type TemplateAct, templateActions } from "./template-policy.ts";
import type { TemplateStage } from "./things.ts";

/** One reviewer's scores, whole numbers from 0 to 100. */
export type TemplateReview = Readonly<Record<ReviewCriterion, number>>;

/** A version on its way; `adoptions` counts the organisations that work by it today. */
export type TemplateStanding = {
  readonly stage: TemplateStage;
  readonly adoptions: number;
  readonly reviews: readonly TemplateReview[];
};

/** A version is promoted by at least this many reviewers who aren't its author. */
const reviewersNeeded = 2;
/** And with at least this mean by each criterion. */
const meanNeeded = 60;

/**
 * The stage a version comes to by an act, or why it can't: the stage doesn't allow it; it is to be accepted though no unit
 * has tried it; it is to be promoted with too few reviewers or with too low a mean of 实用性, 规范性 or 针对性.
 */
export function stageAfter(standing: TemplateStanding, act: TemplateAct): TemplateStage | Refusal {
  const { stage, adoptions, reviews } = standing;
  const next = templateActions[stage][act];
  if (next === undefined) return refuse("template.stage_not_allowed", { stage, act });
  if (act === "accept" && adoptions === 0) return refuse("template.not_tried");
  if (act !== "promote") return next;
  if (reviews.length < reviewersNeeded)
    return refuse("template.reviews_missing", { reviewers: reviews.length, needed: reviewersNeeded });
  const tooLow = reviewCriteria.find((criterion) => totalOf(reviews, criterion) < meanNeeded * reviews.length);
  if (tooLow !== undefined) return refuse("template.review_too_low", { criterion: tooLow, needed: meanNeeded });
  return next;
}

function totalOf(reviews: readonly TemplateReview[], criterion: ReviewCriterion): number {
  return reviews.reduce((sum, review) => sum + review[criterion], 0);
}
