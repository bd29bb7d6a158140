import type { Draft } from "../draft.ts";

/** What the server takes of one draft, in characters; the pictures of a draft may be more than that. */
const most = 262_144;

/** Stands for a photograph that was added on another device. */
export const noThumbnail =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 160 120'%3E%3Cpath fill='none' stroke='%23767676' stroke-width='6' d='M40 42h16l8-10h32l8 10h16v50H40z'/%3E%3Ccircle cx='80' cy='66' r='14' fill='none' stroke='%23767676' stroke-width='6'/%3E%3C/svg%3E";

/** The draft as the server keeps it. Small pictures go along as long as there is room: they only help to recognise. */
export function contentOf(draft: Draft): string {
  const whole = JSON.stringify(draft);
  if (whole.length <= most) return whole;
  return JSON.stringify({ ...draft, photos: draft.photos.map(({ id }) => ({ id, thumbnail: noThumbnail })) });
}

/** What was kept, or null where it isn't a draft that this version understands. */
export function draftOf(content: string | null): Draft | null {
  try {
    const draft = JSON.parse(content ?? "null") as Draft | null;
    return isDraft(draft) ? named(draft) : null;
  } catch {
    return null;
  }
}

export function isDraft(value: unknown): value is Draft {
  const draft = value as Partial<Draft> | null;
  return (
    typeof draft === "object" &&
    draft !== null &&
    typeof draft.key === "string" &&
    typeof draft.marks === "object" &&
    Array.isArray(draft.templateCodes) &&
    Array.isArray(draft.photos)
  );
}

/** A draft that was kept before drafts had names of their own goes by its number. */
export function named(draft: Draft): Draft {
  return { ...draft, draftId: draft.draftId ?? draft.key };
}
