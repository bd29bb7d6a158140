/** "+4.00", "−2.00": a difference always shows which way it goes. */
export function signed(points: string): string {
  return points.startsWith("-") ? points.replace("-", "−") : `+${points.replace(/^\+/, "")}`;
}
