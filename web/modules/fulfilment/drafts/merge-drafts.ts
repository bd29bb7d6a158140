import type { Draft, Mark } from "../draft.ts";

/** A part of a draft that was written differently in two places since both had the same. */
export type Difference = { readonly field: string; readonly mine: unknown; readonly theirs: unknown };
export type Merged = { readonly draft: Draft; readonly differences: readonly Difference[] };

export const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
/** These belong to the draft itself, not to what was written. */
const own = new Set(["key", "draftId", "marks", "photos"]);
const markField = (personId: string) => `marks.${personId}`;

/**
 * Brings together what was written here and elsewhere since both had `base`: what only one changed is taken from there.
 * Where both differ, what was written here stands in the result and the difference is told, so that somebody decides.
 */
export function mergeDrafts(base: Draft | null, mine: Draft, theirs: Draft): Merged {
  const differences: Difference[] = [];
  const choose = (field: string, before: unknown, here: unknown, there: unknown): unknown => {
    if (same(here, there) || (base !== null && same(there, before))) return here;
    if (base !== null && same(here, before)) return there;
    differences.push({ field, mine: here, theirs: there });
    return here;
  };
  const fields = new Set([...Object.keys(mine), ...Object.keys(theirs)].filter((field) => !own.has(field)));
  const before = (base ?? {}) as Record<string, unknown>;
  const here = mine as Record<string, unknown>;
  const there = theirs as Record<string, unknown>;
  const merged: Record<string, unknown> = { ...mine };
  for (const field of fields) merged[field] = choose(field, before[field], here[field], there[field]);
  const marks: Record<string, Mark> = {};
  for (const personId of new Set([...Object.keys(mine.marks), ...Object.keys(theirs.marks)])) {
    const mark = choose(markField(personId), base?.marks[personId], mine.marks[personId], theirs.marks[personId]);
    if (mark) marks[personId] = mark as Mark;
  }
  const dropped = new Set(
    (base?.photos ?? [])
      .map(({ id }) => id)
      .filter((id) => ![mine, theirs].every(({ photos }) => photos.some((photo) => photo.id === id))),
  );
  const photos = new Map([...theirs.photos, ...mine.photos].map((photo) => [photo.id, photo]));
  return {
    draft: { ...(merged as Draft), marks, photos: [...photos.values()].filter(({ id }) => !dropped.has(id)) },
    differences,
  };
}

/** The draft with what was decided about one difference. */
export function decided(draft: Draft, field: string, value: unknown): Draft {
  if (!field.startsWith("marks.")) return { ...draft, [field]: value };
  const marks = { ...draft.marks };
  const personId = field.slice("marks.".length);
  if (value) marks[personId] = value as Mark;
  else delete marks[personId];
  return { ...draft, marks };
}

/** Both texts, one below the other; where one holds the other, it alone. */
export function bothTexts(mine: string, theirs: string): string {
  if (mine.includes(theirs)) return mine;
  return theirs.includes(mine) ? theirs : `${mine}\n\n${theirs}`;
}
