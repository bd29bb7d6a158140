import { columnsOf, type LedgerField } from "@dutyloop/domain/fulfilment/ledger/ledger-things.ts";
import type { TemplateBody } from "@dutyloop/domain/standards/things.ts";
import type { ColumnKind } from "../../../platform/spreadsheets/table.ts";
import type { ImportColumn, ImportSheet } from "../sheets/columns.ts";

const name = "三会一课";

/** The sheet of a ledger: its columns are those that the live templates ask for, its types are their names. */
export function ledgerSheet(templates: readonly TemplateBody[]): ImportSheet<LedgerField> {
  const types = choice(new Map(templates.map((template) => [template.name.zh, template.code])));
  const asked = columnsOf(templates);
  const columns = [
    column("organization", "组织代码", true, code, "DZB-001（党小组会填党小组的代码）"),
    column("name", "组织名称", false, text(100), "第一党支部（只用来核对）"),
    column("type", "类型", true, types, templates[0]?.name.zh ?? ""),
    column("alsoType", "兼作类型", false, types, "同一次活动也算作的另一种类型"),
    column("title", "主题", true, text(500), "学习贯彻上级会议精神"),
    column("date", "日期", true, { of: "date" }, "2026-01-15"),
    column("start", "开始时间", false, { of: "time" }, "14:30"),
    column("end", "结束时间", false, { of: "time" }, "16:00"),
    column("place", "地点", false, text(200), "三楼会议室"),
    column("host", "主持人", false, text(100), "R00001 或姓名"),
    column("recorder", "记录人", false, text(100), "R00002 或姓名"),
    column("lecturer", "讲课人", false, text(100), "张三"),
    column("expected", "应到人数", false, { of: "number" }, "12"),
    column("present", "实到人数", false, { of: "number" }, "10（没有列出到会人员时必填）"),
    column("attended", "到会人员", false, text(longText), "R00001、R00002（编号或姓名；可只填实到人数）"),
    column("leave", "请假人员及事由", false, text(longText), "R00003：出差；张三：生病"),
    column("absent", "缺席人员及事由", false, text(longText), "R00004：无故"),
    column("guests", "列席人员", false, text(longText), "李四、王五"),
    column("topics", "议题", false, text(longText), topicsOf(templates)),
    column("minutes", "会议内容", false, text(longText), "会议记录或小结"),
    column("resolutions", "决议及表决", false, text(longText), "同意转正（赞成9，反对0，弃权1）；一条一行"),
    column("lateReason", "逾期补录原因", false, text(500), "计入已结束填报的月份时必填"),
  ];
  return { name, columns: columns.filter(({ key }) => asked.has(key)) };
}

const longText = 20_000;
const code: ColumnKind = { of: "code" };
const text = (most: number): ColumnKind => ({ of: "text", most });
const choice = (choices: ReadonlyMap<string, string>): ColumnKind => ({ of: "choice", choices });

function topicsOf(templates: readonly TemplateBody[]): string {
  return templates
    .filter(({ topics }) => topics.length > 0)
    .map(({ name: { zh }, topics }) => `${zh}：${topics.map((topic) => topic.name.zh).join("、")}`)
    .join("；");
}

function column(
  key: LedgerField,
  heading: string,
  required: boolean,
  kind: ColumnKind,
  example: string,
): ImportColumn<LedgerField> {
  return { key, heading, required, needed: required, kind, example };
}
