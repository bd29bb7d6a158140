import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { takeLock } from "../../../bin/process-lock.mjs";
import { type Binaries, usableBinaries } from "./binaries.ts";
import { clusterExists, initialiseCluster, superuserName, writeSettings } from "./initialise.ts";
import { findNativePackage } from "./native-package.ts";
import { choosePlace } from "./place.ts";
import { findPostmaster, type Postmaster, shutDown, spawnPostmaster, waitUntilReady } from "./postmaster.ts";
import { databaseName, provision, roleNames, withClient } from "./roles.ts";
import { type Account, postgresAccount } from "./run-as.ts";
import { type ClusterSecrets, clusterSecrets } from "./secrets.ts";
import { makeSocketFolder, socketFolderFor } from "./socket-folder.ts";
import { socketUrl } from "./urls.ts";
import { register, stillUsed } from "./users.ts";
import { watch } from "./watch.ts";

/** The part of a pino logger that is used here. */
export interface Log {
  info(values: object, sentence: string): void;
  warn(values: object, sentence: string): void;
}

export interface EmbeddedPostgres {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly backupUrl: string;
  readonly superUrl: string;
  /** The postmaster's process id now; another one after a crash. */
  readonly pid: number;
  /** Leaves the database; the last process that uses it shuts it down and waits for the end. */
  stop(): Promise<void>;
}

interface Cluster {
  readonly place: string;
  readonly folder: string;
  readonly socketFolder: string;
  readonly binaries: Binaries;
  readonly account: Account;
  readonly secrets: ClusterSecrets;
  readonly neverFlush: boolean;
}

export interface StartOptions {
  readonly dataFolder: string;
  readonly log: Log;
  /** Where the roles' passwords are kept; not inside the data folder. */
  readonly secretsFile?: string;
  /** Only for a cluster that a test throws away. */
  readonly neverFlush?: boolean;
  readonly cloneRoot?: string;
}

const readyLimitMs = 60_000;
const ownClone = dirname(dirname(dirname(import.meta.dirname)));

/**
 * Starts the PostgreSQL of this data folder, or uses the one that runs on it already, and keeps it running: when it
 * dies it is started again. Several processes may do this on one data folder; the last to stop shuts it down.
 * @throws Error with a reason for the administrator
 */
export async function startEmbeddedPostgres(options: StartOptions): Promise<EmbeddedPostgres> {
  const { dataFolder, log, cloneRoot = ownClone, neverFlush = false } = options;
  const account = postgresAccount();
  const { folder: place, elsewhere } = choosePlace(dataFolder, account);
  if (elsewhere) log.warn({ dataFolder, place }, "the database can't be in the data folder and is in place instead");
  const native = findNativePackage(cloneRoot);
  const binaries = usableBinaries(native, cloneRoot, account, place);
  if (binaries.copied) log.warn({ programs: binaries.folder }, "PostgreSQL's programs run from a copy");
  const folder = join(place, "cluster");
  const release = await lockStart(place);
  let leave: () => void;
  let cluster: Cluster;
  let running: Postmaster;
  try {
    const exists = clusterExists(folder, native.major);
    const secrets = clusterSecrets(options.secretsFile ?? `${dataFolder}.postgres.json`, exists);
    cluster = { place, folder, socketFolder: socketFolderFor(place, account), binaries, account, secrets, neverFlush };
    if (!exists) {
      log.info({ cluster: folder }, "creating the database");
      await initialiseCluster(binaries, folder, account, secrets.superuser, neverFlush);
    }
    leave = register(place);
    try {
      running = await ensureRunning(cluster, log);
      await provision((database) => urlFor(cluster, superuserName, secrets.superuser, database), secrets);
    } catch (error) {
      leave();
      if (!stillUsed(place)) await shutDown(folder);
      throw error;
    }
  } finally {
    release();
  }
  return present(cluster, running, leave, log);
}

function present(cluster: Cluster, first: Postmaster, leave: () => void, log: Log): EmbeddedPostgres {
  const { secrets, place } = cluster;
  const watching = watch(first.pid, log, async () => {
    const release = await lockStart(place);
    try {
      return (await ensureRunning(cluster, log)).pid;
    } finally {
      release();
    }
  });
  // A program that ends without stop() (an error at its start) doesn't leave a server behind either.
  const leaveAtExit = () => {
    leave();
    const left = stillUsed(place) ? undefined : findPostmaster(cluster.folder);
    if (left) process.kill(left.pid, "SIGINT");
  };
  process.once("exit", leaveAtExit);
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    process.off("exit", leaveAtExit);
    await watching.stop();
    const release = await lockStart(place);
    try {
      leave();
      if (!stillUsed(place)) await shutDown(cluster.folder);
    } finally {
      release();
    }
  };
  return {
    ownerUrl: urlFor(cluster, roleNames.owner, secrets.owner),
    appUrl: urlFor(cluster, roleNames.app, secrets.app),
    backupUrl: urlFor(cluster, roleNames.backup, secrets.backup),
    superUrl: urlFor(cluster, superuserName, secrets.superuser),
    get pid() {
      return watching.pid();
    },
    stop: () => (stopping ??= stop()),
  };
}

// Call with the start lock held.
async function ensureRunning(cluster: Cluster, log: Log): Promise<Postmaster> {
  const end = Date.now() + readyLimitMs;
  for (let found = findPostmaster(cluster.folder); found; found = findPostmaster(cluster.folder)) {
    // One that was killed a moment ago still stands there as ready: only an answer counts.
    if (found.status === "ready" && (await answers(cluster))) {
      log.info({ pid: found.pid }, "using the PostgreSQL that runs on this data folder");
      return found;
    }
    if (Date.now() > end) throw new Error(`PostgreSQL ${found.pid} runs but doesn't answer (${found.status})`);
    await pause(20);
  }
  makeSocketFolder(cluster.socketFolder, cluster.account);
  const { socketFolder, neverFlush } = cluster;
  writeSettings(cluster.folder, cluster.account, { socketFolder, neverFlush });
  for (;;) {
    const { failed } = spawnPostmaster(cluster.binaries, cluster.folder, socketFolder, cluster.account);
    const ready = await waitUntilReady(cluster.folder, readyLimitMs, failed);
    if (typeof ready !== "string") {
      log.info({ pid: ready.pid }, "PostgreSQL is ready");
      return ready;
    }
    // Children of a killed postmaster need a moment to notice; until then they hold its shared memory.
    if (!/still in use|lock file/i.test(ready) || Date.now() > end)
      throw new Error(`PostgreSQL didn't start: ${ready}`);
    await pause(100);
  }
}

async function answers(cluster: Cluster): Promise<boolean> {
  const url = urlFor(cluster, superuserName, cluster.secrets.superuser, "postgres");
  return withClient(url, (client) => client.query("SELECT 1")).then(
    () => true,
    () => false,
  );
}

async function lockStart(place: string): Promise<() => void> {
  const release = await takeLock(join(place, "start.lock"), { waitMs: 2 * readyLimitMs });
  if (!release) throw new Error(`another process is starting the database in ${place} and doesn't end`);
  return release;
}

function urlFor(cluster: Cluster, role: string, password: string, database = databaseName): string {
  return socketUrl(cluster.socketFolder, role, password, database);
}
