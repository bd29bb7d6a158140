const months = { month: 1, quarter: 3, half_year: 6, year: 12 } as const;

/** First days of the period that holds a day and of the three after it. */
export function periodStarts(cadence: string, today: string): string[] {
  const length = months[cadence as keyof typeof months] ?? 1;
  const [year = 0, month = 1] = today.split("-").map(Number);
  const first = Math.floor((month - 1) / length) * length;
  return [0, 1, 2, 3].map((number) => {
    const index = year * 12 + first + number * length;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01`;
  });
}
