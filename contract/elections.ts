import { electionOutcomes } from "@dutyloop/domain/fulfilment/election-rules.ts";
import { z } from "zod";
import { count, id } from "./shapes.ts";

const figure = z.int().min(0).max(100_000);

/** An election as it was counted: tallies only, never who voted for whom (PRV-18). */
export const electionInput = z.strictObject({
  title: z.string().trim().min(1).max(300).describe("what was elected"),
  seats: z.int().min(1).max(100).describe("how many were to be elected"),
  issued: figure.describe("ballots handed out"),
  returned: figure.describe("ballots that came back"),
  candidates: z
    .array(
      z.strictObject({
        personId: id.nullable().describe("somebody of the host that leads; null for others, who are only named"),
        name: z.string().trim().min(1).max(100),
        votes: figure.describe("votes for him, on valid ballots"),
        confirmed: z
          .boolean()
          .optional()
          .describe("VOTE-04: elected by no more than half of those expected, and somebody has confirmed it"),
      }),
    )
    .min(1)
    .max(100),
});

/** An election with what follows from the count. */
export const election = z.object({
  title: z.string(),
  seats: count,
  issued: count,
  returned: count,
  votersExpected: count,
  votersPresent: count,
  quorumNeeded: count.describe("four fifths of those expected (VOTE-03)"),
  needed: count.describe("votes that one needs: more than half of those present (VOTE-04)"),
  valid: z.boolean().describe("false without quorum: nobody is elected"),
  open: count.describe("seats that nobody has: elected again, the tied first"),
  arithmetic: z.object({ quorum: z.string() }).describe("in figures that need no words: “8 × 5 = 40 ≥ 10 × 4 = 40”"),
  candidates: z.array(
    z.object({
      personId: id.nullable(),
      name: z.string().nullable().describe("null where the caller sees counts only"),
      votes: count,
      outcome: z.enum(electionOutcomes),
      arithmetic: z.string().describe("against those present: “6 × 2 = 12 > 8”"),
      ofExpected: z
        .string()
        .nullable()
        .describe("against those expected where it is no more than half of them, which somebody has to confirm"),
    }),
  ),
});

export const electionRefusals = [
  "election.more_issued_than_present",
  "election.more_returned_than_issued",
  "election.more_votes_than_ballots",
  "election.more_votes_than_seats",
  "election.candidate_twice",
  "election.candidate_not_here",
] as const;
