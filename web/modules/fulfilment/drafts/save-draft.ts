import { call } from "../../../app/api/client.ts";
import { Refusal } from "../../../app/api/refusal.ts";
import type { Draft } from "../draft.ts";
import type { Saved } from "./draft-sync.ts";

type Address = { readonly organizationId: string; readonly today: string };

/** Sends what is typed to the server, and says how it went instead of throwing. */
export async function saveOnServer(to: Address, draft: Draft, content: string, revision: number): Promise<Saved> {
  const { draftId, subjectId, templateCodes, title, occurredOn } = draft;
  const params = { organizationId: to.organizationId, draftId };
  // A day that is being typed isn't one yet; the content has it as it stands.
  const day = /^\d{4}-\d{2}-\d{2}$/.test(occurredOn) ? occurredOn : to.today;
  try {
    const body = { subjectId, templateCodes, title: title.slice(0, 500), occurredOn: day, revision, content };
    const saved = await call("saveRecordDraft", { params, body });
    return { went: "well", revision: saved.revision };
  } catch (error) {
    if (!(error instanceof Refusal)) return { went: "lost" };
    if (error.code === "draft.handed_over") return { went: "handed_over" };
    if (error.code === "draft.already_submitted") return { went: "submitted", recordId: recordOf(error) };
    if (error.code === "draft.changed_elsewhere") return elsewhere(to, draft, content, error);
    return { went: isPassing(error) ? "lost" : "refused" };
  }
}

/** The record that a refusal names, because the draft became it. */
export function recordOf({ values }: Refusal): string | null {
  return typeof values.recordId === "string" ? values.recordId : null;
}

/** Whether the same request may well be taken later: the session has ended, too many at once, the server is unwell. */
export function isPassing({ status }: Refusal): boolean {
  return status === 401 || status === 429 || status >= 500;
}

async function elsewhere(to: Address, draft: Draft, content: string, { values }: Refusal): Promise<Saved> {
  // Thrown away elsewhere while it was typed on here: what is typed stays.
  if (values.revision === 0) return saveOnServer(to, draft, content, 0);
  try {
    const params = { organizationId: to.organizationId, draftId: draft.draftId };
    const theirs = await call("getRecordDraft", { params });
    return { went: "elsewhere", revision: theirs.revision, content: theirs.content };
  } catch {
    return { went: "lost" };
  }
}
