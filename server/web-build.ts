import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { glob, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { takeLock } from "../bin/process-lock.mjs";

const root = join(import.meta.dirname, "..");
const built = join(root, "web", "dist");
const stampFile = join(built, "built-from.txt");

/**
 * Makes sure that web/dist is built from the sources that stand here. Builds beside it and swaps, so that a server that
 * is running on the old pages never finds half of the new ones. Answers the folder.
 */
export async function ensureWebBuilt(tell: (line: string) => void): Promise<string> {
  const stamp = await stampOfSources();
  if (await isBuilt(stamp)) return built;
  const release = await takeLock(join(root, ".dutyloop", "web-build.lock"), { waitMs: 300_000 });
  if (!release) throw new Error("Another program is building the web pages and doesn't end");
  try {
    if (await isBuilt(stamp)) return built;
    tell("正在生成网页 / building the web pages");
    const fresh = `${built}.${process.pid}`;
    await run(["vite", "build", "--outDir", fresh, "--emptyOutDir", "--logLevel", "error"]);
    await writeFile(join(fresh, "built-from.txt"), stamp);
    await rm(`${built}.old`, { recursive: true, force: true });
    await rename(built, `${built}.old`).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
    });
    await rename(fresh, built);
    await rm(`${built}.old`, { recursive: true, force: true });
    return built;
  } finally {
    release();
  }
}

async function isBuilt(stamp: string): Promise<boolean> {
  return (await readFile(stampFile, "utf8").catch(() => "")) === stamp;
}

async function stampOfSources(): Promise<string> {
  const hash = createHash("sha256");
  const found: string[] = [];
  for await (const file of glob(
    ["web/**/*.{ts,tsx,css,html,svg,js,json}", "contract/**/*.ts", "domain/**/*.ts", "package-lock.json"],
    { cwd: root },
  )) {
    if (!/node_modules|dist|\.test\./.test(file)) found.push(file);
  }
  for (const file of found.sort()) hash.update(file).update(await readFile(join(root, file)));
  return hash.digest("hex");
}

function run([tool, ...args]: string[]): Promise<void> {
  const program = join(root, "node_modules", "vite", "bin", `${tool}.js`);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: join(root, "web"),
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`The web pages could not be built (${tool} ended with ${code})`)),
    );
  });
}
