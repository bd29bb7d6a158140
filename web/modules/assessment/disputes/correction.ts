import type { Body } from "@dutyloop/contract/endpoints.ts";

type Correction = Body<"previewDispute">;
type Addition = Correction["additions"][number];

/** What of a fact can be said differently. */
export type Content = Pick<Addition, "occurredOn" | "countsOn" | "quantity" | "base" | "attributes">;
/** A fact of the disputed line; its attributes as they are shown. */
export type Pattern = Content & { readonly id: string; readonly kind: string; readonly subjectId: string | null };

/** What is being put together: facts taken back, with or without another in their place, and facts that were missing. */
export type Edits = {
  readonly reversals: readonly { readonly fact: Pattern; readonly instead: Content | null }[];
  readonly additions: readonly (Content & { readonly key: number; readonly kind: string; subjectId: string | null })[];
};

export const noEdits: Edits = { reversals: [], additions: [] };

export function isEmpty({ reversals, additions }: Edits): boolean {
  return reversals.length === 0 && additions.length === 0;
}

export function contentOf({ occurredOn, countsOn, quantity, base, attributes }: Content): Content {
  return { occurredOn, countsOn, quantity, base, attributes: { ...attributes } };
}

/** Takes a fact back, puts another in its place, or (undefined) lets it stand. */
export function withReversal(edits: Edits, fact: Pattern, instead: Content | null | undefined): Edits {
  const others = edits.reversals.filter((one) => one.fact.id !== fact.id);
  return { ...edits, reversals: instead === undefined ? others : [...others, { fact, instead }] };
}

/** Books a fact besides, starting from one like it. */
export function withAddition(edits: Edits, like: Pattern): Edits {
  const key = Math.max(0, ...edits.additions.map((one) => one.key)) + 1;
  const { kind, subjectId } = like;
  return { ...edits, additions: [...edits.additions, { key, kind, subjectId, ...contentOf(like) }] };
}

export function withAdditionChanged(edits: Edits, key: number, part: Partial<Content & { kind: string }>): Edits {
  return { ...edits, additions: edits.additions.map((one) => (one.key === key ? { ...one, ...part } : one)) };
}

export function withoutAddition(edits: Edits, key: number): Edits {
  return { ...edits, additions: edits.additions.filter((one) => one.key !== key) };
}

/** As the API takes it: of a changed fact only what differs. */
export function correctionOf({ reversals, additions }: Edits): Correction {
  return {
    reversals: reversals.map(({ fact, instead }) => ({
      factId: fact.id,
      change: instead && difference(fact, instead),
    })),
    additions: additions.map(({ kind, subjectId, ...content }) => ({
      kind: kind as Addition["kind"],
      subjectId,
      ...contentOf(content),
    })),
  };
}

function difference(fact: Content, instead: Content): Partial<Content> {
  const differs = (key: keyof Content) => JSON.stringify(fact[key]) !== JSON.stringify(instead[key]);
  const keys = (["occurredOn", "countsOn", "quantity", "base", "attributes"] as const).filter(differs);
  return Object.fromEntries(keys.map((key) => [key, instead[key]]));
}
