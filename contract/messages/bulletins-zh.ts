/** 通报。 */
export const bulletinsZh = {
  "bulletin.month_ahead": "{month} 还没有开始，没有可通报的数据。请改选本月或以前的月份。",
  "bulletin.control_characters": "文字中有不可见的控制字符，请清除格式后重新粘贴。",
  "bulletin.saved_by_other": "别人刚刚保存过这个月的通报文字。请刷新页面，看过之后再改。",
} as const;
