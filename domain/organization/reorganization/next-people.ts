import { isWithin, type PlainDate } from "../../kernel/plain-date.ts";
import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { appointmentRefusal } from "../organization-rules.ts";
import { isBranchKind, type MemberState } from "../things.ts";
import type { SortedActs } from "./acts.ts";
import { cut } from "./next-tree.ts";
import type { AppointmentRow, MembershipRow, OrganizationRow } from "./reorganization-rows.ts";
import { about } from "./tree-refusals.ts";

type Organizations = ReadonlyMap<string, OrganizationRow>;
type Goal = { readonly organizationId: string; readonly groupId: string | null; readonly act: number };

/** Where each member goes: a place of one's own before that of the 党小组, that before the one of a merged branch. */
export function goalsOf(acts: SortedActs, current: readonly MembershipRow[], after: Organizations): Map<string, Goal> {
  const own = new Map(acts.placed.map((each) => [each.personId, each]));
  const groups = new Map(acts.moved.map((each) => [each.id, each]));
  const merged = new Map(acts.merged.map((each) => [each.id, each]));
  const goals = new Map<string, Goal>();
  for (const { personId, organizationId, groupId } of current) {
    const placed = own.get(personId);
    const group = groupId === null ? undefined : groups.get(groupId);
    const into = merged.get(organizationId);
    if (placed) goals.set(personId, placed);
    else if (group && groupId !== null) {
      goals.set(personId, { organizationId: after.get(groupId)?.parentId ?? "", groupId, act: group.act });
    } else if (into) goals.set(personId, { organizationId: into.intoId, groupId: null, act: into.act });
  }
  return goals;
}

export function currentOn<T extends { readonly validFrom: PlainDate; readonly validTo: PlainDate | null }>(
  rows: readonly T[],
  day: PlainDate,
): T[] {
  return rows.filter((row) => isWithin(day, row.validFrom, row.validTo));
}

/** Memberships after the acts: a stretch is cut where the branch or the 党小组 changes; one in a 党小组 that ends goes on without it. */
export function nextMemberships(
  memberships: readonly MembershipRow[],
  goals: ReadonlyMap<string, Goal>,
  after: Organizations,
  effectiveOn: PlainDate,
): MembershipRow[] {
  return memberships.flatMap((row) => {
    if (!isWithin(effectiveOn, row.validFrom, row.validTo)) return [row];
    const goal = goals.get(row.personId) ?? {
      organizationId: row.organizationId,
      groupId: livingGroup(row, after, effectiveOn),
    };
    if (goal.organizationId === row.organizationId && goal.groupId === row.groupId) return [row];
    const moved = { ...row, organizationId: goal.organizationId, groupId: goal.groupId, validFrom: effectiveOn };
    return [...cut([row], () => true, effectiveOn), moved];
  });
}

/** Nobody is left without a branch or put into two, into what is no branch, or into a 党小组 of another branch (ORG-24). */
export function memberRefusals(
  acts: SortedActs,
  memberships: readonly MembershipRow[],
  next: readonly MembershipRow[],
  goals: ReadonlyMap<string, Goal>,
  after: Organizations,
  effectiveOn: PlainDate,
): Refusal[] {
  const current = currentOn(memberships, effectiveOn);
  const known = new Set(current.map(({ personId }) => personId));
  const seen = new Map<string, string>();
  const placed = acts.placed.flatMap(({ personId, organizationId, act }) => {
    const other = seen.get(personId);
    seen.set(personId, organizationId);
    const values = { person: personId };
    if (!known.has(personId)) return [about("reorganization.person_unknown", act, organizationId, values)];
    return other === undefined ? [] : [about("reorganization.person_in_two_branches", act, organizationId, values)];
  });
  const goalRefusals = [...goals].flatMap(([personId, goal]) => goalRefusal(personId, goal, after));
  const later = memberships.flatMap(({ personId, organizationId, validFrom }) =>
    validFrom > effectiveOn && (goals.has(personId) || hasEnded(organizationId, after, effectiveOn))
      ? [
          refuse("reorganization.member_changes_later", {
            person: personId,
            organization: organizationId,
            on: validFrom,
          }),
        ]
      : [],
  );
  return [...placed, ...goalRefusals, ...later, ...leftBehind(acts, next, after, effectiveOn)];
}

/** Appointments after the acts: they end with their organisation and with the membership below it; the named ones begin. */
export function nextAppointments(
  acts: SortedActs,
  appointments: readonly AppointmentRow[],
  homes: { readonly before: Homes; readonly after: Homes },
  effectiveOn: PlainDate,
): AppointmentRow[] {
  const kept = cut(
    appointments,
    (row) => (row.validTo === null || row.validTo >= effectiveOn) && !keepsPost(row, homes),
    effectiveOn,
  );
  const held = new Set(currentOn(kept, effectiveOn).map(postKey));
  const begun = acts.appointed
    .map(({ personId, organizationId, post }) => ({
      personId,
      organizationId,
      post,
      validFrom: effectiveOn,
      validTo: null,
    }))
    .filter((row) => !held.has(postKey(row)));
  return [...kept, ...begun];
}

