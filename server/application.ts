import type { SecondFactorPolicy } from "@dutyloop/domain/identity/second-factor-rules.ts";
import { plainDateIn } from "@dutyloop/domain/kernel/plain-date.ts";
import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import { sql } from "kysely";
import { administrationRoutes } from "./modules/administration/index.ts";
import {
  assessmentRoutes,
  foldAllScores,
  installSchemes,
  markMissingSheets,
  whatIfRoutes,
} from "./modules/assessment/index.ts";
import { bulletinRoutes } from "./modules/bulletins/index.ts";
import { dashboardRoutes, foldAllCounts, letScoresGoFirst } from "./modules/dashboard/index.ts";
import { dutiesRoutes, postDueFacts } from "./modules/duties/index.ts";
import { clearUploads, fulfilmentRoutes, wordRecords } from "./modules/fulfilment/index.ts";
import { identityRoutes, SessionKeeper } from "./modules/identity/index.ts";
import { importsRoutes } from "./modules/imports/index.ts";
import { listsRoutes } from "./modules/lists/index.ts";
import { liveRoutes } from "./modules/live/index.ts";
import { fillNameWords, fillSearchEntries, forgetNameWords, organizationRoutes } from "./modules/organization/index.ts";
import { reorganizationRoutes } from "./modules/reorganization/index.ts";
import { searchRoutes } from "./modules/search/index.ts";
import { installTemplates, standardsRoutes } from "./modules/standards/index.ts";
import { anchorAudit } from "./platform/audit/anchor.ts";
import { sealAudit } from "./platform/audit/sealer.ts";
import { loadWorkCalendar } from "./platform/calendar/work-calendar.ts";
import type { Configured } from "./platform/configuration/index.ts";
import { checkDatabase } from "./platform/db/check-roles.ts";
import { type Database, openDatabase } from "./platform/db/pools.ts";
import { fieldCipher } from "./platform/fields/field-cipher.ts";
import { openPartStore } from "./platform/files/parts.ts";
import { openFileStore } from "./platform/files/store.ts";
import { buildServer } from "./platform/http/server.ts";
import { startAnnouncer } from "./platform/live/announcer.ts";
import { Streams } from "./platform/live/streams.ts";
import { type Loop, startLoop, type Turn } from "./platform/loops/loop.ts";
import { startMetrics } from "./platform/loops/metrics.ts";
import { givingBackOfProcess } from "./platform/memory/give-back.ts";
import type { Workshop } from "./platform/ritual/perform.ts";

export type ApplicationSettings = {
  readonly appUrl: string;
  readonly keys: { readonly audit: Buffer; readonly field: Buffer; readonly session: Buffer };
  /** Uploaded files. */
  readonly filesFolder: string;
  /** Signed heads of the audit chain, outside the database. */
  readonly anchorFile: string;
  readonly timeZone: string;
  /** File of public holidays beside the built-in ones. */
  readonly workCalendarFile?: string | undefined;
  /** Of whom a second factor is demanded at sign-in. */
  readonly secondFactorFor: SecondFactorPolicy;
  /** Told to system administrators. */
  readonly configured: Configured;
  readonly clock: () => Date;
  readonly logger: FastifyBaseLogger;
};

