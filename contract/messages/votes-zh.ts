/** Refusals of tallies in Chinese. */
export const votesZh = {
  "vote.more_ballots_than_voters": "赞成、反对、弃权共 {ballots} 票，多于到会有表决权的 {voters} 人。请核对票数。",
  "vote.more_written_than_absent": "会前正式书面意见 {written} 份，多于未到会的有表决权党员 {absent} 人。请核对。",
  "vote.count_not_whole": "票数须为不小于零的整数，请修改。",
  "vote.more_present_than_expected": "到会有表决权人数 {present} 多于应到 {expected}，请核对名单。",
} as const;
