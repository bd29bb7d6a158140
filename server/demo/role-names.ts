import type { Role } from "@dutyloop/domain/identity/things.ts";
import type { BilingualText } from "@dutyloop/domain/standards/things.ts";

/** The roles of the demo's accounts, as the list of sign-ins shows them. */
export const roleNames: Record<Role, BilingualText> = {
  party_committee_leader: { zh: "党委领导", en: "Committee leader" },
  party_affairs_officer: { zh: "党建部专责", en: "Party affairs officer" },
  general_branch_secretary: { zh: "党总支书记", en: "General branch secretary" },
  branch_secretary: { zh: "党支部书记", en: "Branch secretary" },
  branch_committee_member: { zh: "支部委员", en: "Branch committee member" },
  group_leader: { zh: "党小组长", en: "Group leader" },
  organizer: { zh: "组织员", en: "Organiser" },
  discipline_officer: { zh: "纪检干部", en: "Discipline officer" },
  supervisor: { zh: "督导员", en: "Supervisor" },
  data_officer: { zh: "业务数据员", en: "Data officer" },
  party_member: { zh: "党员", en: "Party member" },
  employee: { zh: "职工", en: "Employee" },
  system_administrator: { zh: "系统管理员", en: "System administrator" },
  security_administrator: { zh: "安全管理员", en: "Security administrator" },
  audit_administrator: { zh: "审计管理员", en: "Audit administrator" },
};
