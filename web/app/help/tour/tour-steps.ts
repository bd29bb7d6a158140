import { isAdministratorRole, type Role } from "@dutyloop/domain/identity/things.ts";
import type { TourTextKey } from "./texts.ts";

/** A step shows the first of these that is on the page; without one it stands in the middle. */
export type TourStep = { readonly at: readonly string[]; readonly title: TourTextKey; readonly text: TourTextKey };
export type Audience = "secretary" | "staff" | "leader" | "member" | "administrator";

const leaders: readonly Role[] = ["party_committee_leader"];
const secretaries: readonly Role[] = ["branch_secretary", "branch_committee_member", "group_leader"];
const members: readonly Role[] = ["party_member", "employee"];

/** For whom the tour is, by the role that an account arrives with. */
export function audienceOf(roles: readonly Role[]): Audience {
  const [first] = roles;
  if (first === undefined) return "member";
  if (isAdministratorRole(first)) return "administrator";
  if (leaders.includes(first)) return "leader";
  if (secretaries.includes(first)) return "secretary";
  return members.includes(first) ? "member" : "staff";
}

const ask: TourStep = { at: ["main [data-help]"], title: "askTitle", text: "askText" };

/** Three steps for each: where one begins, what matters most, where to ask. */
export const tourSteps: Readonly<Record<Audience, readonly [TourStep, TourStep, TourStep]>> = {
  secretary: [
    { at: ['main a[href^="/record/"]', "main h1"], title: "todoTitle", text: "todoText" },
    { at: ['nav a[href^="/records"]'], title: "recordsTitle", text: "recordsText" },
    ask,
  ],
  staff: [
    { at: ['nav a[href^="/duties"]', "main h1"], title: "planTitle", text: "planText" },
    { at: ['nav a[href^="/board"]'], title: "closeTitle", text: "closeText" },
    ask,
  ],
  leader: [
    { at: ["main h1"], title: "ringTitle", text: "ringText" },
    { at: ['nav a[href^="/board"]'], title: "boardTitle", text: "boardText" },
    ask,
  ],
  member: [
    { at: ["main h1"], title: "branchTitle", text: "branchText" },
    { at: ['nav a[href^="/me"]', "header button[aria-expanded]"], title: "meTitle", text: "meText" },
    ask,
  ],
  administrator: [
    { at: ['nav a[href^="/admin"]', "main h1"], title: "adminTitle", text: "adminText" },
    { at: ["main h1"], title: "threeTitle", text: "threeText" },
    ask,
  ],
};
