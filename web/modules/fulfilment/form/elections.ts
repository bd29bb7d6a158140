import type { Draft } from "../draft.ts";

export type Election = NonNullable<Draft["elections"]>[number];
export type Candidate = Election["candidates"][number];

/** An election as it begins: nothing counted; as many ballots as voters were there, until somebody says otherwise. */
export function emptyElection(key: string, present: number): Election {
  return { key, title: "", seats: 1, issued: present, returned: present, candidates: [] };
}

export function isListed(candidates: readonly Candidate[], personId: string): boolean {
  return candidates.some((one) => one.personId === personId);
}

/** The candidates with this one, or without him where he stands already. */
export function withCandidate(
  candidates: readonly Candidate[],
  { personId, name }: Pick<Candidate, "personId" | "name">,
): Candidate[] {
  const rest = candidates.filter((one) => (personId === null ? one.name !== name : one.personId !== personId));
  return rest.length < candidates.length ? rest : [...candidates, { personId, name, votes: 0 }];
}

/** A whole number from zero, whatever was typed. */
export function wholeNumber(typed: string): number {
  return Math.max(0, Math.trunc(Number(typed) || 0));
}

type Figure = "issued" | "returned" | "votes";
/** A figure that can't be: more than the one that bounds it. */
export type Excess = { readonly figure: Figure; readonly most: number };

/** What of a count can't be, each figure against the one before it: voters, ballots out, ballots back, votes (VOTE-05). */
export function excessOf(
  election: Election,
  present: number,
): { election: Excess | null; candidates: (Excess | null)[] } {
  const { issued, returned, candidates } = election;
  const first: Excess | null =
    issued > present
      ? { figure: "issued", most: present }
      : returned > issued
        ? { figure: "returned", most: issued }
        : null;
  return {
    election: first,
    candidates: candidates.map(({ votes }) => (votes > returned ? { figure: "votes", most: returned } : null)),
  };
}

type Tally = {
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
  readonly written?: number | undefined;
};

/** How many votes there are beyond those who could vote; 0 where all is well. */
export function ballotsTooMany(tally: Tally, present: number): number {
  return Math.max(0, tally.for + tally.against + tally.abstain - present - (tally.written ?? 0));
}
