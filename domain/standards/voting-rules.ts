import { type Refusal, refuse } from "../kernel/refusal.ts";
import type { VotingRule } from "./things.ts";

/** A share of a number of people; `strict`: more than the share, otherwise at least it. */
export type Share = { readonly n: number; readonly d: number; readonly strict: boolean };
type VotingTerms = {
  readonly quorum: Share;
  readonly pass: Share;
  /** The number the pass share is taken of: V, who ought to vote, or P, who is there. */
  readonly passOf: "expected" | "present";
  /** Formal opinions sent in writing before the meeting count as votes. */
  readonly writtenOpinions: boolean;
};

const atLeastHalf: Share = { n: 1, d: 2, strict: false };
const moreThanHalf: Share = { n: 1, d: 2, strict: true };
const atLeastTwoThirds: Share = { n: 2, d: 3, strict: false };

/** V = voters who ought to be there, P = voters present, Y = votes for. */
const terms: Record<VotingRule, VotingTerms> = {
  // P × 2 ≥ V, Y × 2 > V.
  "VOTE-01": { quorum: atLeastHalf, pass: moreThanHalf, passOf: "expected", writtenOpinions: false },
  // P × 2 > V, Y × 2 > V.
  "VOTE-02": { quorum: moreThanHalf, pass: moreThanHalf, passOf: "expected", writtenOpinions: true },
  // P × 5 ≥ V × 4; who is elected follows VOTE-04: Y × 2 > P.
  "VOTE-03": { quorum: { n: 4, d: 5, strict: false }, pass: moreThanHalf, passOf: "present", writtenOpinions: false },
  // P × 2 ≥ V; the text names no majority, so the one of VOTE-01 is asked for.
  "VOTE-06": { quorum: atLeastHalf, pass: moreThanHalf, passOf: "expected", writtenOpinions: false },
  // P × 2 > V, Y × 2 > V; personnel: P × 3 ≥ V × 2.
  "VOTE-07": { quorum: moreThanHalf, pass: moreThanHalf, passOf: "expected", writtenOpinions: false },
};

/** Ballots and voters of one resolution, whole numbers from zero. */
export type VoteCount = {
  readonly expected: number;
  readonly present: number;
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
  /** Formal opinions of voters who are away, among the ballots (VOTE-02). */
  readonly written?: number;
  /** A decision about personnel (VOTE-07). */
  readonly personnel?: boolean;
};

export type VoteDecision = {
  readonly rule: VotingRule;
  readonly expected: number;
  readonly present: number;
  readonly quorumNeeded: number;
  readonly quorumMet: boolean;
  readonly passNeeded: number;
  /** False without quorum: the resolution stays on record and binds nobody. */
  readonly valid: boolean;
  readonly passed: boolean;
};

/** How many voters must be present of `expected` for the meeting to decide; personnel ask for more under VOTE-07. */
export function quorum(rule: VotingRule, expected: number, personnel = false): { readonly needed: number } {
  return { needed: fewest(quorumOf(rule, personnel), expected) };
}

function quorumOf(rule: VotingRule, personnel: boolean): Share {
  return rule === "VOTE-07" && personnel ? atLeastTwoThirds : terms[rule].quorum;
}

/**
 * Judges a vote (VOTE-01, VOTE-02, VOTE-03 with VOTE-04, VOTE-06, VOTE-07). Refuses figures that can't be: more ballots
 * than voters, more voters present than there are, more opinions in writing than voters away, a number that isn't whole.
 */
export function decideVote(rule: VotingRule, count: VoteCount): VoteDecision | Refusal {
  const { expected, present, written = 0, personnel = false } = count;
  const figures = [expected, present, written, count.for, count.against, count.abstain];
  if (!figures.every((figure) => Number.isSafeInteger(figure) && figure >= 0)) return refuse("vote.count_not_whole");
  if (present > expected) return refuse("vote.more_present_than_expected", { expected, present });
  const absent = terms[rule].writtenOpinions ? expected - present : 0;
  if (written > absent) return refuse("vote.more_written_than_absent", { written, absent });
  const ballots = count.for + count.against + count.abstain;
  const voters = present + written;
  if (ballots > voters) return refuse("vote.more_ballots_than_voters", { ballots, voters });
  const quorumNeeded = quorum(rule, expected, personnel).needed;
  // Nobody can decide where nobody has a vote.
  const quorumMet = expected > 0 && present >= quorumNeeded;
  const passNeeded = fewest(terms[rule].pass, terms[rule].passOf === "expected" ? expected : present);
  return {
    rule,
    expected,
    present,
    quorumNeeded,
    quorumMet,
    passNeeded,
    valid: quorumMet,
    passed: quorumMet && count.for >= passNeeded,
  };
}

/** How quorum and majority were counted, in figures that need no words: "8 × 2 = 16 ≥ 10". */
export type VoteArithmetic = { readonly quorum: string; readonly pass: string };

/** The arithmetic of a vote as it stands on record. */
export function arithmeticOf(
  rule: VotingRule,
  { expected, present, for: agreed, personnel = false }: Pick<VoteCount, "expected" | "present" | "for" | "personnel">,
): VoteArithmetic {
  const { pass, passOf } = terms[rule];
  return {
    quorum: comparison(quorumOf(rule, personnel), present, expected),
    pass: comparison(pass, agreed, passOf === "expected" ? expected : present),
  };
}

/** Whether `part` is that share of `whole`, written out: both sides multiplied until no fraction is left. */
export function comparison({ n, d, strict }: Share, part: number, whole: number): string {
  const [left, right] = [part * d, whole * n];
  const relation = strict ? (left > right ? ">" : "≤") : left >= right ? "≥" : "<";
  return `${part} × ${d} = ${left} ${relation} ${n === 1 ? whole : `${whole} × ${n} = ${right}`}`;
}

function fewest(share: Share, people: number): number {
  const product = people * share.n;
  return share.strict ? Math.floor(product / share.d) + 1 : Math.ceil(product / share.d);
}
