import type { Actor } from "@dutyloop/domain/identity/access-policy.ts";
import { type Topic, topics } from "@dutyloop/domain/identity/topic-things.ts";
import type { FastifyBaseLogger } from "fastify";
import { sql } from "kysely";
import type { Database } from "../db/pools.ts";
import type { Announcement } from "./announcer.ts";
import { type Listener, listener } from "./listener.ts";
import { OpenStreams, type Stream } from "./open-streams.ts";

/** How these sessions of a group stand, with everything that decides what they may see; those that ended are left out. */
export type StandingOf = (tenantId: number, sessions: readonly string[]) => Promise<ReadonlyMap<string, string>>;

type Paths = ReadonlySet<string> | "everything";
type Waiting = Map<string, { readonly topic: Topic; readonly month: string | null; readonly paths: Paths }>;
type Parts = {
  readonly database: Database;
  readonly appUrl: string;
  readonly logger: FastifyBaseLogger;
  readonly standingOf: StandingOf;
};

const gatheredMilliseconds = 1000;
const checkedMilliseconds = 3000;
const heartbeatMilliseconds = 25_000;
/** A page that doesn't read is closed and asks again, rather than filling the memory of the server. */
const mostUnread = 64 * 1024;
/** Where more organisations changed within a second, the page asks anew for everything of the topic. */
const mostNamed = 50;
const mostOfAccount = 12;
const mostOfServer = 20_000;

/**
 * Tells the open pages of one server what changed. What is announced is kept for a second and told to those whom it
 * concerns: which topic, the organisations that changed and those above them as far as the page may see them, the month;
 * nothing of what they contain. Whose session or grants changed is cut off within five seconds.
 */
export class Streams {
  readonly #parts: Parts;
  readonly #open = new OpenStreams();
  readonly #waiting = new Map<Stream, Waiting>();
  readonly #listener: Listener;
  readonly #timers: NodeJS.Timeout[] = [];
  #telling: NodeJS.Timeout | undefined;
  #checking = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#listener = listener(parts.appUrl, parts.logger, {
      hear: (changes) => this.#hear(changes),
      missed: () => this.#tellAll(),
    });
  }

  /** Whether one more page of this account may be kept open here. */
  takes({ accountId }: Actor): boolean {
    return this.#open.ofAccount(accountId) < mostOfAccount && this.#open.count < mostOfServer;
  }

  /** Greets the page once it hears everything: what changes before the line to the database stands would be lost to it. */
  open(stream: Stream): void {
    const listening = this.#begin();
    this.#open.add(stream);
    stream.response.once("close", () => this.#forget(stream));
    void listening.then(() => write(stream, "hello", {}));
  }

  /** Ends a page's stream and says whether it may come again. */
  end(stream: Stream, why: "again" | "over"): void {
    write(stream, why, {});
    stream.response.end();
    this.#forget(stream);
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    clearTimeout(this.#telling);
    for (const stream of this.#open.all()) this.end(stream, "again");
    await Promise.all([this.#listener.stop(), this.#checking]);
  }

  #begin(): Promise<void> {
    const listening = this.#listener.start();
    if (this.#timers.length > 0) return listening;
    const every = (milliseconds: number, act: () => void) => this.#timers.push(setInterval(act, milliseconds).unref());
    every(heartbeatMilliseconds, () => {
      for (const { response } of this.#open.all()) response.write(":\n\n");
    });
    every(checkedMilliseconds, () => {
      this.#checking = this.#checking.then(() => this.#check());
    });
    return listening;
  }

  #forget(stream: Stream): void {
    if (this.#open.remove(stream)) this.#waiting.delete(stream);
  }

  async #check(): Promise<void> {
    for (const [tenantId, streams] of this.#open.byGroup()) {
      const sessions = [...new Set(streams.map(({ session }) => session))];
      // What can't be checked isn't trusted: the page asks again and is let in or not.
      const standing = await this.#parts.standingOf(tenantId, sessions).catch(() => null);
      for (const stream of streams) {
        const now = standing?.get(stream.session);
        if (now !== stream.standing) this.end(stream, standing !== null && now === undefined ? "over" : "again");
      }
    }
  }

  #hear(changes: readonly Announcement[]): void {
    for (const change of changes) {
      for (const [stream, part] of this.#open.concerned(change.tenantId, change))
        this.#keep(stream, change.topic, change.month, part);
    }
  }

  #tellAll(): void {
    for (const stream of this.#open.all()) for (const topic of topics) this.#keep(stream, topic, null, "everything");
  }

  #keep(stream: Stream, topic: Topic, month: string | null, part: readonly string[] | "everything"): void {
    const waiting: Waiting = this.#waiting.get(stream) ?? new Map();
    this.#waiting.set(stream, waiting);
    const name = `${topic} ${month ?? ""}`;
    waiting.set(name, { topic, month, paths: joined(waiting.get(name)?.paths ?? new Set(), part) });
    this.#telling ??= setTimeout(() => void this.#tell(), gatheredMilliseconds).unref();
  }

  async #tell(): Promise<void> {
    const told = [...this.#waiting];
    this.#waiting.clear();
    this.#telling = undefined;
    for (const [tenantId, ofGroup] of Map.groupBy(told, ([{ actor }]) => actor.tenantId)) {
      const all = ofGroup.flatMap(([, waiting]) => [...waiting.values()].flatMap(({ paths }) => named(paths)));
      const idOf = await this.#idsOf(tenantId, all).catch(() => null);
      for (const [stream, waiting] of ofGroup) {
        for (const { topic, month, paths } of waiting.values()) {
          const everything = paths === "everything" || idOf === null;
          const organizations = everything ? null : named(paths).flatMap((path) => idOf.get(path) ?? []);
          write(stream, "changed", { topic, organizations, month });
        }
        if (stream.response.writableLength > mostUnread) this.end(stream, "again");
      }
    }
  }

  async #idsOf(tenantId: number, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (paths.length === 0) return new Map();
    const database = this.#parts.database.reading(tenantId);
    const { rows } = await sql<{ id: string; path: string }>`SELECT id, path FROM organization
      WHERE tenant_id = ${tenantId} AND path = ANY(${[...new Set(paths)]}::text[])`.execute(database);
    return new Map(rows.map(({ id, path }) => [path, id]));
  }
}

function joined(known: Paths, part: readonly string[] | "everything"): Paths {
  if (known === "everything" || part === "everything") return "everything";
  const all = new Set([...known, ...part]);
  return all.size > mostNamed ? "everything" : all;
}

function named(paths: Paths): readonly string[] {
  return paths === "everything" ? [] : [...paths];
}

function write({ response }: Stream, event: string, data: object): void {
  if (!response.writableEnded) response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}
