import type { PlainDate } from "../../kernel/plain-date.ts";
import type { OrganizationKind } from "../things.ts";
import { type AccessEffect, accessEffects } from "./access-effects.ts";
import type { SortedActs } from "./acts.ts";
import { currentOn } from "./next-people.ts";
import { byId } from "./next-tree.ts";
import type { AppointmentRow, Change, GroupState, OrganizationRow, TableChange } from "./reorganization-rows.ts";

type Named = { readonly organizationId: string; readonly kind: OrganizationKind; readonly name: string };

/** Everything that follows from a plan, for people to read before they agree. */
export type Effects = {
  /** 党小组 are listed apart. */
  readonly ended: readonly (Named & { readonly dutiesWaived: number })[];
  readonly begun: readonly Named[];
  readonly groupsEnded: readonly (Named & { readonly dutiesWaived: number })[];
  readonly groupsBegun: readonly Named[];
  readonly moved: readonly (Named & { readonly from: string | null; readonly to: string | null })[];
  readonly renamed: readonly (Named & { readonly from: string })[];
  readonly membersMoved: readonly MemberMove[];
  readonly appointmentsEnded: readonly AppointmentRow[];
  readonly appointmentsBegun: readonly AppointmentRow[];
  /** Open duties of all that ends, and of 党小组 that leave their branch. */
  readonly dutiesWaived: number;
  readonly access: readonly AccessEffect[];
  /** Whose history is shown with whom; never added. */
  readonly successions: readonly { readonly predecessorId: string; readonly successorId: string }[];
};
export type MemberMove = {
  readonly personId: string;
  readonly from: string;
  readonly to: string;
  readonly fromGroup: string | null;
  readonly toGroup: string | null;
};

type Input = {
  readonly acts: SortedActs;
  readonly state: GroupState;
  readonly after: ReadonlyMap<string, OrganizationRow>;
  readonly changes: readonly Change[];
  readonly openDuties: ReadonlyMap<string, number>;
  readonly effectiveOn: PlainDate;
};

export function effectsOf({ acts, state, after, changes, openDuties, effectiveOn }: Input): Effects {
  const before = byId(state);
  const rows = [...after.values()];
  const ended = rows
    .filter(({ id, validTo }) => validTo !== null && before.get(id)?.validTo === null)
    .map((row) => ({ ...named(row), dutiesWaived: openDuties.get(row.id) ?? 0 }));
  const begun = rows.filter(({ id }) => !before.has(id)).map(named);
  const appointments = changes.filter((change) => change.table === "appointments");
  return {
    ended: ended.filter(isNoGroup),
    begun: begun.filter(isNoGroup),
    groupsEnded: ended.filter((each) => !isNoGroup(each)),
    groupsBegun: begun.filter((each) => !isNoGroup(each)),
    moved: rows.flatMap((row) => {
      const old = before.get(row.id);
      return old && old.parentId !== row.parentId ? [{ ...named(row), from: old.parentId, to: row.parentId }] : [];
    }),
    renamed: rows.flatMap((row) => {
      const old = before.get(row.id);
      return old && old.name !== row.name ? [{ ...named(row), from: old.name }] : [];
    }),
    membersMoved: memberMoves(state, changes, effectiveOn),
    appointmentsEnded: appointments.flatMap(({ before: was }) => (was === null ? [] : [was])),
    appointmentsBegun: appointments.flatMap(({ before: was, after: is }) => (was === null && is !== null ? [is] : [])),
    dutiesWaived: [...openDuties.values()].reduce((total, duties) => total + duties, 0),
    access: accessEffects(state.grants, before, after, effectiveOn),
    successions: acts.successions.map(({ predecessorId, successorId }) => ({ predecessorId, successorId })),
  };
}

function memberMoves(state: GroupState, changes: readonly Change[], effectiveOn: PlainDate): MemberMove[] {
  const homes = new Map(currentOn(state.memberships, effectiveOn).map((row) => [row.personId, row]));
  return changes
    .filter((change): change is TableChange<"memberships"> => change.table === "memberships")
    .flatMap(({ after }) => {
      const old = after?.validFrom === effectiveOn ? homes.get(after.personId) : undefined;
      if (!old || !after) return [];
      const { personId, organizationId, groupId } = after;
      return [{ personId, from: old.organizationId, to: organizationId, fromGroup: old.groupId, toGroup: groupId }];
    });
}

function named({ id, kind, name }: OrganizationRow): Named {
  return { organizationId: id, kind, name };
}

function isNoGroup({ kind }: Named): boolean {
  return kind !== "GROUP";
}
