import { deviceStore } from "../device-store.ts";
import type { Mark } from "../draft.ts";
import { same } from "../drafts/merge-drafts.ts";
import type { Reason } from "../form/deviations.ts";

/** Who was there of one host, as its secretary types it. */
export type PartDraft = {
  readonly marks: Record<string, Mark>;
  readonly guests: readonly string[];
  readonly deviations: readonly Reason[];
  /** Why it is entered only now, or corrected. */
  readonly reason: string;
};

/** Of which event, and of which of its hosts. */
export type PartOf = {
  readonly recordId: string;
  readonly organizationId: string;
  readonly subjectId: string;
  readonly subjectName: string;
  readonly title: string;
  readonly occurredOn: string;
};

/** A part on this device. */
export type KeptPart = {
  readonly of: PartOf;
  /** Stays the same until the part is in, so that a repeat enters it once. */
  readonly key: string;
  readonly part: PartDraft;
  /** What the page began with, as it stood on the server then. */
  readonly from: PartDraft;
};

export const nothingTyped: PartDraft = { marks: {}, guests: [], deviations: [], reason: "" };

export const partId = ({ recordId, subjectId }: PartOf) => `${recordId}.${subjectId}`;

const parts = deviceStore<KeptPart>("dutyloop.part.", (value) => {
  const kept = value as Partial<KeptPart> | null;
  const whole = typeof kept?.key === "string" && typeof kept.of?.recordId === "string";
  return whole && isPart(kept.part) && isPart(kept.from) ? (kept as KeptPart) : null;
});

export const keepPart = (accountId: string, kept: KeptPart, store?: Storage): boolean =>
  parts.keep(accountId, partId(kept.of), kept, store);
export const keptPart = (accountId: string, of: PartOf, store?: Storage): KeptPart | null =>
  parts.kept(accountId, partId(of), store);
export const keptParts = parts.all;
export const dropPart = (accountId: string, of: PartOf, store?: Storage): void =>
  parts.drop(accountId, (kept) => partId(kept.of) === partId(of), store);
export const dropParts = parts.dropAll;

function isPart(value: unknown): value is PartDraft {
  const part = value as Partial<PartDraft> | null | undefined;
  return (
    typeof part?.marks === "object" &&
    part.marks !== null &&
    Array.isArray(part.guests) &&
    Array.isArray(part.deviations) &&
    typeof part.reason === "string"
  );
}

/** What was typed, on top of what stands now: whoever wasn't marked otherwise here is as he stands there. */
export function broughtForward({ part, from }: Pick<KeptPart, "part" | "from">, now: PartDraft): PartDraft {
  const marks = { ...now.marks };
  for (const [personId, mark] of Object.entries(part.marks)) {
    if (!same(mark, from.marks[personId])) marks[personId] = mark;
  }
  return {
    marks,
    guests: same(part.guests, from.guests) ? now.guests : part.guests,
    deviations: same(part.deviations, from.deviations) ? now.deviations : part.deviations,
    reason: part.reason,
  };
}
