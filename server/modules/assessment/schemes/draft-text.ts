import { LineCounter, parseDocument } from "yaml";

/** What a draft's text says: a definition still to be checked, or the first place where it can't be read. */
export type DraftText =
  | { readonly body: Readonly<Record<string, unknown>> }
  | { readonly problem: { path: string; code: string; values: Record<string, string | number> } };

/** Reads YAML, of which JSON is a part. References that would swell it are not followed. */
export function readDraftText(text: string): DraftText {
  const lineCounter = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter, uniqueKeys: true });
    const [error] = document.errors;
    if (error) return unreadable(lineCounter.linePos(error.pos[0]).line);
    const body: unknown = document.toJS({ maxAliasCount: 20 });
    if (typeof body !== "object" || body === null || Array.isArray(body)) return unreadable(1);
    return { body: body as Readonly<Record<string, unknown>> };
  } catch {
    return unreadable(1);
  }
}

function unreadable(line: number): DraftText {
  return { problem: { path: "", code: "draft.unreadable", values: { line } } };
}
