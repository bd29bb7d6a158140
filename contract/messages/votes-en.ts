/** Refusals of tallies in English. */
export const votesEn = {
  "vote.more_ballots_than_voters": "{ballots} votes in all, but only {voters} voters were present. Check the tally.",
  "vote.more_written_than_absent":
    "{written} opinions in writing, but only {absent} voters were away. Check the figures.",
  "vote.count_not_whole": "Votes are whole numbers from zero on. Correct them.",
  "vote.more_present_than_expected": "{present} voters present of {expected} expected. Check the list.",
  "election.candidate_twice": "The candidate “{candidate}” is listed twice. Remove one.",
  "election.candidate_not_here":
    "A candidate isn't on the roster of that day. Choose somebody from it, or give the name only.",
  "voter.approval_missing":
    "Nobody is left out of the voters without the superior's agreement. Enter who agreed and when.",
  "voter.resolution_missing": "Nobody is left out of the voters without the meeting's resolution. Enter its day.",
  "voter.before_decision": "It begins no earlier than the agreement and the resolution ({on}).",
  "voter.entered_already": "Something is entered for these days already. End that first.",
  "voter.ended": "This ended on {to}.",
  "voter.end_before_start": "The end is before the start, {from}. Please change it.",
} as const;
