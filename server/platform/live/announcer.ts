import type { Change } from "@dutyloop/domain/identity/topic-policy.ts";
import type { Topic } from "@dutyloop/domain/identity/topic-things.ts";
import type { Month } from "@dutyloop/domain/kernel/plain-date.ts";
import type { FastifyBaseLogger } from "fastify";
import { sql } from "kysely";
import type { Database } from "../db/pools.ts";

/** A change of one group, in a month where only that one is touched. */
export type Announcement = Change & { readonly tenantId: number; readonly month: Month | null };
/** The same, of an organisation known by its number. */
export type AnnouncementOf = {
  readonly tenantId: number;
  readonly topic: Topic;
  readonly organizationId: string;
  readonly month: Month | null;
};

export type Announcer = {
  /** After a commit: says that something changed. Nobody waits for it, and what is lost is seen at the next reading. */
  announce(...changes: readonly (Announcement | AnnouncementOf)[]): void;
  close(): Promise<void>;
};

export const liveChannel = "dutyloop_live";
const gatheredMilliseconds = 200;
/** PostgreSQL takes notifications of less than 8000 bytes. */
const mostBytes = 7000;

type Sent = readonly [tenantId: number, topic: Topic, path: string, month: string, below: 0 | 1];

/**
 * Tells every server of this database what changed, several changes in one statement of its own. Not within the
 * transactions that change something: PostgreSQL commits those that notify one after the other.
 */
export function startAnnouncer(database: Database, logger: FastifyBaseLogger): Announcer {
  const waiting = new Map<string, Announcement | AnnouncementOf>();
  let timer: NodeJS.Timeout | undefined;
  let sending = Promise.resolve();

  async function send(): Promise<void> {
    const changes = [...waiting.values()];
    waiting.clear();
    timer = undefined;
    if (changes.length === 0) return;
    try {
      const placed = await withPaths(database, changes);
      const texts = written(placed);
      if (texts.length > 0)
        await sql`SELECT pg_notify(${liveChannel}, t) FROM unnest(${texts}::text[]) AS t`.execute(database.outside);
    } catch (error) {
      logger.warn({ err: error }, "what changed was not announced");
    }
  }

  return {
    announce(...changes) {
      for (const change of changes) waiting.set(JSON.stringify(change), change);
      if (changes.length === 0 || timer !== undefined) return;
      timer = setTimeout(() => {
        sending = sending.then(send);
      }, gatheredMilliseconds);
      timer.unref();
    },
    async close() {
      clearTimeout(timer);
      await sending;
      await send();
    },
  };
}

async function withPaths(
  database: Database,
  changes: readonly (Announcement | AnnouncementOf)[],
): Promise<Announcement[]> {
  const numbered = Map.groupBy(
    changes.filter((change) => "organizationId" in change),
    ({ tenantId }) => tenantId,
  );
  const placed: Announcement[] = changes.filter((change) => "path" in change);
  for (const [tenantId, ofGroup] of numbered) {
    const ids = [...new Set(ofGroup.map(({ organizationId }) => organizationId))];
    const { rows } = await sql<{ id: string; path: string }>`SELECT id, path FROM organization
      WHERE tenant_id = ${tenantId} AND id = ANY(${ids}::uuid[])`.execute(database.reading(tenantId));
    const paths = new Map(rows.map(({ id, path }) => [id, path]));
    for (const { organizationId, topic, month } of ofGroup) {
      const path = paths.get(organizationId);
      if (path !== undefined) placed.push({ tenantId, topic, path, month, below: false });
    }
  }
  return placed;
}

/** As few notifications as the changes fit in. */
function written(changes: readonly Announcement[]): string[] {
  const texts: string[] = [];
  let bytes = mostBytes;
  let parts: string[] = [];
  for (const { tenantId, topic, path, month, below } of changes) {
    const part = JSON.stringify([tenantId, topic, path, month ?? "", below ? 1 : 0] satisfies Sent);
    bytes += part.length + 1;
    if (bytes > mostBytes) {
      parts = [];
      texts.push("");
      bytes = part.length + 3;
    }
    parts.push(part);
    texts[texts.length - 1] = `[${parts.join(",")}]`;
  }
  return texts;
}

/** What another server, or this one, announced. */
export function readAnnouncements(text: string): Announcement[] {
  return (JSON.parse(text) as Sent[]).map(([tenantId, topic, path, month, below]) => ({
    tenantId,
    topic,
    path,
    month: month === "" ? null : month,
    below: below === 1,
  }));
}
