import { spawn } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { type Application, groups } from "./application.ts";
import type { DemoSummary } from "./demo/fill-demo.ts";
import { emptyAllTables } from "./platform/db/empty.ts";

export type DemoAccess = DemoSummary & { password: string };

const accessFile = (dataFolder: string) => join(dataFolder, "demo-access.json");
const fillingFile = (dataFolder: string) => join(dataFolder, "demo-filling");

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
  dataFolder: string,
  tell: (line: string) => void,
): Promise<void> {
  const interrupted = await readFile(fillingFile(dataFolder), "utf8").then(
    () => true,
    () => false,
  );
  if (interrupted) await emptyAllTables(ownerUrl);
  if ((await groups(application.workshop.database)).length > 0) return;
  tell("正在准备演示数据 / filling the demo");
  await writeFile(fillingFile(dataFolder), "", { mode: 0o600 });
  await fillInOwnProgram();
  await rm(fillingFile(dataFolder));
  await sql`ANALYZE`.execute(application.workshop.database.outside);
}

function fillInOwnProgram(): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, "cli.ts"), "demo", "fill"], {
      stdio: ["ignore", "inherit", "inherit"],
      env: process.env,
    });
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`The demo could not be filled (it ended with ${code})`)),
    );
  });
}

/** Keeps who can sign in, readable by the owner of the installation only, so that every start can print it. */
export async function keepDemoAccess(dataFolder: string, access: DemoAccess): Promise<void> {
  await writeFile(accessFile(dataFolder), JSON.stringify(access, null, 2), { mode: 0o600 });
}
