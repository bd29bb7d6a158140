import { type DraftPath, valueAt } from "./draft-text.ts";

/** The texts of a list in a draft; what is no text is left out. */
export function textsAt(body: unknown, path: DraftPath): string[] {
  const list = valueAt(body, path);
  return Array.isArray(list) ? list.filter((one) => typeof one === "string") : [];
}

/** How many items a list of a draft has. */
export function countAt(body: unknown, path: DraftPath): number {
  const list = valueAt(body, path);
  return Array.isArray(list) ? list.length : 0;
}

/** The numbers of the items of a list, as keys: items of a draft may be alike or empty. */
export function itemsAt(body: unknown, path: DraftPath): number[] {
  return Array.from({ length: countAt(body, path) }, (_, at) => at);
}
