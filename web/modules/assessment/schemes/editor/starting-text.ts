import { type DraftBody, draftTextOf } from "../../../../app/drafts/draft-text.ts";

/** Who begins a draft from a version: the organisation, and whether it stands at the top of its group. */
export type Beginner = { readonly id: string; readonly isTop: boolean };
type Version = { readonly version: number; readonly ownerId: string | null; readonly body: DraftBody };

/**
 * A draft that begins as a published version says. Who made the version goes on with it, and the top with the library's;
 * anybody below adapts it within what it leaves open (逐级考核).
 */
export function schemeFrom({ version, ownerId, body }: Version, { id, isTop }: Beginner): string {
  const { version: _version, ...rest } = body;
  const own = ownerId === id || (ownerId === null && isTop);
  return draftTextOf(own ? rest : { ...rest, adapts: version });
}

/** An indicator is never adapted: its next version says the same until it is changed. */
export function indicatorFrom({ body }: Pick<Version, "body">): string {
  const { version: _version, ...rest } = body;
  return draftTextOf(rest);
}

export function blankScheme(code: string): string {
  return draftTextOf({
    code,
    name: { zh: "", en: "" },
    cadence: "month",
    root: { kind: "sum", code: `${code}_total`, name: { zh: "合计", en: "Total" }, children: [] },
  });
}

export function blankIndicator(code: string): string {
  return draftTextOf({
    code,
    name: { zh: "", en: "" },
    dimension: "done",
    reads: ["record.standard"],
    aggregation: {
      form: "ratio",
      numerator: { kind: "record.standard", measure: "quantity" },
      denominator: { kind: "record.standard", measure: "base" },
      timeliness: "ignored",
    },
    pointsRule: { rule: "ratio", target: "1" },
    noData: "not_applicable",
    basis: { zh: "", en: "" },
    cost: { fields: 0 },
  });
}

/** What a new group of points beside the tree is called until somebody names it. */
export const extraNames = { bonus: { zh: "加分", en: "Bonus" }, deduction: { zh: "减分", en: "Deduction" } };
