/** Refusals of tallies in English. */
export const votesEn = {
  "vote.more_ballots_than_voters": "{ballots} votes in all, but only {voters} voters were present. Check the tally.",
  "vote.more_written_than_absent":
    "{written} opinions in writing, but only {absent} voters were away. Check the figures.",
  "vote.count_not_whole": "Votes are whole numbers from zero on. Correct them.",
  "vote.more_present_than_expected": "{present} voters present of {expected} expected. Check the list.",
} as const;
