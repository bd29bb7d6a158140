/** The month so many months before this one, as the product's calendar sees today: "2026-08". */
export function monthBack(months: number): string {
  const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });
  const [year = 0, month = 1] = today.split("-").map(Number);
  const index = year * 12 + month - 1 - months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}

/** The day so many days before today: "2026-08-31". The month of yesterday is still open in the demo. */
export function dayBack(days: number): string {
  const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });
  return new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
}

/** "2026-08" → 2026年8月, as the pages write it. */
export function wordMonth(month: string): string {
  const [year, number] = month.split("-");
  return `${year}年${Number(number)}月`;
}

/** The demo's month in 公示: the last whole one, until the ninth of a month the one before. */
export function publicityMonth(): string {
  const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });
  return monthBack(Number(today.slice(8)) < 9 ? 2 : 1);
}

/** The demo's month that is closed and whose boards wait for the leader: the one before that in 公示. */
export function waitingMonth(): string {
  return publicityMonth() === monthBack(1) ? monthBack(2) : monthBack(3);
}

/** The quarter that holds a month: its first day, and its name as the pages write it. */
export function quarterHolding(month: string): { firstDay: string; words: string } {
  const [year = "", number = "1"] = month.split("-");
  const quarter = Math.ceil(Number(number) / 3);
  return {
    firstDay: `${year}-${String(quarter * 3 - 2).padStart(2, "0")}-01`,
    words: `${year}年第${quarter}季度`,
  };
}
