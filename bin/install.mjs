// Makes node_modules complete for package-lock.json before anything that needs it is loaded.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, delimiter, join } from "node:path";
import { takeLock } from "./process-lock.mjs";

const installLimitMs = 15 * 60 * 1000;
const dependencyLists = ["dependencies", "devDependencies", "optionalDependencies"];

/**
 * @param {string} root the clone's root
 * @returns {string} what node_modules must have been made from: lock file, every package.json, and the platform
 */
export function installStamp(root) {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}\n`);
  for (const file of ["package-lock.json", ...packageFiles(root)]) {
    hash
      .update(`${file}\n`)
      .update(readFileSync(join(root, file)))
      .update("\n");
  }
  return hash.digest("hex");
}

/**
 * @param {string} root the clone's root
 * @returns {boolean} whether what npm says it installed is what the lock file asks for on this platform
 */
export function installedAsLocked(root) {
  const lock = readJson(join(root, "package-lock.json"));
  const installed = readJson(join(root, "node_modules", ".package-lock.json"));
  if (!lock?.packages || !installed?.packages) return false;
  for (const file of packageFiles(root)) {
    const locked = lock.packages[file === "package.json" ? "" : file.slice(0, -"/package.json".length)];
    if (!locked || !samePackage(locked, readJson(join(root, file)))) return false;
  }
  return Object.entries(lock.packages).every(([place, wanted]) => {
    if (!place.includes("node_modules/")) return true;
    const found = installed.packages[place];
    if (found) return found.version === wanted.version && existsSync(join(root, place));
    // What a package brings along as optional is npm's choice; our own optional packages must be there.
    const own = lock.packages[""].optionalDependencies?.[place.slice("node_modules/".length)];
    return wanted.optional === true && !(own && meantForHere(wanted));
  });
}

/**
 * Installs if needed; of several launchers one installs and the others wait for it.
 * @param {string} root the clone's root
 * @param {(line: string) => void} say where progress goes
 */
export async function ensureInstalled(root, say) {
  const stampFile = join(root, "node_modules", ".dutyloop-install");
  const stamp = installStamp(root);
  const stamped = () => existsSync(stampFile) && readFileSync(stampFile, "utf8").trim() === stamp;
  if (stamped()) return;
  if (installedAsLocked(root)) return remember(stampFile, stamp);
  mkdirSync(join(root, ".dutyloop"), { recursive: true });
  const release = await takeLock(join(root, ".dutyloop", "install.lock"), {
    waitMs: installLimitMs,
    onWait: () => say("另一个进程正在安装依赖，请稍候 / another process is installing, waiting for it"),
  });
  if (!release) throw new Error("安装锁一直被占用 / the install lock stayed taken: .dutyloop/install.lock");
  try {
    if (stamped()) return;
    const began = Date.now();
    say("正在从 npm 安装依赖，首次约需一分钟 / installing from npm, about a minute the first time");
    await runNpm(root);
    writeFileSync(stampFile, stamp);
    say(`依赖已安装 / installed (${((Date.now() - began) / 1000).toFixed(0)} s)`);
  } finally {
    release();
  }
}

function packageFiles(root) {
  const own = readJson(join(root, "package.json"));
  return ["package.json", ...(own?.workspaces ?? []).map((folder) => `${folder}/package.json`)];
}

function samePackage(locked, wanted) {
  return dependencyLists.every((list) => {
    const left = Object.entries(locked[list] ?? {});
    const right = wanted?.[list] ?? {};
    return left.length === Object.keys(right).length && left.every(([name, range]) => right[name] === range);
  });
}

function meantForHere({ os, cpu }) {
  return admits(os, process.platform) && admits(cpu, process.arch);
}

function admits(list, value) {
  if (!list?.length) return true;
  if (list.includes(`!${value}`)) return false;
  return list.includes(value) || list.every((entry) => entry.startsWith("!"));
}

function runNpm(root) {
  const [command, ...before] = npmCommand();
  // "npm ci" refuses a lock file that lacks another platform's optional package, which happens where a registry doesn't
  // hold them all; "install --no-save" takes the same versions from the lock file and writes nothing back.
  // Development packages are part of a clone (the web is built here), whatever NODE_ENV says.
  const args = ["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"];
  args.push("--include=dev", "--include=optional");
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...before, ...args, "--loglevel=error"], {
      cwd: root,
      // Standard output belongs to the command that was asked for; npm speaks on the error stream.
      stdio: ["ignore", 2, 2],
      env: { ...process.env, PATH: pathWithout(join(root, "node_modules", ".bin")) },
      shell: process.platform === "win32" && command === "npm",
    });
    child.on("error", (error) => reject(new Error(`找不到 npm / npm can't be run: ${error.message}`)));
    child.on("exit", (code, signal) => {
      if (code === 0) resolve(undefined);
      else reject(new Error(`npm install 失败 / npm install failed (${signal ?? code})`));
    });
  });
}

function npmCommand() {
  const running = process.env.npm_execpath;
  return running && basename(running) === "npm-cli.js" ? [process.execPath, running] : ["npm"];
}

// npm must not run on the Node that it is about to replace.
function pathWithout(folder) {
  const parts = (process.env.PATH ?? "").split(delimiter);
  return parts.filter((part) => part !== folder).join(delimiter);
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function remember(file, text) {
  try {
    writeFileSync(file, text);
  } catch {
    // A read-only installation that matches the lock file is as good as a stamped one.
  }
}
