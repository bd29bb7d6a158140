import type { FastifyBaseLogger } from "fastify";
import pg from "pg";
import { type Announcement, liveChannel, readAnnouncements } from "./announcer.ts";

export type Listener = {
  /** Begins to listen; again and again is the same as once. Settled when the line stood for the first time. */
  start(): Promise<void>;
  stop(): Promise<void>;
};

type Ears = {
  readonly hear: (changes: readonly Announcement[]) => void;
  /** The line to the database was cut and is back: anything may have changed meanwhile. */
  readonly missed: () => void;
};

const firstPause = 500;
const longestPause = 30_000;

/** Hears what is announced, on a connection of its own that is opened with the first who wants to know. */
export function listener(appUrl: string, logger: FastifyBaseLogger, { hear, missed }: Ears): Listener {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let pause = firstPause;
  let started = false;
  let stopped = false;
  let opening: Promise<void> = Promise.resolve();
  const standing = Promise.withResolvers<void>();

  async function open(again: boolean): Promise<void> {
    const fresh = new pg.Client({ connectionString: appUrl, keepAlive: true, application_name: "dutyloop live" });
    let gone = false;
    const lost = (error?: Error) => {
      if (gone) return;
      gone = true;
      void fresh.end().catch(() => {});
      if (client === fresh) client = undefined;
      if (stopped) return;
      if (error) logger.warn({ err: error }, "listening to changes was interrupted");
      timer = setTimeout(() => {
        opening = open(true);
      }, pause);
      pause = Math.min(longestPause, pause * 2);
    };
    fresh.on("error", lost);
    fresh.on("end", () => lost());
    fresh.on("notification", ({ payload }) => hear(readAnnouncements(payload ?? "[]")));
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${liveChannel}`);
      client = fresh;
      pause = firstPause;
      standing.resolve();
      if (again) missed();
    } catch (error) {
      lost(error as Error);
    }
  }

  return {
    start() {
      if (!started) {
        started = true;
        opening = open(false);
      }
      return standing.promise;
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await opening;
      await client?.end();
    },
  };
}
