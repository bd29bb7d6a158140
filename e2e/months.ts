/** The month so many months before this one, as the product's calendar sees today: "2026-08". */
export function monthBack(months: number): string {
  const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });
  const [year = 0, month = 1] = today.split("-").map(Number);
  const index = year * 12 + month - 1 - months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}

/** "2026-08" → 2026年8月, as the pages write it. */
export function wordMonth(month: string): string {
  const [year, number] = month.split("-");
  return `${year}年${Number(number)}月`;
}
