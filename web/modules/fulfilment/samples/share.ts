/** A share that somebody typed in per cent, as the server takes it ("10" is "0.1"); null where it is none. */
export function shareOf(percent: string): string | null {
  const typed = percent.trim();
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(typed)) return null;
  const [whole = "", part = ""] = typed.split(".");
  const digits = `${whole.padStart(3, "0")}${part.padEnd(2, "0")}`;
  const share = `${Number(digits.slice(0, -4))}.${digits.slice(-4)}`.replace(/\.?0+$/, "");
  return Number(share) > 0 && Number(share) <= 1 ? share : null;
}

/** The same back: "0.1" or "0.1000" is "10". */
export function percentOf(share: string): string {
  const [whole = "0", part = ""] = share.split(".");
  const digits = `${whole}${part.padEnd(4, "0").slice(0, 4)}`;
  return `${Number(digits.slice(0, -2))}.${digits.slice(-2)}`.replace(/\.?0+$/, "");
}
