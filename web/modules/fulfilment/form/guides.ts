import type { RecordForm } from "../draft.ts";

type Template = RecordForm["template"];
export type Guide = Template["guides"][number];

/** The guides of the chosen types for one place of the form; the same words only once. */
export function guidesAt(types: readonly Template[], at: Guide["at"]): Guide[] {
  const all = types.flatMap(({ code, guides }) =>
    guides.filter((guide) => guide.at === at).map((guide) => ({ ...guide, code: `${code}.${guide.code}` })),
  );
  return [...new Map(all.map((guide) => [guide.text.zh, guide])).values()];
}
