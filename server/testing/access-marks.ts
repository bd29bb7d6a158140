import type { RouteName } from "@dutyloop/contract/routes.ts";
import { isAdministratorRole, type Role } from "@dutyloop/domain/identity/things.ts";
import { exactlyOwn, imports, seesNames, seesOrganizations, seesRecords } from "./access-expectations.ts";
import type { Seat } from "./access-world.ts";
import type { Got } from "./client.ts";

/** Every mark in an answer's body and headers. */
export function marksIn(got: Pick<Got<RouteName>, "text" | "headers">): string[] {
  const all = `${got.text} ${JSON.stringify(got.headers)}`.match(/canary-[a-z]+-[a-z]+\.(?:[a-z]+)?(?:-[a-z0-9]+)?/g);
  return [...new Set(all ?? [])];
}

const escaped = (mark: string) => mark.replace(/[.]/g, "\\.");

/** What a role at a seat may find in answers: organisations' names, what was recorded, who was there. */
export function allowedMarks(seat: Seat, role: Role, name: RouteName): RegExp[] {
  const group = /^canary-alpha-root\.$/;
  if (name === "getSetup") return [/^canary-(alpha|beta)-root\.$/];
  if (name === "getSession" || name === "getStatus")
    return [group, ...(isAdministratorRole(role) ? [] : [new RegExp(`^${escaped(seat.own)}$`)])];
  if (role === "security_administrator") return [/^canary-alpha-[a-z]+\.(unit)?$/];
  if (isAdministratorRole(role)) return [];
  // Sisters of a branch are named to it and nothing else of theirs; those of the other group aren't.
  if (name === "findSisterBranches") return [/^canary-alpha-[a-z]+\.$/];
  const reachesBelow = !exactlyOwn.includes(role) || (role === "data_officer" && imports.has(name));
  const places = [seat.own, ...(reachesBelow ? seat.below : [])];
  // A branch's 党小组 are part of it: their names, and nothing else of what lies below.
  const ownGroups = exactlyOwn.includes(role) && seat.name === "branch" ? seat.below : [];
  const parts = [
    ...(seesOrganizations.includes(role) ? ["", "unit"] : []),
    ...(seesRecords.includes(role) ? ["title", "room", "minutes"] : []),
    ...(seesNames.includes(role) ? ["person-[a-z0-9]+"] : []),
  ];
  const plan = seesRecords.includes(role) ? [/^canary-alpha-plan\.$/] : [];
  return [
    ...plan,
    ...ownGroups.map((mark) => new RegExp(`^${escaped(mark)}$`)),
    ...places.flatMap((mark) => parts.map((part) => new RegExp(`^${escaped(mark)}${part}$`))),
  ];
}
