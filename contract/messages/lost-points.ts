/** Full marks less points, exact to the places of the points ("40" − "36.00" = "4.00"). */
export function lostPoints(fullMarks: string, points: string | null): string {
  const places = Math.max(decimals(fullMarks), decimals(points ?? ""));
  const lost = (scaled(fullMarks, places) - scaled(points ?? "0", places)).toString();
  if (places === 0) return lost;
  const sign = lost.startsWith("-") ? "-" : "";
  const digits = lost.replace("-", "").padStart(places + 1, "0");
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function decimals(text: string): number {
  return text.split(".")[1]?.length ?? 0;
}

function scaled(text: string, places: number): bigint {
  const [whole, part = ""] = text.split(".");
  return BigInt(`${whole}${part.padEnd(places, "0")}`);
}
