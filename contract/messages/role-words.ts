import type { Role } from "@dutyloop/domain/identity/things.ts";
import type { Language } from "./score-names.ts";

/** What roles are called on pages and in workbooks. */
export const roleWords: Record<Language, Record<Role, string>> = {
  zh: {
    party_committee_leader: "党委领导",
    party_affairs_officer: "党建部专责",
    general_branch_secretary: "党总支书记",
    branch_secretary: "党支部书记",
    branch_committee_member: "支部委员",
    group_leader: "党小组长",
    organizer: "组织员",
    discipline_officer: "纪检干部",
    supervisor: "督导员",
    data_officer: "业务数据员",
    party_member: "党员",
    employee: "职工",
    system_administrator: "系统管理员",
    security_administrator: "安全管理员",
    audit_administrator: "审计管理员",
  },
  en: {
    party_committee_leader: "Committee leader",
    party_affairs_officer: "Party affairs officer",
    general_branch_secretary: "General branch secretary",
    branch_secretary: "Branch secretary",
    branch_committee_member: "Branch committee member",
    group_leader: "Group leader",
    organizer: "Organiser",
    discipline_officer: "Discipline officer",
    supervisor: "Supervisor",
    data_officer: "Data officer",
    party_member: "Party member",
    employee: "Employee",
    system_administrator: "System administrator",
    security_administrator: "Security administrator",
    audit_administrator: "Audit administrator",
  },
};
