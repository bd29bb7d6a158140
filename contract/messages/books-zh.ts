/** Refusals of handbooks and papers for inspections, in Chinese. */
export const booksZh = {
  "book.year_in_future": "所选时间在今天（{today}）之后，还没有可以成册的纪实。请改选时间。",
  "book.days_reversed": "结束日期 {to} 早于开始日期 {from}。请修改。",
  "book.span_too_long": "一次最多成册 {most} 天。请缩短时间范围，分次生成。",
  "book.restricted": "这是受限单位，其纪实不成册、不导出（PRV-22）。请在本单位按规定查阅。",
} as const;
