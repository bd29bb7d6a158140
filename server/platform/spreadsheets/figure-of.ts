/** A number with the format that shows it as it was written. */
export type Figure = { readonly value: number; readonly format: string };

/** "84.50" → 84.5 shown with two places, "75%" → 0.75 shown as 75 %; null for a text that is no figure. */
export function figureOf(text: string): Figure | null {
  const [, sign = "", whole = "", places = "", percent = ""] = /^(-?)(\d{1,12})(?:\.(\d{1,10}))?(%?)$/.exec(text) ?? [];
  if (whole === "" || whole.length + places.length > 15) return null;
  const value = Number(`${sign}${whole}.${places || "0"}${percent ? "e-2" : ""}`);
  return { value, format: `0${places && `.${"0".repeat(places.length)}`}${percent}` };
}
