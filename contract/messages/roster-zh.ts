/** What can be wrong in a roster, cell by cell. */
export const rosterZh = {
  "import.sheet_unknown": "不认识工作表“{sheet}”。请只用下载的名册中的工作表。",
  "import.begins_like_formula": "文字以 = + - @ 开头，会被当作公式。请去掉开头的符号。",
  "import.twice": "这一项在表中出现了两次，请只留一行。",
  "import.two_parents": "这个组织在表中有两个上级，只能有一个。请更正。",
  "import.organization_unknown": "没有代码为“{code}”的组织，或者不在您的权限范围内。请核对。",
  "import.stays": "名册不能改这一项。请留空，用相应的手续办理（调整、转接、状态变更）。",
  "import.below_itself": "这个组织隶属于自己或自己的下级。请更正上级组织代码。",
  "import.outlives_parent": "上级组织已于 {parentTo} 终止，下级不能晚于它。请填写终止日期或另选上级。",
  "import.before_organization": "日期早于组织的设立日期 {from}，请修改。",
  "import.after_organization": "组织已于 {to} 终止，请修改日期或另选组织。",
  "import.person_in_two_branches": "一个人只能编入一个党支部。请更正，已在册的须办理转接。",
  "import.person_unknown": "没有编号为“{number}”的人员，或者不在您的权限范围内。请核对，或先填入“人员”表。",
  "import.differs_from_identity": "与身份证号不符，请核对。",
  "import.standing_before_joining": "转正日期早于入党日期 {joinedOn}，请核对。",
} as const;