export type Application = {
  readonly workshop: Workshop;
  readonly settings: ApplicationSettings;
  readonly server: (options: ServerOptions) => Promise<FastifyInstance>;
  readonly startLoops: () => void;
  /** Fills every group with library content it doesn't have yet. */
  readonly installLibrary: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type ServerOptions = {
  webFolder: string | null;
  overTls: boolean;
  trustProxy: boolean;
  metricsToken: string | null;
};

/** Puts the program together: database, modules, loops. `main.ts`, `worker.ts`, `cli.ts` and the tests all start here. */
export async function openApplication(settings: ApplicationSettings): Promise<Application> {
  const { clock, timeZone, logger, keys } = settings;
  const database = openDatabase(settings.appUrl);
  await checkDatabase(database);
  const loops: Loop[] = [];
  // Only scores are waited for; the other loops keep their own time.
  let scores: Loop | undefined;
  const announcer = startAnnouncer(database, logger);
  let names: Loop | undefined;
  let recordWords: Loop | undefined;
  const workshop: Workshop = {
    database,
    clock,
    timeZone,
    workCalendar: loadWorkCalendar(settings.workCalendarFile),
    auditKey: keys.audit,
    fields: fieldCipher(keys.field),
    wake: () => scores?.wake(),
    announce(...changes) {
      announcer.announce(...changes);
      if (changes.some(({ topic }) => topic === "organizations")) names?.wake();
      if (changes.some(({ topic }) => topic === "records" || topic === "imports")) recordWords?.wake();
    },
  };
  const store = openFileStore(settings.filesFolder);
  const parts = openPartStore(settings.filesFolder);
  const { secondFactorFor } = settings;
  const sessions = new SessionKeeper({ database, clock, timeZone, sessionKey: keys.session, secondFactorFor });
  const streams = new Streams({
    database,
    appUrl: settings.appUrl,
    logger,
    standingOf: (tenantId, digests) => sessions.standingOf(tenantId, digests),
  });
  const metrics = startMetrics(() => groups(database), database, clock);

  async function installFor(tenantId: number): Promise<void> {
    await database.writing(tenantId, {}, async (transaction) => {
      await installTemplates(transaction, tenantId);
      await installSchemes(transaction, tenantId);
      await fillSearchEntries(transaction, tenantId);
    });
    await fillNameWords(database, tenantId);
  }

  return {
    workshop,
    settings,
    async installLibrary() {
      for (const tenantId of await groups(database)) await installFor(tenantId);
    },
    async server({ webFolder, overTls, trustProxy, metricsToken }) {
      const routes = [
        ...identityRoutes({ workshop, sessions, overTls, secondFactorFor, afterFounding: installFor }),
        ...liveRoutes({ streams, attach: (request) => sessions.attach(request) }),
        ...organizationRoutes,
        ...searchRoutes,
        ...importsRoutes,
        ...standardsRoutes,
        ...dutiesRoutes,
        ...fulfilmentRoutes({ workshop, store, parts }),
        ...assessmentRoutes,
        ...whatIfRoutes(database),
        ...reorganizationRoutes,
        ...dashboardRoutes,
        ...bulletinRoutes,
        ...administrationRoutes({
          database,
          auditKey: keys.audit,
          anchorFile: settings.anchorFile,
          timeZone,
          fields: workshop.fields,
          configured: settings.configured,
          loops: () => loops.map((loop) => loop.state()),
        }),
      ];
      const server = await buildServer({
        workshop,
        routes: [...routes, ...listsRoutes({ workshop, routes })],
        authenticate: sessions.authenticate,
        health: { ready: async () => void (await sql`SELECT 1`.execute(database.outside)), metrics, metricsToken },
        logger,
        webFolder,
        overTls,
        trustProxy,
      });
      // Open pages would keep it from closing for as long as somebody looks.
      server.addHook("preClose", () => streams.close());
      return server;
    },
    startLoops() {
      const forEachGroup =
        (work: (tenantId: number, stopping: () => boolean) => Promise<unknown>): Turn =>
        async (stopping) => {
          let idle = true;
          for (const tenantId of await groups(database)) {
            if (!stopping()) idle = (await work(tenantId, stopping)) === 0 && idle;
          }
          return idle ? 0 : 1;
        };
      scores = startLoop(
        "scores",
        200,
        logger,
        forEachGroup((tenantId, stopping) => foldAllScores(database, tenantId, clock(), stopping, announcer.announce)),
      );
      names = startLoop(
        "names",
        60_000,
        logger,
        forEachGroup((tenantId) => fillNameWords(database, tenantId)),
      );
      recordWords = startLoop(
        "words of records",
        60_000,
        logger,
        forEachGroup((tenantId) => wordRecords(database, tenantId)),
      );
      loops.push(
        scores,
        names,
        recordWords,
        startLoop(
          "audit seals",
          500,
          logger,
          forEachGroup((tenantId) => sealAudit(database, keys.audit, tenantId)),
        ),
        // In a queue and a turn of their own: counting a whole plan anew keeps no score waiting.
        startLoop(
          "counts",
          500,
          logger,
          forEachGroup(async (tenantId, stopping) => {
            if (await letScoresGoFirst(database, tenantId, clock())) return;
            await foldAllCounts(database, tenantId, plainDateIn(clock(), timeZone), stopping, announcer.announce);
          }),
        ),
        startLoop(
          "due facts",
          60_000,
          logger,
          forEachGroup((tenantId) => postDueFacts(workshop, tenantId)),
        ),
        startLoop(
          "missing sheets",
          60_000,
          logger,
          forEachGroup((tenantId) => markMissingSheets(workshop, tenantId, 0)),
        ),
        startLoop(
          "missing sheets of earlier months",
          600_000,
          logger,
          forEachGroup((tenantId) => markMissingSheets(workshop, tenantId, 13)),
        ),
        startLoop(
          "audit anchors",
          3_600_000,
          logger,
          forEachGroup((tenantId) => anchorAudit(database, keys.audit, tenantId, clock(), settings.anchorFile)),
        ),
        startLoop(
          "unfinished uploads",
          3_600_000,
          logger,
          forEachGroup((tenantId) => clearUploads(database, parts, tenantId, clock())),
        ),
        startLoop(
          "names of nobody",
          3_600_000,
          logger,
          forEachGroup((tenantId) => forgetNameWords(database, tenantId)),
        ),
        startLoop("memory at rest", 5000, logger, givingBackOfProcess()),
        startLoop(
          "stored answers",
          3_600_000,
          logger,
          forEachGroup((tenantId) => forgetAnswers(database, tenantId, clock())),
        ),
      );
    },
    async close() {
      await Promise.all([streams.close(), ...loops.map((loop) => loop.stop())]);
      await announcer.close();
      await database.close();
    },
  };
}

/** Numbers of all groups of this installation. */
export async function groups(database: Database): Promise<number[]> {
  const rows = await database.outside.selectFrom("tenant").select("tenant_id").orderBy("tenant_id").execute();
  return rows.map((row) => row.tenant_id);
}

const answersKeptDays = 3;

/** A caller repeats a request within minutes; older stored answers and dead sessions only take room. */
async function forgetAnswers(database: Database, tenantId: number, now: Date): Promise<void> {
  const before = new Date(now.getTime() - answersKeptDays * 86_400_000);
  await database.writing(tenantId, {}, async (transaction) => {
    await transaction
      .deleteFrom("idempotency")
      .where("tenant_id", "=", tenantId)
      .where("recorded_at", "<", before)
      .execute();
    await transaction
      .deleteFrom("session")
      .where("tenant_id", "=", tenantId)
      .where("last_seen_at", "<", before)
      .execute();
  });
}
