/** Why a re-organisation can't be planned, applied or taken back, in Chinese; refusals of single acts stand with the rules of organisations. */
export const reorganizationZh = {
  "reorganization.too_large":
    "这个范围有 {organizations} 个组织、{members} 名党员，一次最多处理 {mostOrganizations} 个组织、{mostMembers} 名党员。请选择下级组织分次调整。",
  "reorganization.changes_later":
    "范围内有组织从 {on} 起另有变动，不能先于它调整。请改在这一天之后，或先撤回那次变动。",
  "reorganization.last_administrator":
    "第 {act} 项：集团最后一名系统、安全或审计管理员的权限设在要撤销的组织。请先另行指定管理员。",
  "reorganization.letter_on_its_way": "有党员的组织关系正在转接，所在党支部不能在此时变动。请先办结或退回转接。",
  "reorganization.unit_unknown": "第 {act} 项：找不到这个单位，或者它不归这个范围内的组织覆盖。请另选单位。",
  "reorganization.unit_twice": "第 {act} 项：这个单位已由前面新设的组织覆盖，一个单位只归一个组织。请删去一处。",
  "reorganization.preview_outdated": "预览之后情况有了变化，影响与您看到的不同，没有任何改动。请重新预览后再执行。",
  "reorganization.undone_before": "这次调整已在 {on} 撤回，不用再撤回。",
  "reorganization.since.organizations":
    "调整之后，有关组织又有变动或被使用，不能整体撤回。请先撤回后来的变动，或另做一次调整。",
  "reorganization.since.members": "调整之后，有党员的组织关系或任职又有变动，不能整体撤回。请另做一次调整。",
  "reorganization.since.duties": "调整之后，新组织的责任事项已经办理或到期，不能整体撤回。请另做一次调整。",
  "reorganization.since.rights": "调整之后，有账号的权限又有变动，不能整体撤回。请先改回权限，或另做一次调整。",
  "reorganization.since.other": "调整之后，新组织已有纪实、材料或其他记录，不能整体撤回。请另做一次调整。",
} as const;
