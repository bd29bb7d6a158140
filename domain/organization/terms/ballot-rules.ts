import type { Refusal } from "../../kernel/refusal.ts";
import { type Finding, finding, refuseBy } from "../finding.ts";

/** An election as it was counted; whole numbers from zero. */
export type Count = {
  /** Who may elect and ought to be there. */
  readonly expected: number;
  readonly present: number;
  readonly issued: number;
  readonly returned: number;
  readonly seats: number;
  readonly votes: readonly { readonly candidate: string; readonly votes: number }[];
};

export type ElectionResult = {
  /** Elected, most votes first. */
  readonly elected: readonly string[];
  /** Equal at the last seat: they are voted on again. */
  readonly tied: readonly string[];
  /** Seats nobody has yet, those of the tied among them. */
  readonly open: number;
  /** Votes one needs: more than half of those present (VOTE-04). */
  readonly needed: number;
  /** Voters who must be there (VOTE-03). */
  readonly quorum: number;
  /** False without quorum: the count stays on record and nobody is elected. */
  readonly valid: boolean;
  readonly findings: readonly Finding[];
};

/** The fewest voters that make an election valid: four fifths of those who ought to be there (VOTE-03). */
export function electionQuorum(expected: number): number {
  return Math.ceil((expected * 4) / 5);
}

/** How many of `seats` a ballot may name: no more than there are (VOTE-05). */
export function isBallotValid(chosen: number, seats: number): boolean {
  return chosen <= seats;
}

/**
 * Who is elected (VOTE-03, VOTE-04, VOTE-05): whoever has more than half of those present, the most votes first, as many
 * as there are seats; those who are equal at the last seat are voted on again. Somebody elected by less than half of
 * those who ought to be there is pointed out to be confirmed by a person. Without quorum nobody is. Refuses a count that can't
 * be, and one with more ballots back than were handed out.
 */
export function electionResult(count: Count): ElectionResult | Refusal {
  const refusal = countRefusal(count);
  if (refusal !== null) return refusal;
  const { present, expected, seats } = count;
  const needed = Math.floor(present / 2) + 1;
  const quorum = electionQuorum(expected);
  const valid = expected > 0 && present >= quorum;
  const enough = count.votes.filter(({ votes }) => valid && votes >= needed);
  const passed = enough.toSorted((a, b) => b.votes - a.votes);
  const { elected, tied } = seated(passed, seats);
  const narrow = passed.filter(({ candidate, votes }) => elected.includes(candidate) && votes * 2 <= expected);
  return {
    elected,
    tied,
    open: seats - elected.length,
    needed,
    quorum,
    valid,
    findings: narrow.map(({ candidate, votes }) =>
      finding("VOTE-04", "election.less_than_half_of_expected", { candidate, votes, expected }),
    ),
  };
}

function seated(passed: Count["votes"], seats: number): { elected: string[]; tied: string[] } {
  const last = passed[seats - 1]?.votes;
  const named = (chosen: Count["votes"]) => chosen.map(({ candidate }) => candidate);
  if (last === undefined || passed[seats]?.votes !== last) return { elected: named(passed.slice(0, seats)), tied: [] };
  return {
    elected: named(passed.filter(({ votes }) => votes > last)),
    tied: named(passed.filter(({ votes }) => votes === last)),
  };
}

function countRefusal(count: Count): Refusal | null {
  const { expected, present, issued, returned, seats } = count;
  const votes = count.votes.map((each) => each.votes);
  const whole = [expected, present, issued, returned, seats, ...votes].every(
    (figure) => Number.isSafeInteger(figure) && figure >= 0,
  );
  if (!whole || seats === 0) return refuseBy("VOTE-05", "election.count_not_whole");
  if (present > expected) return refuseBy("VOTE-03", "election.more_present_than_expected", { present, expected });
  if (issued > present) return refuseBy("VOTE-05", "election.more_issued_than_present", { issued, present });
  if (returned > issued) return refuseBy("VOTE-05", "election.more_returned_than_issued", { returned, issued });
  const most = Math.max(0, ...votes);
  if (most > returned) return refuseBy("VOTE-05", "election.more_votes_than_ballots", { votes: most, returned });
  const given = votes.reduce((total, each) => total + each, 0);
  const could = returned * seats;
  return given > could ? refuseBy("VOTE-05", "election.more_votes_than_seats", { votes: given, could }) : null;
}
