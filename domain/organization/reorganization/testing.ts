import type { PlainDate } from "../../kernel/plain-date.ts";
import type { OrganizationKind, Post } from "../things.ts";
import type { Act, NewOrganization } from "./acts.ts";
import type { ReorganizationInput } from "./plan.ts";
import type { GroupState, MembershipRow, OrganizationRow } from "./reorganization-rows.ts";

const start: PlainDate = "2020-01-01";
const since = { validFrom: start, validTo: null } as const;

type Node = { id: string; kind: OrganizationKind; parent: string | null; units?: string[]; members?: number };

/** A group out of its organisations, each parent before its children; members of a branch are "branch-1", "branch-2" … */
export function groupOf(nodes: readonly Node[]): GroupState {
  const organizations: OrganizationRow[] = [];
  for (const [index, { id, kind, parent }] of nodes.entries()) {
    const above = organizations.find((each) => each.id === parent)?.path ?? "";
    const label = index + 1;
    const path = `${above}${label}.`;
    organizations.push({ ...since, id, kind, parentId: parent, class: "branch", code: id, name: id, label, path });
  }
  return {
    organizations,
    places: organizations.map(({ id, parentId, path, name, class: kept }) => ({
      ...since,
      organizationId: id,
      parentId,
      path,
      name,
      class: kept,
    })),
    coverages: nodes.flatMap(({ id, units = [] }) => units.map((unitId) => ({ ...since, unitId, organizationId: id }))),
    memberships: nodes.flatMap(({ id, members = 0 }) =>
      Array.from({ length: members }, (_, index) => member(`${id}-${index + 1}`, id)),
    ),
    appointments: [],
    grants: [],
  };
}

export function member(personId: string, organizationId: string, groupId: string | null = null): MembershipRow {
  return { ...since, personId, organizationId, groupId, state: "FULL" };
}

export function post(personId: string, organizationId: string, held: Post, validFrom: PlainDate = start) {
  return { personId, organizationId, post: held, validFrom, validTo: null };
}

export function grant(accountId: string, organizationId: string, reach: "own" | "subtree" = "subtree") {
  return { ...since, accountId, role: "branch_secretary", organizationId, reach };
}

let label = 1000;
export function create(id: string, parentId: string | null, changes: Partial<NewOrganization> = {}): Act {
  label += 1;
  return {
    act: "create",
    id,
    label,
    kind: "BRANCH",
    parentId,
    class: "branch",
    code: id,
    name: id,
    unitIds: [`unit of ${id}`],
    predecessorIds: [],
    projectMonths: null,
    approved: false,
    adoptsTemplates: true,
    ...changes,
  };
}

export function placeAll(people: readonly string[], organizationId: string): Act[] {
  return people.map((personId) => ({ act: "place", personId, organizationId, groupId: null }));
}

export function inputOf(
  state: GroupState,
  acts: readonly Act[],
  changes: Partial<ReorganizationInput> = {},
): ReorganizationInput {
  return {
    effectiveOn: "2026-03-16",
    acts,
    state,
    periods: [],
    openDuties: new Map(),
    heads: [],
    assessedClasses: ["branch"],
    ...changes,
  };
}

/** What everybody and everything was on a day, without how long it lasts. */
export function asOf(state: GroupState, day: PlainDate) {
  const on = <T extends { validFrom: PlainDate; validTo: PlainDate | null }>(rows: readonly T[]) =>
    rows
      .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo >= day))
      .map(({ validFrom: _from, validTo: _to, ...rest }) => JSON.stringify(rest))
      .toSorted();
  const { organizations, places, coverages, memberships, appointments, grants } = state;
  return {
    organizations: on(organizations).map((text) => JSON.parse(text).id as string),
    places: on(places),
    coverages: on(coverages),
    memberships: on(memberships),
    appointments: on(appointments),
    grants: on(grants),
  };
}
