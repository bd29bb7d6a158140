import { type ChildProcess, spawn } from "node:child_process";
import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { type Application, groups } from "./application.ts";
import type { DemoSummary } from "./demo/fill-demo.ts";
import type { LargeGroupAccess } from "./demo/large-group/fill-large-group.ts";
import { demoAccessFile } from "./modules/administration/index.ts";
import type { Configuration } from "./platform/configuration/index.ts";
import { emptyAllTables } from "./platform/db/empty.ts";

export type DemoAccess = DemoSummary & {
  password: string;
  /** Once the second group is filled. */
  second?: LargeGroupAccess;
};
type DemoSettings = Pick<Configuration, "dataFolder" | "demoGroups">;

const accessFile = (dataFolder: string) => join(dataFolder, demoAccessFile);
const fillingFile = (dataFolder: string) => join(dataFolder, "demo-filling");
/** There as long as the second group is wanted and not yet whole. */
const secondGroupFile = (dataFolder: string) => join(dataFolder, "demo-second-group");

/** Who can sign in to the demo, if this installation is one. */
export async function demoAccess(dataFolder: string): Promise<DemoAccess | null> {
  const text = await readFile(accessFile(dataFolder), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  return text === null ? null : (JSON.parse(text) as DemoAccess);
}

/**
 * Fills an empty installation with the demo, in a program of its own, so that the server stays small. If an earlier
 * filling was interrupted, what it left is cleared first: nobody could sign in yet, so nothing of a user's is there.
 */
export async function ensureDemo(
  application: Application,
  ownerUrl: string,
  { dataFolder, demoGroups }: DemoSettings,
  tell: (line: string) => void,
): Promise<void> {
  if (await isThere(fillingFile(dataFolder))) await emptyAllTables(ownerUrl);
  if ((await groups(application.workshop.database)).length > 0) return;
  tell("正在准备演示数据 / filling the demo");
  await writeFile(fillingFile(dataFolder), "", { mode: 0o600 });
  await ended(inOwnProgram("fill"));
  if (demoGroups === "2") await writeFile(secondGroupFile(dataFolder), "", { mode: 0o600 });
  await rm(fillingFile(dataFolder));
  await sql`ANALYZE`.execute(application.workshop.database.outside);
}

/** Work that goes on while users already sign in. */
export type BackgroundStep = { readonly stop: () => Promise<void> };

/**
 * Fills the demo's second group beside the running server, or goes on with it where it was interrupted, and then says who
 * can sign in there. The server doesn't wait for it; whatever of it isn't there when the server stops is added next time.
 */
export async function startSecondGroup(
  dataFolder: string,
  tell: (line: string) => void,
  filled: (access: LargeGroupAccess) => void,
): Promise<BackgroundStep> {
  if (!(await isThere(secondGroupFile(dataFolder)))) return { stop: async () => {} };
  tell("正在后台准备第二个演示集团 / filling the demo's second group in the background");
  const child = inOwnProgram("fill-second");
  let stopping = false;
  const work = ended(child)
    .then(async () => {
      await rm(secondGroupFile(dataFolder));
      const second = (await demoAccess(dataFolder))?.second;
      if (second) filled(second);
    })
    .catch((error: Error) => {
      if (!stopping) tell(`下次启动时继续填入第二个演示集团 / the next start goes on with it: ${error.message}`);
    });
  return {
    async stop() {
      stopping = true;
      child.kill();
      await work;
    },
  };
}

/** The channel to it tells it when this program is gone, however that came. */
function inOwnProgram(step: "fill" | "fill-second"): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, "cli.ts"), "demo", step], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: process.env,
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`The demo could not be filled (it ended with ${code})`)),
    );
  });
}

function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** Keeps who can sign in, readable by the owner of the installation only, so that every start can print it. */
export async function keepDemoAccess(dataFolder: string, access: DemoAccess): Promise<void> {
  const part = `${accessFile(dataFolder)}.part`;
  await writeFile(part, JSON.stringify(access, null, 2), { mode: 0o600 });
  await rename(part, accessFile(dataFolder));
}
