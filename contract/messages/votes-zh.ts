/** Refusals of tallies in Chinese. */
export const votesZh = {
  "vote.more_ballots_than_voters": "赞成、反对、弃权共 {ballots} 票，多于到会有表决权的 {voters} 人。请核对票数。",
  "vote.more_written_than_absent": "会前正式书面意见 {written} 份，多于未到会的有表决权党员 {absent} 人。请核对。",
  "vote.count_not_whole": "票数须为不小于零的整数，请修改。",
  "vote.more_present_than_expected": "到会有表决权人数 {present} 多于应到 {expected}，请核对名单。",
  "election.candidate_twice": "候选人“{candidate}”列了两次，请删去一个。",
  "election.candidate_not_here": "有候选人不在当日名册中。请从名册选择，或只填写姓名。",
  "voter.approval_missing": "不计入应到会人数须经上级党组织同意，请填写同意的组织和日期。",
  "voter.resolution_missing": "不计入应到会人数须经党员大会通过，请填写通过的日期。",
  "voter.before_decision": "开始日期不能早于上级同意和大会通过的日期（{on}）。",
  "voter.entered_already": "这段时间已有登记，请先结束原来的登记。",
  "voter.ended": "这项登记已于 {to} 结束。",
  "voter.end_before_start": "结束日期早于开始日期 {from}，请修改。",
} as const;
