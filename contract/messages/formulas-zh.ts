/** 公式：哪里不对，怎么改。 */
export const formulasZh = {
  "formula.unknown_name": "公式第 {at} 个字符：没有叫“{name}”的数。请改用下方列出的名称。",
  "formula.unknown_function": "公式第 {at} 个字符：没有函数“{name}”。可用 min、max、clamp、round。",
  "formula.takes_exactly": "公式第 {at} 个字符：“{name}”要 {least} 个数，写了 {given} 个。",
  "formula.takes_between": "公式第 {at} 个字符：“{name}”要 {least} 至 {most} 个数，写了 {given} 个。",
  "formula.places": "公式第 {at} 个字符：“round”的小数位数须直接写成 0 至 {most} 的整数。",
  "formula.yes_or_no": "公式第 {at} 个字符：结果是“是”或“否”，不是数。请用“条件 ? 数 : 数”写成数。",
  "formula.not_allowed": "公式第 {at} 个字符：只能写数、名称、加减乘除、比较和条件。",
  "formula.text": "公式第 {at} 个字符：{text} 是文字，公式只算数，请改为数或名称。",
  "formula.no_number": "公式第 {at} 个字符：{text} 不是公式里能写的数，请改写，如 12 或 0.5。",
  "formula.ends_early": "公式第 {at} 个字符：没有写完，请补全，并检查括号是否成对。",
  "formula.unexpected": "公式第 {at} 个字符：不该有“{text}”。请检查是否漏了运算符或逗号。",
  "formula.too_long": "公式太长或嵌套太深，至多 {most}。请拆成几个指标。",
  "formula.name_taken": "名称“{name}”不能用：它已经用过，或是公式本身的词。请换一个名称。",
  "formula.needs_number": "公式第 {at} 个字符：“{operator}”只用于数，这里有一个条件。请用“条件 ? 数 : 数”写成数。",
  "formula.needs_condition": "公式第 {at} 个字符：“{operator}”要一个条件，这里是数。请写成比较，如 value > 1。",
  "formula.unreadable": "公式第 {at} 个字符起读不懂，请改写（{words}）。",
} as const;
