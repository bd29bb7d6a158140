import type { Action } from "@dutyloop/domain/identity/things.ts";
import type { IconName } from "../../ui/Icon.tsx";

type EntryName =
  | "workbench"
  | "duties"
  | "standards"
  | "records"
  | "board"
  | "deliveries"
  | "organizations"
  | "people"
  | "dispositions"
  | "development"
  | "gaps"
  | "imports"
  | "quarantine"
  | "reorganizations"
  | "accounts"
  | "grants"
  | "alarms"
  | "audit"
  | "status";

type Entry = {
  name: EntryName;
  to: string;
  icon: IconName;
  needs: Action;
  /** Not shown to those who reach it from another entry. */
  unless?: Action;
  part: "stages" | "ground" | "admin";
};

/** The frame's entries in the order of the ring; one is shown where some grant carries its action. */
const entries: readonly Entry[] = [
  { name: "workbench", to: "/", icon: "home", needs: "obligation.read", part: "stages" },
  { name: "duties", to: "/duties", icon: "duty", needs: "obligation.read", part: "stages" },
  { name: "standards", to: "/standards", icon: "duty", needs: "plan.read", part: "stages" },
  { name: "records", to: "/records", icon: "record", needs: "record.read", part: "stages" },
  { name: "board", to: "/board", icon: "score", needs: "score.read", part: "stages" },
  {
    name: "deliveries",
    to: "/board/deliveries",
    icon: "score",
    needs: "measure.import",
    unless: "score.read",
    part: "stages",
  },
  { name: "organizations", to: "/organizations", icon: "branch", needs: "organization.read", part: "ground" },
  { name: "people", to: "/people", icon: "person", needs: "person.read", part: "ground" },
  {
    name: "dispositions",
    to: "/people/dispositions",
    icon: "person",
    needs: "member.read_dispositions",
    unless: "person.read",
    part: "ground",
  },
  { name: "development", to: "/development", icon: "person", needs: "development.read", part: "ground" },
  { name: "gaps", to: "/organizations/gaps", icon: "branch", needs: "dashboard.read", part: "ground" },
  { name: "imports", to: "/imports", icon: "record", needs: "roster.import", part: "ground" },
  { name: "quarantine", to: "/quarantine", icon: "admin", needs: "file.quarantine", part: "ground" },
  {
    name: "reorganizations",
    to: "/reorganizations",
    icon: "branch",
    needs: "organization.reorganize",
    part: "ground",
  },
  { name: "accounts", to: "/admin/accounts", icon: "person", needs: "account.read", part: "admin" },
  { name: "grants", to: "/admin/grants", icon: "admin", needs: "grant.read", part: "admin" },
  { name: "alarms", to: "/admin/alarms", icon: "duty", needs: "account.secure", part: "admin" },
  { name: "audit", to: "/admin/audit", icon: "duty", needs: "audit.read", part: "admin" },
  { name: "status", to: "/admin/status", icon: "admin", needs: "system.read", part: "admin" },
];

function isShown({ needs, unless }: Entry, may: (action: Action) => boolean): boolean {
  return may(needs) && !(unless && may(unless));
}

export function entriesFor(may: (action: Action) => boolean, part: Entry["part"]): readonly Entry[] {
  return entries.filter((entry) => entry.part === part && isShown(entry, may));
}

/** Where an account arrives whose first page isn't the workbench: administrators where they work, not at the tree they look up. */
export function firstEntry(may: (action: Action) => boolean): string | null {
  const shown = entries.filter((entry) => isShown(entry, may));
  return (shown.find(({ part }) => part !== "ground") ?? shown[0])?.to ?? null;
}
