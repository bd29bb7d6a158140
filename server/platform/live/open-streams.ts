import type { ServerResponse } from "node:http";
import type { Actor, Scope } from "@dutyloop/domain/identity/access-policy.ts";
import { type Change, partOf, pathsTo, toldOf } from "@dutyloop/domain/identity/topic-policy.ts";
import type { Topic } from "@dutyloop/domain/identity/topic-things.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";

/** An open page of somebody who is signed in. */
export type Stream = {
  readonly actor: Actor;
  /** The day that the scopes are of; on the next one they may be others. */
  readonly today: PlainDate;
  /** Which session it hangs on, and how that one and its grants stood when it was opened. */
  readonly session: string;
  readonly standing: string;
  readonly response: ServerResponse;
};

type Group = { readonly streams: Set<Stream>; readonly at: Map<string, Set<Stream>> };
type Concerned = readonly [stream: Stream, part: readonly string[] | "everything"];

/** The open pages of one server by group and by the places of their grants, so that a change asks only those it may concern. */
export class OpenStreams {
  readonly #groups = new Map<number, Group>();
  readonly #ofAccount = new Map<string, number>();
  readonly #scopes = new WeakMap<Stream, Map<Topic, Scope>>();
  count = 0;

  ofAccount(accountId: string): number {
    return this.#ofAccount.get(accountId) ?? 0;
  }

  add(stream: Stream): void {
    const { tenantId, accountId } = stream.actor;
    const group = this.#groups.get(tenantId) ?? { streams: new Set(), at: new Map() };
    this.#groups.set(tenantId, group);
    group.streams.add(stream);
    for (const path of placesOf(stream)) group.at.set(path, (group.at.get(path) ?? new Set()).add(stream));
    this.#ofAccount.set(accountId, this.ofAccount(accountId) + 1);
    this.count += 1;
  }

  /** False where it was taken out before. */
  remove(stream: Stream): boolean {
    const { tenantId, accountId } = stream.actor;
    const group = this.#groups.get(tenantId);
    if (!group?.streams.delete(stream)) return false;
    for (const path of placesOf(stream)) {
      const there = group.at.get(path);
      there?.delete(stream);
      if (there?.size === 0) group.at.delete(path);
    }
    if (group.streams.size === 0) this.#groups.delete(tenantId);
    const left = this.ofAccount(accountId) - 1;
    if (left > 0) this.#ofAccount.set(accountId, left);
    else this.#ofAccount.delete(accountId);
    this.count -= 1;
    return true;
  }

  all(): readonly Stream[] {
    return [...this.#groups.values()].flatMap(({ streams }) => [...streams]);
  }

  byGroup(): readonly (readonly [number, readonly Stream[]])[] {
    return [...this.#groups].map(([tenantId, { streams }]) => [tenantId, [...streams]] as const);
  }

  /** Whom a change concerns, and what of it each may know. */
  concerned(tenantId: number, change: Change): Concerned[] {
    const group = this.#groups.get(tenantId);
    if (!group) return [];
    const asked = change.below
      ? group.streams
      : new Set(pathsTo(change.path).flatMap((path) => [...(group.at.get(path) ?? [])]));
    return [...asked].flatMap((stream) => {
      const part = partOf(this.#scopeOf(stream, change.topic), change);
      return part === null ? [] : [[stream, part] as const];
    });
  }

  #scopeOf(stream: Stream, topic: Topic): Scope {
    const scopes = this.#scopes.get(stream) ?? new Map<Topic, Scope>();
    this.#scopes.set(stream, scopes);
    const scope = scopes.get(topic) ?? toldOf(stream.actor, topic, stream.today);
    scopes.set(topic, scope);
    return scope;
  }
}

function placesOf({ actor }: Stream): ReadonlySet<string> {
  return new Set(actor.grants.map(({ path }) => path));
}
