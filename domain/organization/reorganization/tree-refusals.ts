import type { PlainDate } from "../../kernel/plain-date.ts";
import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { placementRefusal } from "../organization-rules.ts";
import type { SortedActs } from "./acts.ts";
import type { OrganizationRow } from "./reorganization-rows.ts";

type Organizations = ReadonlyMap<string, OrganizationRow>;

/** What speaks against the acts before they are made: unknown, ended or too young organisations, acts that contradict each other, codes that are taken. */
export function actRefusals(acts: SortedActs, before: Organizations, effectiveOn: PlainDate): Refusal[] {
  const changed = [...acts.revoked, ...acts.renamed, ...acts.moved];
  return [
    ...changed.flatMap(({ id, act }) => standingRefusal(before.get(id), id, act, effectiveOn)),
    ...twice(acts.revoked, "reorganization.ended_twice"),
    ...twice(acts.moved, "reorganization.two_parents"),
    ...twice(acts.renamed, "reorganization.renamed_twice"),
    ...contradictions(acts, before),
    ...newcomerRefusals(acts, before),
    ...acts.successions.flatMap(({ predecessorId, successorId, act }) => {
      const unknown = [predecessorId, successorId].find((id) => !before.has(id) && !isCreated(acts, id));
      return unknown === undefined ? [] : [about("reorganization.organization_unknown", act, unknown)];
    }),
  ];
}

/** What speaks against the tree that comes out: a circle, a parent that is gone, a kind that can't stand there, children left behind (ORG-24). */
export function treeRefusals(acts: SortedActs, after: Organizations, effectiveOn: PlainDate): Refusal[] {
  const placed = [
    ...acts.created.map(({ organization, act }) => ({ id: organization.id, act })),
    ...acts.moved.map(({ id, act }) => ({ id, act })),
  ];
  return [
    ...placed.flatMap(({ id, act }) => {
      const refusal = standsBelowItself(id, after)
        ? about("reorganization.below_itself", act, id)
        : placeRefusal(id, act, after, effectiveOn);
      return refusal === null ? [] : [refusal];
    }),
    ...orphanedChildren(acts, after),
    ...endedBeforeBegun(acts, after, effectiveOn),
  ];
}

function standingRefusal(row: OrganizationRow | undefined, id: string, act: number, effectiveOn: PlainDate): Refusal[] {
  if (!row) return [about("reorganization.organization_unknown", act, id)];
  if (row.validTo !== null) return [about("reorganization.organization_ended", act, id, { to: row.validTo })];
  if (effectiveOn > row.validFrom) return [];
  return [about("reorganization.not_after_start", act, id, { date: effectiveOn, from: row.validFrom })];
}

function twice(acts: readonly { readonly id: string; readonly act: number }[], code: string): Refusal[] {
  const seen = new Set<string>();
  return acts.flatMap(({ id, act }) => {
    if (seen.has(id)) return [about(code, act, id)];
    seen.add(id);
    return [];
  });
}

function contradictions(acts: SortedActs, before: Organizations): Refusal[] {
  const ended = new Set(acts.revoked.map(({ id }) => id));
  const stay = [...acts.renamed, ...acts.moved].filter(({ id }) => ended.has(id));
  const into = acts.merged.filter(({ intoId }) => ended.has(intoId) || (before.get(intoId)?.validTo ?? null) !== null);
  return [
    ...stay.map(({ id, act }) => about("reorganization.ended_and_changed", act, id)),
    ...into.map(({ intoId, act }) => about("reorganization.merged_into_ended", act, intoId)),
  ];
}

function newcomerRefusals(acts: SortedActs, before: Organizations): Refusal[] {
  const codes = new Set([...before.values()].map(({ code }) => code));
  const ids = new Set(before.keys());
  const labels = new Set([...before.values()].map(({ label }) => label));
  return acts.created.flatMap(({ organization: { id, code, label }, act }) => {
    const refusal =
      ids.has(id) || labels.has(label)
        ? about("reorganization.id_taken", act, id, { label })
        : codes.has(code)
          ? about("reorganization.code_taken", act, id, { code })
          : null;
    ids.add(id);
    codes.add(code);
    labels.add(label);
    return refusal === null ? [] : [refusal];
  });
}

function placeRefusal(id: string, act: number, after: Organizations, effectiveOn: PlainDate): Refusal | null {
  const row = after.get(id);
  if (!row) return null;
  const parent = row.parentId === null ? null : after.get(row.parentId);
  if (parent === undefined) {
    return about("reorganization.parent_unknown", act, id, { parent: row.parentId ?? "" });
  }
  // It may be older than the parent it moves to; what counts is that both stand on the day.
  const refusal = placementRefusal({ kind: row.kind, validFrom: effectiveOn, validTo: row.validTo }, parent);
  return refusal === null ? null : refuse(refusal.code, { act, organization: id, ...refusal.values }, refusal.field);
}

function standsBelowItself(id: string, after: Organizations): boolean {
  const seen = new Set<string>();
  let above = after.get(id)?.parentId ?? null;
  while (above !== null && !seen.has(above)) {
    if (above === id) return true;
    seen.add(above);
    above = after.get(above)?.parentId ?? null;
  }
  return false;
}

/** 党小组 end with their branch; whatever else stands below an organisation that ends has to go somewhere. */
function orphanedChildren(acts: SortedActs, after: Organizations): Refusal[] {
  const ended = new Map(acts.revoked.map(({ id, act }) => [id, act]));
  return [...after.values()].flatMap((row) => {
    const act = row.parentId === null ? undefined : ended.get(row.parentId);
    return act === undefined || row.validTo !== null
      ? []
      : [about("reorganization.child_left", act, row.parentId ?? "", { child: row.id })];
  });
}

/** A 党小组 that begins on the day or later can't end with its branch before. */
function endedBeforeBegun(acts: SortedActs, after: Organizations, effectiveOn: PlainDate): Refusal[] {
  const ended = new Map(acts.revoked.map(({ id, act }) => [id, act]));
  return [...after.values()].flatMap(({ id, parentId, validFrom, validTo }) => {
    const act = parentId === null ? undefined : ended.get(parentId);
    return act === undefined || validTo === null || validTo >= validFrom
      ? []
      : [about("reorganization.not_after_start", act, id, { date: effectiveOn, from: validFrom })];
  });
}

function isCreated(acts: SortedActs, id: string): boolean {
  return acts.created.some(({ organization }) => organization.id === id);
}

/** A refusal that names the act by its number and the organisation. */
export function about(
  code: string,
  act: number,
  organization: string,
  values: Record<string, string | number> = {},
): Refusal {
  return refuse(code, { act, organization, ...values });
}
