import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SecondFactorPolicy } from "@dutyloop/domain/identity/second-factor-rules.ts";
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from "fastify";
import { type Application, openApplication } from "../application.ts";
import { configuredIn } from "../platform/configuration/index.ts";
import { type MovableClock, movableClock } from "./clock.ts";
import type { TestCluster } from "./cluster.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";

/** The whole program on a database of the test's own, without listening and without loops. */
export type Stage = {
  readonly application: Application;
  readonly server: FastifyInstance;
  readonly clock: MovableClock;
  readonly database: FreshDatabase;
  /** Files and audit anchors. */
  readonly folder: string;
  close(): Promise<void>;
};

/** A logger that says nothing; its shape is the framework's. */
function silentLogger(): FastifyBaseLogger {
  return Fastify({ logger: false }).log;
}

/** @param options `cluster` where no run of tests has one */
export async function openStage(
  options: { overTls?: boolean; secondFactorFor?: SecondFactorPolicy; cluster?: Omit<TestCluster, "stop"> } = {},
): Promise<Stage> {
  const database = await freshDatabase(options.cluster);
  const folder = await mkdtemp(join(tmpdir(), "dutyloop-stage-"));
  const clock = movableClock();
  const application = await openApplication({
    appUrl: database.appUrl,
    keys: { audit: Buffer.alloc(32, 1), field: Buffer.alloc(32, 3), session: Buffer.alloc(32, 2) },
    filesFolder: join(folder, "files"),
    anchorFile: join(folder, "anchors.jsonl"),
    timeZone: "Asia/Shanghai",
    secondFactorFor: options.secondFactorFor ?? "nobody",
    configured: configuredIn(folder),
    clock,
    logger: silentLogger(),
  });
  const server = await application.server({
    webFolder: null,
    overTls: options.overTls ?? false,
    trustProxy: false,
    metricsToken: null,
  });
  return {
    application,
    server,
    clock,
    database,
    folder,
    async close() {
      await server.close();
      await application.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
