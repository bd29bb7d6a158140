/** Refusals of entering and withdrawing steps of 发展党员, in Chinese. */
export const developmentZh = {
  "development.papers_missing": "第 {step} 步的材料还不齐。请核对后逐项勾选。",
  "development.exemption_impossible": "第 {step} 步不能豁免，必须办理。",
  "development.step_settled": "第 {by} 步已经办结，第 {step} 步不能重新办理。登记有误请先撤回后面的步骤。",
  "development.later_step_taken": "第 {later} 步已在此之后办理。请先撤回第 {later} 步。",
  "development.state_unfit": "此人现在的党籍状态不能办理第 {step} 步。请先核对党籍状态。",
  "development.state_changed_since": "此后党籍状态又有变动，不能撤回这一步。请先处理后来的变动。",
  "development.entry_unknown": "没有这项登记，或者已经撤回。请刷新后再看。",
  "development.application_stays": "入党申请不能撤回：名册中的申请人由它而来。请办理人员的状态变更。",
  "development.supporter_unknown": "所选的培养联系人或入党介绍人当日不在您可以查看的组织中。请另选人员。",
  "development.approval_of_superior": "这一步须由有审批权限的上级党组织办理。请报上级登记。",
  "development.already_in": "此人已有组织关系，不需要重新登记申请。",
  "development.branch_ended": "这个党支部已于 {to} 终止。请选择现有的党支部。",
  "development.not_named": "确定为入党积极分子以后才登记半年考察。",
  "development.assessed_that_day": "{on} 的考察已经登记。",
  "development.no_probation": "此人不在预备期内，不能延长预备期。",
} as const;
