import type { PlainDate } from "../kernel/plain-date.ts";
import { type Actor, covers, type Scope, scopeOf } from "./access-policy.ts";
import type { Action } from "./things.ts";
import type { Topic } from "./topic-things.ts";

/** Who may read it may be told that it changed. */
const actionOfTopic: Record<Topic, Action> = {
  duties: "obligation.read",
  records: "record.read",
  scores: "score.read",
  standards: "template.read",
  organizations: "organization.read",
  imports: "roster.import",
};

const topicsOfModule: Readonly<Record<string, readonly Topic[]>> = {
  duties: ["duties"],
  fulfilment: ["records"],
  assessment: ["scores"],
  standards: ["standards"],
  organization: ["organizations"],
  development: ["organizations"],
  imports: ["imports", "organizations"],
};

/** What changes nothing that others see, or again with each word that is typed. */
const silent: ReadonlySet<string> = new Set([
  "assessment.save_draft",
  "fulfilment.begin_upload",
  "fulfilment.save_draft",
  "organization.read_private",
]);

/** What somebody did, by the name it has in the audit, as topics. */
export function topicsOfAct(act: string): readonly Topic[] {
  return silent.has(act) ? [] : (topicsOfModule[act.slice(0, act.indexOf("."))] ?? []);
}

/** Done to one organisation, these change what those below it see. */
const reachingBelow: ReadonlySet<string> = new Set([
  "board.publish",
  "organization.manage",
  "organization.reorganize",
  "period.manage",
  "plan.issue",
  "roster.import",
  "scheme.manage",
  "template.manage",
] satisfies Action[]);

export function reachesBelow(action: string): boolean {
  return reachingBelow.has(action);
}

/** Something changed at an organisation, or somewhere below it; "" is the whole group. */
export type Change = { readonly topic: Topic; readonly path: string; readonly below: boolean };

/** Where somebody is told of a topic. */
export function toldOf(actor: Actor, topic: Topic, today: PlainDate): Scope {
  return scopeOf(actor, actionOfTopic[topic], today);
}

/**
 * What somebody with this scope is told: the organisation that changed and those above it as far as he may see them, or
 * `everything` where it may be anything of what he sees. Null where it is none of his business.
 */
export function partOf(scope: Scope, { path, below }: Omit<Change, "topic">): readonly string[] | "everything" | null {
  if (below) {
    const near = (place: string) => place.startsWith(path) || path.startsWith(place);
    return scope.subtrees.some(near) || scope.exact.some((place) => place.startsWith(path)) ? "everything" : null;
  }
  const seen = pathsTo(path).filter((place) => covers(scope, place));
  return covers(scope, path) ? seen : null;
}

/** "1.4.17." is reached by "1." and "1.4."; itself is the last. */
export function pathsTo(path: string): readonly string[] {
  const labels = path.split(".").slice(0, -1);
  return labels.map((_, i) => `${labels.slice(0, i + 1).join(".")}.`);
}
