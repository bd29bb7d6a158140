import { readIdentityNumber } from "@dutyloop/domain/organization/identity-number.ts";
import type { AppointmentField } from "@dutyloop/domain/organization/roster/check-appointments.ts";
import type { CoverageField } from "@dutyloop/domain/organization/roster/check-coverage.ts";
import type { OrganizationField } from "@dutyloop/domain/organization/roster/check-organizations.ts";
import type { PersonField } from "@dutyloop/domain/organization/roster/check-people.ts";
import type { UnitField } from "@dutyloop/domain/organization/roster/check-units.ts";
import type { ColumnKind } from "../../../platform/spreadsheets/table.ts";
import type { ImportColumn, ImportSheet } from "../sheets/columns.ts";
import {
  kindChoices,
  postChoices,
  restrictionChoices,
  sexChoices,
  stateChoices,
  unitKindChoices,
  yesOrNo,
} from "./roster-words.ts";

/** `key`: in every row; `new`: in the row of what is new, while a blank leaves as it is what stands. */
type Need = "key" | "new" | "free";

const code: ColumnKind = { of: "code" };
const date: ColumnKind = { of: "date" };
const text = (most: number): ColumnKind => ({ of: "text", most });
const choice = (choices: ReadonlyMap<string, string>): ColumnKind => ({ of: "choice", choices });
const identity: ColumnKind = { of: "identity", isIdentityNumber: (given) => readIdentityNumber(given) !== null };

export const organizationSheet: ImportSheet<OrganizationField> = {
  name: "组织",
  columns: [
    column("code", "组织代码", "key", code, "DZB-001"),
    column("name", "组织名称", "new", text(100), "第一党支部"),
    column("kind", "组织类型", "new", choice(kindChoices), "党支部"),
    column("parent", "上级组织代码", "new", code, "DZZ-01"),
    column("class", "考核类别", "free", text(40), "生产类"),
    column("validFrom", "设立日期", "new", date, "2026-01-01"),
    column("validTo", "终止日期", "free", date, "2026-12-31"),
    column("boundTo", "依托项目或任务", "free", text(200), "某工程项目"),
    column("boundUntil", "预计结束日期", "free", date, "2026-12-31"),
    column("approval", "批准文号", "free", text(200), "〔2026〕1号"),
  ],
};
export const unitSheet: ImportSheet<UnitField> = {
  name: "单位",
  columns: [
    column("code", "单位代码", "key", code, "DW-001"),
    column("name", "单位名称", "new", text(100), "第一项目部"),
    column("kind", "单位类型", "new", choice(unitKindChoices), "项目部"),
    column("parent", "上级单位代码", "free", code, "DW-000"),
    column("region", "所在地区", "free", text(60), "华东"),
    column("restriction", "受限", "free", choice(restrictionChoices), "境外"),
    column("validFrom", "成立日期", "new", date, "2026-01-01"),
    column("validTo", "撤销日期", "free", date, "2026-12-31"),
  ],
};
export const coverageSheet: ImportSheet<CoverageField> = {
  name: "覆盖",
  columns: [
    column("unit", "单位代码", "key", code, "DW-001"),
    column("organization", "组织代码", "key", code, "DZB-001"),
    column("validFrom", "覆盖日期", "key", date, "2026-01-01"),
    column("validTo", "截止日期", "free", date, "2026-12-31"),
  ],
};
export const personSheet: ImportSheet<PersonField> = {
  name: "人员",
  columns: [
    column("number", "人员编号", "key", code, "R00001"),
    column("name", "姓名", "new", text(100), "张三"),
    column("sex", "性别", "free", choice(sexChoices), "男"),
    column("identity", "身份证号", "free", identity, "11010519491231002X"),
    column("phone", "手机", "free", { of: "telephone" }, "13800000000"),
    column("bornOn", "出生日期", "free", date, "1949-12-31"),
    column("state", "党员状态", "new", choice(stateChoices), "正式党员"),
    column("branch", "党支部代码", "new", code, "DZB-001"),
    column("group", "党小组代码", "free", code, "DXZ-001"),
    column("since", "编入日期", "new", date, "2026-01-01"),
    column("joinedOn", "入党日期", "free", date, "2010-07-01"),
    column("standingFrom", "转正日期", "free", date, "2011-07-01"),
    column("unit", "单位代码", "free", code, "DW-001"),
    column("position", "行政职务", "free", text(60), "经理"),
    column("leads", "单位负责人", "free", choice(yesOrNo), "否"),
  ],
};
export const appointmentSheet: ImportSheet<AppointmentField> = {
  name: "任职",
  columns: [
    column("number", "人员编号", "key", code, "R00001"),
    column("organization", "组织代码", "key", code, "DZB-001"),
    column("post", "职务", "key", choice(postChoices), "书记"),
    column("validFrom", "任职日期", "key", date, "2026-01-01"),
    column("validTo", "免职日期", "free", date, "2026-12-31"),
    column("fullTime", "专职", "free", choice(yesOrNo), "否"),
  ],
};
/** In the order in which they build on each other. */
export const rosterSheets = [organizationSheet, unitSheet, coverageSheet, personSheet, appointmentSheet] as const;
/** Columns whose cells are never shown back (D4). */
export const privateColumns: ReadonlySet<string> = new Set(["identity", "phone"]);

function column<Key extends string>(
  key: Key,
  heading: string,
  need: Need,
  kind: ColumnKind,
  example: string,
): ImportColumn<Key> {
  return { key, heading, required: need === "key", needed: need !== "free", kind, example };
}
