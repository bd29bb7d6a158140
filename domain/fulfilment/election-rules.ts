import { isRefusal, type Refusal, refuse } from "../kernel/refusal.ts";
import { electionResult } from "../organization/terms/ballot-rules.ts";
import type { RosterEntry } from "../organization/things.ts";
import type { Election } from "../standards/things.ts";
import { comparison, type Share } from "../standards/voting-rules.ts";

/** 当选; 当选待确认, by no more than half of those expected (VOTE-04); 票数相等,再次投票; 未当选. */
export const electionOutcomes = ["elected", "to_confirm", "tied", "not_elected"] as const;
export type ElectionOutcome = (typeof electionOutcomes)[number];

/** How one candidate fared. */
export type Candidacy = Election["candidates"][number] & {
  readonly outcome: ElectionOutcome;
};

/** An election with what follows from its count. */
export type ElectionDecision = {
  readonly election: Election;
  readonly expected: number;
  readonly present: number;
  readonly quorumNeeded: number;
  readonly needed: number;
  readonly valid: boolean;
  readonly open: number;
  readonly candidates: readonly Candidacy[];
};

const fourFifths: Share = { n: 4, d: 5, strict: false };
const moreThanHalf: Share = { n: 1, d: 2, strict: true };

type Voters = { readonly expected: number; readonly present: number };

/**
 * Judges the elections of a meeting (VOTE-03, VOTE-04, VOTE-05). One without quorum is kept and elects nobody. Refuses a
 * count that can't be, a candidate who is listed twice, and one who is said to belong here and doesn't.
 */
export function decideElections(
  elections: readonly Election[],
  voters: Voters,
  roster: readonly RosterEntry[],
): ElectionDecision[] | Refusal {
  const here = new Set(roster.map(({ personId }) => personId));
  const decisions: ElectionDecision[] = [];
  for (const election of elections) {
    const refusal = candidatesRefusal(election, here);
    if (refusal !== null) return refusal;
    const decision = decideElection(election, voters);
    if (isRefusal(decision)) return { ...decision, field: "elections" };
    decisions.push(decision);
  }
  return decisions;
}

function candidatesRefusal({ candidates }: Election, here: ReadonlySet<string>): Refusal | null {
  const seen = new Set<string>();
  for (const { personId, name } of candidates) {
    if (personId !== null && !here.has(personId)) return refuse("election.candidate_not_here", {}, "elections");
    const who = personId ?? name.trim();
    if (seen.has(who)) return refuse("election.candidate_twice", { candidate: name }, "elections");
    seen.add(who);
  }
  return null;
}

function decideElection(election: Election, { expected, present }: Voters): ElectionDecision | Refusal {
  const { seats, issued, returned, candidates } = election;
  // Told apart by their place: two people may have the same name.
  const votes = candidates.map(({ votes: given }, place) => ({ candidate: String(place), votes: given }));
  const result = electionResult({ expected, present, issued, returned, seats, votes });
  if (isRefusal(result)) return result;
  const narrow = new Set(result.findings.map(({ values }) => values.candidate));
  return {
    election,
    expected,
    present,
    quorumNeeded: result.quorum,
    needed: result.needed,
    valid: result.valid,
    open: result.open,
    candidates: candidates.map((candidate, index) => {
      const place = String(index);
      const elected = result.elected.includes(place);
      const unsure = narrow.has(place) && candidate.confirmed !== true;
      return {
        ...candidate,
        outcome: elected ? (unsure ? "to_confirm" : "elected") : result.tied.includes(place) ? "tied" : "not_elected",
      };
    }),
  };
}

/** How the quorum of an election was counted (VOTE-03), in figures that need no words. */
export function quorumArithmetic({ expected, present }: Voters): string {
  return comparison(fourFifths, present, expected);
}

/**
 * How somebody's votes compare with half of those present, by which he is elected, and with half of those expected where
 * he is elected by no more than that (VOTE-04).
 */
export function votesArithmetic(
  { votes, outcome }: Pick<Candidacy, "votes" | "outcome">,
  { expected, present }: Voters,
): { readonly arithmetic: string; readonly ofExpected: string | null } {
  const elected = outcome === "elected" || outcome === "to_confirm";
  return {
    arithmetic: comparison(moreThanHalf, votes, present),
    ofExpected: elected && votes * 2 <= expected ? comparison(moreThanHalf, votes, expected) : null,
  };
}
