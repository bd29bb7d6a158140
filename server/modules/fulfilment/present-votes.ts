import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { type ElectionOutcome, quorumArithmetic, votesArithmetic } from "@dutyloop/domain/fulfilment/election-rules.ts";
import type { VotingRule } from "@dutyloop/domain/standards/things.ts";
import { arithmeticOf } from "@dutyloop/domain/standards/voting-rules.ts";
import { type RawBuilder, sql } from "kysely";

type Vote = Answer<"getRecord">["resolutions"][number];
type Election = Answer<"getRecord">["elections"][number];
export type StoredVote = Omit<Vote, "arithmetic">;
export type StoredElection = Omit<Election, "arithmetic" | "candidates"> & {
  readonly candidates: readonly {
    readonly personId: string | null;
    readonly name: string;
    readonly votes: number;
    readonly outcome: ElectionOutcome;
  }[];
};

/** A vote with how it was counted. */
export function presentVote(vote: StoredVote): Vote {
  const { votersExpected: expected, votersPresent: present, personnel } = vote;
  const counted = { expected, present, for: vote.for, personnel };
  return { ...vote, arithmetic: arithmeticOf(vote.rule as VotingRule, counted) };
}

/** An election with how it was counted; without names for who sees counts only. */
export function presentElection({ candidates, ...election }: StoredElection, named: boolean): Election {
  const voters = { expected: election.votersExpected, present: election.votersPresent };
  return {
    ...election,
    arithmetic: { quorum: quorumArithmetic(voters) },
    candidates: candidates.map(({ personId, name, votes, outcome }) => ({
      personId: named ? personId : null,
      name: named ? name : null,
      votes,
      outcome,
      ...votesArithmetic({ votes, outcome }, voters),
    })),
  };
}

/** The votes of the current version of a record `r`, null where it has none. */
export function votesOf(tenantId: number): RawBuilder<StoredVote[] | null> {
  return sql`(SELECT json_agg(json_build_object('title', t.title, 'for', t.votes_for, 'against', t.votes_against, 'abstain', t.votes_abstain,
    'rule', t.rule, 'votersExpected', t.voters_expected, 'votersPresent', t.voters_present, 'quorumNeeded', t.quorum_needed,
    'passNeeded', t.pass_needed, 'valid', t.valid, 'passed', t.passed, 'written', t.written, 'personnel', t.personnel,
    'secretaryLast', t.secretary_last) ORDER BY t.position)
    FROM vote_tally t WHERE t.tenant_id = ${tenantId} AND t.record_id = r.id AND t.version = r.version)`;
}

/** Its elections, null where it has none. */
export function electionsOf(tenantId: number): RawBuilder<StoredElection[] | null> {
  return sql`(SELECT json_agg(json_build_object('title', e.title, 'seats', e.seats, 'issued', e.issued, 'returned', e.returned,
    'votersExpected', e.voters_expected, 'votersPresent', e.voters_present, 'quorumNeeded', e.quorum_needed, 'needed', e.needed,
    'valid', e.valid, 'open', e.open, 'candidates', e.candidates) ORDER BY e.position)
    FROM election_tally e WHERE e.tenant_id = ${tenantId} AND e.record_id = r.id AND e.version = r.version)`;
}
