import type { Body } from "@dutyloop/contract/endpoints.ts";
import { bodyOf, type Draft } from "../draft.ts";
import { sendable, type WholeForm } from "./whole-form.ts";

/** What the server is asked about, and which elections of the draft it holds, in their order. */
export type Asked = { readonly body: Body<"previewRecord">; readonly electionKeys: readonly string[] };

/** Stands for a title that isn't typed yet. */
const untitled = "—";

/** The record as far as it is typed: what isn't named yet is given a sign, what nobody can be counted of is left out. */
export function askedOf(draft: Draft, form: WholeForm): Asked {
  const { draftId: _none, ...body } = bodyOf(sendable(draft, form), form);
  const named = <T extends { title: string }>(one: T): T => ({ ...one, title: one.title.trim() || untitled });
  const counted = (draft.elections ?? []).filter(({ candidates }) => candidates.length > 0);
  const { elections, resolutions, ...rest } = body;
  return {
    body: {
      ...rest,
      resolutions: resolutions.map(named),
      ...(elections ? { elections: elections.filter(({ candidates }) => candidates.length > 0).map(named) } : {}),
    },
    electionKeys: counted.map(({ key }) => key),
  };
}
