import { rankOf } from "@dutyloop/domain/organization/search-policy.ts";

export const groupNames = ["act", "page", "organization", "person", "template", "duty", "record", "word"] as const;
export type GroupName = (typeof groupNames)[number];

/** One line of the palette: what it is called, what tells it apart, and where it leads. */
export type Entry = {
  readonly group: GroupName;
  readonly key: string;
  readonly title: string;
  readonly note: string;
  readonly href: string;
  /** 0 it is called so, 1 it begins so, 2 it holds the words. */
  readonly rank: number;
};
export type Group = { readonly name: GroupName; readonly entries: readonly Entry[] };

/** Something that the browser knows by itself, by its names and what they are spelled like. */
export type Known = Omit<Entry, "rank"> & { readonly names: readonly string[] };

const mostOfGroup = 6;

export function knownThatFit(known: readonly Known[], terms: readonly string[]): Entry[] {
  return known.flatMap(({ names, ...entry }) => {
    const words = names.map((name) => `\n${name.toLowerCase()}`).join("");
    const rank = rankOf(words, terms);
    return rank === null ? [] : [{ ...entry, rank }];
  });
}

/** Group by group, the group with what fits best first; the order of the kinds decides between equals. */
export function inGroups(entries: readonly Entry[]): Group[] {
  const groups = groupNames.flatMap((name): Group[] => {
    const own = entries.filter(({ group }) => group === name).toSorted((a, b) => a.rank - b.rank);
    return own.length === 0 ? [] : [{ name, entries: own.slice(0, mostOfGroup) }];
  });
  return groups.toSorted((a, b) => (a.entries[0]?.rank ?? 2) - (b.entries[0]?.rank ?? 2));
}
