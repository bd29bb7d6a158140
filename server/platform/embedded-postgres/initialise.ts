import { spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Binaries } from "./binaries.ts";
import { type Account, giveTo } from "./run-as.ts";
import { type ClusterSettings, settingsText } from "./settings.ts";

export const superuserName = "postgres";

/** Whether the folder holds a cluster. @throws Error if it was made by another major version */
export function clusterExists(cluster: string, major: number): boolean {
  const file = join(cluster, "PG_VERSION");
  if (!existsSync(file)) return false;
  const found = readFileSync(file, "utf8").trim();
  if (found !== String(major)) {
    throw new Error(`the database in ${cluster} is of PostgreSQL ${found}, this release brings ${major}`);
  }
  return true;
}

/** Makes a cluster: UTF-8, sorted by code point, every connection with a password. Whole or not at all. */
export async function initialiseCluster(
  binaries: Binaries,
  cluster: string,
  account: Account,
  superuserPassword: string,
  neverFlush = false,
): Promise<void> {
  const part = `${cluster}.part`;
  const passwordFile = `${cluster}.password`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true, mode: 0o700 });
  giveTo(account, part);
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, `${superuserPassword}\n`, { mode: 0o600 });
  giveTo(account, passwordFile);
  const args = ["-D", part, "-U", superuserName, "-E", "UTF8", "--locale=C.UTF-8", "--auth=scram-sha-256"];
  args.push(`--pwfile=${passwordFile}`, "--no-instructions", ...(neverFlush ? ["--no-sync"] : []));
  try {
    await run(join(binaries.folder, "bin", "initdb"), args, account);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  appendFileSync(join(part, "postgresql.conf"), "\ninclude 'dutyloop.conf'\n");
  renameSync(part, cluster);
}

export function writeSettings(cluster: string, account: Account, settings: ClusterSettings): void {
  const file = join(cluster, "dutyloop.conf");
  writeFileSync(file, settingsText(settings), { mode: 0o600 });
  giveTo(account, file);
}

/** The environment of PostgreSQL's programs: nothing of ours. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  return { PATH: "/usr/bin:/bin", LANG: "C.UTF-8", LC_ALL: "C.UTF-8", TZ: "UTC" };
}

function run(program: string, args: string[], account: Account): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: dirname(args[1] ?? "/"),
      stdio: ["ignore", "pipe", "pipe"],
      env: postgresEnvironment(),
      ...(account.lent ? { uid: account.uid, gid: account.gid } : {}),
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece: Buffer) => (said += piece.toString()));
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} failed (${code}): ${said.trim()}`)),
    );
  });
}
