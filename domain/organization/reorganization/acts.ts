import type { PlainDate } from "../../kernel/plain-date.ts";
import type { OrganizationKind, Post } from "../things.ts";

/** An organisation that is to begin; id and label are handed in, because a plan invents nothing. */
export type NewOrganization = {
  readonly id: string;
  readonly label: number;
  readonly kind: OrganizationKind;
  readonly parentId: string | null;
  readonly class: string | null;
  readonly code: string;
  readonly name: string;
  readonly unitIds: readonly string[];
  /** Whose history is shown with it, never added. */
  readonly predecessorIds: readonly string[];
  readonly projectMonths: number | null;
  /** The superior has approved what its kind needs approval for. */
  readonly approved: boolean;
  /** It adopts the templates of its superior, so that its rules begin with it (制度同制定). */
  readonly adoptsTemplates: boolean;
};

/**
 * What is wanted. `merge` ends the organisations and brings their members into another; `split` names what comes of an
 * organisation, which ends unless it `stays`, and leaves it to `place` who goes where.
 */
export type Act =
  | ({ readonly act: "create" } & NewOrganization)
  | { readonly act: "revoke"; readonly organizationId: string }
  | { readonly act: "rename"; readonly organizationId: string; readonly name: string }
  | { readonly act: "move"; readonly organizationId: string; readonly parentId: string | null }
  | { readonly act: "merge"; readonly organizationIds: readonly string[]; readonly intoId: string }
  | {
      readonly act: "split";
      readonly organizationId: string;
      readonly intoIds: readonly string[];
      readonly stays: boolean;
    }
  | {
      readonly act: "place";
      readonly personId: string;
      readonly organizationId: string;
      readonly groupId: string | null;
    }
  | { readonly act: "appoint"; readonly personId: string; readonly organizationId: string; readonly post: Post };

type OfAct<T> = T & { readonly act: number };

/** The acts sorted by what they do; `act` is the number of the act, from 1. */
export type SortedActs = {
  readonly created: readonly OfAct<{ organization: NewOrganization }>[];
  readonly revoked: readonly OfAct<{ id: string }>[];
  readonly renamed: readonly OfAct<{ id: string; name: string }>[];
  readonly moved: readonly OfAct<{ id: string; parentId: string | null }>[];
  /** Where the members of a merged organisation go, unless somebody is placed elsewhere. */
  readonly merged: readonly OfAct<{ id: string; intoId: string }>[];
  readonly placed: readonly OfAct<{ personId: string; organizationId: string; groupId: string | null }>[];
  readonly appointed: readonly OfAct<{ personId: string; organizationId: string; post: Post }>[];
  readonly successions: readonly OfAct<{ predecessorId: string; successorId: string }>[];
};

export function sortedActs(acts: readonly Act[]): SortedActs {
  const numbered = acts.map((each, index) => ({ each, act: index + 1 }));
  const pick = <T>(read: (each: Act) => readonly T[]) =>
    numbered.flatMap(({ each, act }) => read(each).map((found) => ({ ...found, act })));
  return {
    created: pick((each) => (each.act === "create" ? [{ organization: organizationOf(each) }] : [])),
    revoked: pick(endedBy),
    renamed: pick((each) => (each.act === "rename" ? [{ id: each.organizationId, name: each.name }] : [])),
    moved: pick((each) => (each.act === "move" ? [{ id: each.organizationId, parentId: each.parentId }] : [])),
    merged: pick((each) =>
      each.act === "merge" ? each.organizationIds.map((id) => ({ id, intoId: each.intoId })) : [],
    ),
    placed: pick((each) => (each.act === "place" ? [placementOf(each)] : [])),
    appointed: pick((each) => (each.act === "appoint" ? [appointmentOf(each)] : [])),
    successions: pick(successionsOf),
  };
}

function organizationOf({ act: _act, ...organization }: NewOrganization & { act: string }): NewOrganization {
  return organization;
}

function placementOf({ personId, organizationId, groupId }: Extract<Act, { act: "place" }>) {
  return { personId, organizationId, groupId };
}

function appointmentOf({ personId, organizationId, post }: Extract<Act, { act: "appoint" }>) {
  return { personId, organizationId, post };
}

function endedBy(each: Act): { id: string }[] {
  if (each.act === "revoke" || (each.act === "split" && !each.stays)) return [{ id: each.organizationId }];
  return each.act === "merge" ? each.organizationIds.map((id) => ({ id })) : [];
}

function successionsOf(each: Act): { predecessorId: string; successorId: string }[] {
  if (each.act === "create") {
    return each.predecessorIds.map((predecessorId) => ({ predecessorId, successorId: each.id }));
  }
  if (each.act === "merge") {
    return each.organizationIds.map((predecessorId) => ({ predecessorId, successorId: each.intoId }));
  }
  return each.act === "split"
    ? each.intoIds.map((successorId) => ({ predecessorId: each.organizationId, successorId }))
    : [];
}

/** A period that isn't open, and what it covers. */
export type PeriodStretch = {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly state: "open" | "publicity" | "closed";
};
