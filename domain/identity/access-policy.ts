import { isWithin, type PlainDate } from "../kernel/plain-date.ts";
import type { Action, Role } from "./things.ts";

/** How far a permission reaches: exactly the organisation of the grant, or it and everything below. */
export type Reach = "own" | "subtree";
export type Permission = { readonly action: Action; readonly reach: Reach };

/** A role on an organisation from a day to a day; `path` is where the organisation stands, "1.4.17.". */
export type Grant = {
  readonly role: Role;
  readonly organizationId: string;
  readonly path: string;
  readonly validFrom: PlainDate;
  /** The last day; null for as long as nobody ends it. */
  readonly validTo: PlainDate | null;
};

export type Actor = {
  readonly tenantId: number;
  readonly accountId: string;
  readonly personId: string | null;
  readonly grants: readonly Grant[];
};

/** Where an action is allowed: whole subtrees and single organisations, as paths. */
export type Scope = { readonly subtrees: readonly string[]; readonly exact: readonly string[] };

const leaderReads: readonly Action[] = [
  "organization.read",
  "template.read",
  "plan.read",
  "obligation.read",
  "record.read",
  "file.read",
  "score.read",
  "board.read",
  "dashboard.read",
  "scheme.read",
  "dispute.read",
];
const namedReads: readonly Action[] = [...leaderReads, "person.read", "record.read_names"];
/** In a trial a branch sees its own figures without rank: the board is for those who assess. */
const branchReads: readonly Action[] = namedReads.filter(
  (action) => action !== "board.read" && action !== "dashboard.read",
);
const memberReads: readonly Action[] = [
  "organization.read",
  "template.read",
  "obligation.read",
  "record.read",
  "score.read",
];

/** What each role may do and how far. A role not named here may do nothing (SEC-05). */
const permissions: Record<Role, readonly Permission[]> = {
  party_committee_leader: within("subtree", [...leaderReads, "board.publish", "score.judge"]),
  party_affairs_officer: [
    ...within("own", ["benchmark.check", "obligation.work", "record.submit", "record.draft", "record.correct"]),
    ...within("subtree", [
      ...namedReads,
      "organization.manage",
      "organization.reorganize",
      "roster.import",
      "person.manage",
      "person.read_private",
      "development.read",
      "development.manage",
      "plan.issue",
      "obligation.decide",
      "record.sample",
      "record.export",
      "file.upload",
      "file.quarantine",
      "period.manage",
      "template.manage",
      "template.review",
      "benchmark.verify",
      "scheme.manage",
      "measure.import",
      "score.judge",
      "board.prepare",
      "dispute.answer",
    ]),
  ],
  general_branch_secretary: [
    ...within("own", ["record.submit", "record.draft", "record.correct"]),
    ...within("subtree", [...namedReads, "development.read", "record.export", "score.judge", "obligation.decide"]),
  ],
  branch_secretary: within("subtree", [
    ...branchReads,
    "person.manage",
    "development.read",
    "development.manage",
    "record.submit",
    "record.draft",
    "record.correct",
    "record.export",
    "benchmark.check",
    "obligation.work",
    "file.upload",
    "dispute.raise",
  ]),
  branch_committee_member: within("subtree", [...branchReads, "record.draft", "file.upload"]),
  group_leader: within("own", [...memberReads, "record.read_names", "person.read", "file.read", "file.upload"]),
  organizer: within("subtree", [
    ...namedReads,
    "person.read_private",
    "member.read_dispositions",
    "member.dispose",
    "development.read",
    "development.manage",
    "template.review",
    "benchmark.verify",
    "record.sample",
    "record.export",
    "score.judge",
  ]),
  discipline_officer: within("subtree", [...leaderReads, "member.read_dispositions", "score.judge"]),
  supervisor: within("subtree", [
    ...leaderReads,
    "template.review",
    "benchmark.verify",
    "record.sample",
    "score.judge",
  ]),
  data_officer: [...within("own", ["organization.read", "template.read"]), ...within("subtree", ["measure.import"])],
  party_member: within("own", memberReads),
  employee: within("own", ["organization.read"]),
  // The three administrators keep accounts, grants and the audit apart and see no business data (SEC-08).
  system_administrator: within("subtree", ["account.read", "account.manage", "system.read"]),
  security_administrator: within("subtree", [
    "organization.read",
    "account.read",
    "account.secure",
    "grant.read",
    "grant.manage",
  ]),
  audit_administrator: within("subtree", ["audit.read", "audit.verify"]),
};

/** The permissions a role carries. */
export function permissionsOf(role: Role): readonly Permission[] {
  return permissions[role];
}

/** Where the actor may do the action on this day. Grants outside their days, or with a malformed path, give nothing. */
export function scopeOf(actor: Actor, action: Action, today: PlainDate): Scope {
  const subtrees: string[] = [];
  const exact: string[] = [];
  for (const grant of actor.grants) {
    if (!isPath(grant.path) || !holdsToday(grant, today)) continue;
    for (const permission of permissionsOf(grant.role)) {
      if (permission.action === action) (permission.reach === "subtree" ? subtrees : exact).push(grant.path);
    }
  }
  return simplest(subtrees, exact);
}

/** Whether the grant gives anything on this day. */
export function holdsToday(grant: Grant, today: PlainDate): boolean {
  return isWithin(today, grant.validFrom, grant.validTo);
}

/** True when an organisation at `path` lies within the scope. */
export function covers(scope: Scope, path: string): boolean {
  return scope.exact.includes(path) || scope.subtrees.some((subtree) => path.startsWith(subtree));
}

/**
 * The part of the scope that lies within the requested subtree. A client's filter can only take away, and a malformed
 * one takes everything away.
 */
export function narrow(scope: Scope, requestedPath: string): Scope {
  if (!isPath(requestedPath)) return nothing;
  const subtrees = scope.subtrees.flatMap((subtree) => {
    if (requestedPath.startsWith(subtree)) return [requestedPath];
    return subtree.startsWith(requestedPath) ? [subtree] : [];
  });
  return simplest(
    subtrees,
    scope.exact.filter((path) => path.startsWith(requestedPath)),
  );
}

/** True when the scope covers nothing at all. */
export function isNowhere(scope: Scope): boolean {
  return scope.subtrees.length === 0 && scope.exact.length === 0;
}

const nothing: Scope = { subtrees: [], exact: [] };

/** Each label ends in a dot, so that "1.4." is no prefix of "1.40.". */
function isPath(path: string): boolean {
  return /^(?:[0-9a-z]+\.)+$/.test(path);
}

function simplest(subtrees: readonly string[], exact: readonly string[]): Scope {
  const kept: string[] = [];
  for (const path of [...new Set(subtrees)].sort()) {
    if (!kept.some((wider) => path.startsWith(wider))) kept.push(path);
  }
  const single = [...new Set(exact)].filter((path) => !kept.some((wider) => path.startsWith(wider)));
  return { subtrees: kept, exact: single.sort() };
}

function within(reach: Reach, allowed: readonly Action[]): readonly Permission[] {
  return allowed.map((action) => ({ action, reach }));
}
