/** 列表：保存的视图、导出。 */
export const listsZh = {
  "view.too_many": "一个列表最多保存 {most} 个视图。请先删除不用的。",
  "view.name_taken": "已有名为“{name}”的视图。请换一个名称，或打开那个视图后更新它。",
  "view.column_unknown": "没有名为“{column}”的列。请刷新页面，重新选择要显示的列。",
  "export.too_many_rows": "超过 {most} 行，不能导出。请缩小范围（换下级组织、选月份或加条件）后再导出。",
  "export.nothing": "没有可以导出的行。请换一个条件或组织；受限单位不在导出之列。",
  "export.sensitive": "这个列表含敏感个人信息（D4），不能导出，只在系统内查看。",
} as const;
