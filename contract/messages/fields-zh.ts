/** What a field has to look like that didn't, in Chinese. */
export const fieldsZh = {
  "request.field.code_form": "只能用字母、数字、短横和下划线，以字母或数字开头，不超过 40 个字符，例如 main 或 ZB-01。",
  "request.field.small_code_form": "只能用小写字母、数字和下划线，以字母开头，不超过 64 个字符，例如 theme_day。",
  "request.field.date_form": "请写成年-月-日，例如 2026-03-08。",
  "request.field.month_form": "请写成年-月，例如 2026-03。",
  "request.field.period_form": "请写成 2026-03、2026-Q1、2026-H1 或 2026。",
  "request.field.time_form": "请写成时:分，例如 09:30。",
  "request.field.number_form": "请只写数字，例如 12 或 12.5。",
  "request.field.phone_form": "请写电话号码：5 至 19 位数字，可以用短横分开，例如 010-12345678。",
} as const;
