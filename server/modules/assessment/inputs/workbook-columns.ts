/** The columns of a delivery, as the template heads them. */
export const figureColumns = {
  code: "组织编码",
  name: "组织名称",
  metric: "指标",
  occurredOn: "日期",
  quantity: "数值",
  base: "基数",
  severity: "严重程度",
  note: "备注",
} as const;
export type FigureColumn = keyof typeof figureColumns;
/** 零报告 names its organisation on this sheet and nowhere else. */
export const receiptColumns = { code: "组织编码", name: "组织名称" } as const;

export const sheetNames = { figures: "数据", receipts: "回执", metrics: "指标", organizations: "组织" } as const;

/** What the severities of findings are called in Chinese. */
export const severityWords: ReadonlyMap<string, string> = new Map([
  ["一般", "general"],
  ["严重", "serious"],
  ["较重", "serious"],
  ["死亡", "fatal"],
]);
