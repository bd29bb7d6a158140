import type { Page } from "./pages.ts";

export type Found = {
  readonly address: string;
  readonly page: string;
  readonly part: string;
  /** The words around the first hit, in pieces: every second one is a hit. */
  readonly excerpt: readonly string[];
};

const mostFound = 30;
const around = 60;

/** Parts of the guide that hold every word of the query; those that say it in a heading come first. */
export function searchPages(pages: Iterable<Page>, query: string): Found[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
  if (words.length === 0) return [];
  const found: { rank: number; found: Found }[] = [];
  for (const { address, title, parts } of pages) {
    for (const part of parts) {
      const heading = `${title} ${part.title}`.toLowerCase();
      const text = part.text.toLowerCase();
      if (!words.every((word) => heading.includes(word) || text.includes(word))) continue;
      const inHeading = words.filter((word) => part.title.toLowerCase().includes(word)).length;
      found.push({
        rank: inHeading,
        found: {
          address: part.anchor === "" ? address : `${address}#${part.anchor}`,
          page: title,
          part: part.title,
          excerpt: excerptOf(part.text, words),
        },
      });
    }
  }
  return found
    .sort((one, other) => other.rank - one.rank)
    .slice(0, mostFound)
    .map(({ found: each }) => each);
}

function excerptOf(text: string, words: readonly string[]): string[] {
  const lower = text.toLowerCase();
  const first = Math.min(...words.map((word) => lower.indexOf(word)).filter((at) => at >= 0));
  const from = Number.isFinite(first) ? Math.max(0, first - around) : 0;
  const to = Math.min(text.length, from + 3 * around);
  const pattern = new RegExp(
    `(${words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`,
    "gi",
  );
  const shown = `${from > 0 ? "…" : ""}${text.slice(from, to)}${to < text.length ? "…" : ""}`;
  return shown.split(pattern);
}
