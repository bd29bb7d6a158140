import type { Draft, RecordForm } from "../draft.ts";

type Template = RecordForm["template"];
export type Paper = Template["materials"][number];
type Kept = NonNullable<Draft["materials"]>[number];

/** The papers of the chosen types, each once; those that are a part of the record itself are asked for nowhere. */
export function papersOf(types: readonly Template[]): { asked: Paper[]; inRecord: Paper[] } {
  const all = [...new Map(types.flatMap(({ materials }) => materials).map((paper) => [paper.code, paper])).values()];
  return {
    asked: all.filter(({ field }) => field === undefined),
    inRecord: all.filter(({ field }) => field !== undefined),
  };
}

/** The kept papers with this one, or without it. A paper that is ticked is kept on the spot. */
export function withPaper(kept: readonly Kept[], code: string): Kept[] {
  const rest = kept.filter((paper) => paper.code !== code);
  return rest.length < kept.length ? rest : [...kept, { code, fileId: null }];
}

/** The kept papers with this file for one of them; null where it is kept on paper only. */
export function withFile(kept: readonly Kept[], code: string, fileId: string | null): Kept[] {
  return kept.map((paper) => (paper.code === code ? { code, fileId } : paper));
}