export function appointmentRefusals(acts: SortedActs, homes: Homes): Refusal[] {
  const seen = new Set<string>();
  return acts.appointed.flatMap(({ personId, organizationId, post, act }) => {
    const key = postKey({ personId, organizationId, post });
    const values = { person: personId, post };
    if (seen.has(key)) return [about("reorganization.appointed_twice", act, organizationId, values)];
    seen.add(key);
    const row = homes.organizations.get(organizationId);
    if (!row || row.validTo !== null)
      return [about("reorganization.organization_unknown", act, organizationId, values)];
    const member = homes.members.get(personId);
    if (!member || !belongsBelow(member, row, homes.organizations)) {
      return [about("appointment.not_a_member", act, organizationId, values)];
    }
    const refusal = appointmentRefusal({ post, memberState: member.state, organizationKind: row.kind });
    return refusal === null ? [] : [about(refusal.code, act, organizationId, { ...refusal.values, person: personId })];
  });
}

/** Who is a member where, on one day of one tree. */
export type Homes = {
  readonly organizations: Organizations;
  readonly members: ReadonlyMap<
    string,
    { readonly organizationId: string; readonly groupId: string | null; readonly state: MemberState }
  >;
};

export function homesOn(organizations: Organizations, memberships: readonly MembershipRow[], day: PlainDate): Homes {
  return { organizations, members: new Map(currentOn(memberships, day).map((row) => [row.personId, row])) };
}

/** A post goes on with its organisation as long as its holder belongs below it; one held from elsewhere before stays as it is. */
function keepsPost(row: AppointmentRow, { before, after }: { readonly before: Homes; readonly after: Homes }): boolean {
  const organization = after.organizations.get(row.organizationId);
  if (!organization) return true;
  if (organization.validTo !== null) return before.organizations.get(row.organizationId)?.validTo !== null;
  const [was, is] = [before.members.get(row.personId), after.members.get(row.personId)];
  const old = before.organizations.get(row.organizationId);
  const belonged = was && old ? belongsBelow(was, old, before.organizations) : false;
  return !belonged || (is !== undefined && belongsBelow(is, organization, after.organizations));
}

function belongsBelow(
  member: { readonly organizationId: string; readonly groupId: string | null },
  organization: OrganizationRow,
  organizations: Organizations,
): boolean {
  if (organization.kind === "GROUP") return member.groupId === organization.id;
  return organizations.get(member.organizationId)?.path.startsWith(organization.path) ?? false;
}

function goalRefusal(personId: string, { organizationId, groupId, act }: Goal, after: Organizations): Refusal[] {
  const branch = after.get(organizationId);
  const values = { person: personId };
  if (!branch) return [about("reorganization.organization_unknown", act, organizationId, values)];
  if (branch.validTo !== null) return [about("reorganization.placed_in_ended", act, organizationId, values)];
  if (!isBranchKind(branch.kind)) return [about("person.not_a_branch", act, organizationId, values)];
  const group = groupId === null ? null : after.get(groupId);
  const fits =
    group === null || (group?.kind === "GROUP" && group.parentId === organizationId && group.validTo === null);
  return fits
    ? []
    : [about("person.group_of_another_branch", act, organizationId, { ...values, group: groupId ?? "" })];
}

function leftBehind(
  acts: SortedActs,
  next: readonly MembershipRow[],
  after: Organizations,
  effectiveOn: PlainDate,
): Refusal[] {
  const left = new Map<string, string[]>();
  for (const { personId, organizationId } of currentOn(next, effectiveOn)) {
    if (!hasEnded(organizationId, after, effectiveOn)) continue;
    left.set(organizationId, [...(left.get(organizationId) ?? []), personId]);
  }
  return acts.revoked.flatMap(({ id, act }) => {
    const people = left.get(id) ?? [];
    left.delete(id);
    const values = { members: people.length, person: people[0] ?? "" };
    return people.length === 0 ? [] : [about("reorganization.member_without_branch", act, id, values)];
  });
}

function livingGroup({ groupId }: MembershipRow, after: Organizations, effectiveOn: PlainDate): string | null {
  return groupId !== null && hasEnded(groupId, after, effectiveOn) ? null : groupId;
}

/** What is to end only later stands on the day. */
function hasEnded(id: string, after: Organizations, effectiveOn: PlainDate): boolean {
  const validTo = after.get(id)?.validTo ?? null;
  return validTo !== null && validTo < effectiveOn;
}

function postKey({
  personId,
  organizationId,
  post,
}: Pick<AppointmentRow, "personId" | "organizationId" | "post">): string {
  return `${personId} ${organizationId} ${post}`;
}
