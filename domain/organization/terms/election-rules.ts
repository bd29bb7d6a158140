import { addDays, type PlainDate } from "../../kernel/plain-date.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { type Finding, finding, refuseBy } from "../finding.ts";
import type { Post } from "../things.ts";

/** Percent by which candidates exceed seats (ORG-19). */
export const surplusPercent = 20;

/** How many candidates so many seats need: a fifth more, rounded up (ORG-19). */
export function candidatesNeeded(seats: number, percent: number = surplusPercent): number {
  return seats + Math.ceil((seats * percent) / 100);
}

/** Why so few candidates can't be put to the vote, or null (ORG-19). */
export function candidatesRefusal(seats: number, candidates: number): Refusal | null {
  const needed = candidatesNeeded(seats);
  return candidates >= needed
    ? null
    : refuseBy("ORG-19", "election.too_few_candidates", { seats, candidates, needed }, "candidates");
}

export type Electorate = {
  readonly members: number;
  /** Its members work far from each other. */
  readonly dispersed: boolean;
  readonly approved: boolean;
};

/** Why a conference of delegates can't elect instead of all members, or null: from 500 members or dispersed, and approved (ORG-18). */
export function delegatesRefusal(electorate: Electorate, from = 500): Refusal | null {
  const { members, dispersed, approved } = electorate;
  if (members < from && !dispersed) return refuseBy("ORG-18", "election.delegates_need_members", { members, from });
  return approved ? null : refuseBy("ORG-18", "election.delegates_need_approval", {}, "approved");
}

/** What follows for an elected post: 备案 for a member of the committee, 批准 for its secretary and deputies (ORG-20). */
export function filingOf(post: Post): "filed" | "approved" {
  return post === "SECRETARY" || post === "DEPUTY_SECRETARY" ? "approved" : "filed";
}

/** A finding where a post has been vacant for so many days and nobody was elected (ORG-20), or null; the days are the product's. */
export function vacancyFinding(post: Post, vacantSince: PlainDate, today: PlainDate, days = 30): Finding | null {
  const alertOn = addDays(vacantSince, days);
  return today < alertOn ? null : finding("ORG-20", "election.post_vacant", { post, since: vacantSince, days });
}
