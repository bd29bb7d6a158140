// Runs a TypeScript entry point of this clone: makes sure that the packages are there, then hands over to the Node that
// npm brought (or to this one, if it is new enough). Plain JavaScript that any Node from 18 on can run.
import { spawn } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ensureInstalled } from "./install.mjs";

/** The oldest Node that strips types by itself. */
const floor = [22, 18];

export const cloneRoot = dirname(dirname(realpathSync(fileURLToPath(import.meta.url))));

/**
 * @param {string} file the entry point, relative to the clone's root
 * @param {string[]} args handed on as they are
 * @param {readonly string[]} options of Node itself
 */
export async function launch(file, args, options = []) {
  try {
    await ensureInstalled(cloneRoot, (line) => process.stderr.write(`[dutyloop] ${line}\n`));
    handOver(chooseNode(cloneRoot), [
      ...options,
      "--import",
      pathToFileURL(join(cloneRoot, "bin", "under-launcher.mjs")).href,
      join(cloneRoot, file),
      ...args,
    ]);
  } catch (error) {
    process.stderr.write(`[dutyloop] ${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}

function chooseNode(root) {
  const program = process.platform === "win32" ? "node.exe" : "node";
  const pinned = join(root, "node_modules", `node-${process.platform}-${process.arch}`, "bin", program);
  if (existsSync(pinned)) return pinned;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > floor[0] || (major === floor[0] && minor >= floor[1])) return process.execPath;
  const wanted = `${floor.join(".")}`;
  throw new Error(
    `本平台需自备 Node ${wanted} 或更新版本 / this platform needs a Node ${wanted} or newer of your own (${process.version})`,
  );
}

function handOver(node, args) {
  // Becoming the program leaves no process between it and whoever sends it signals.
  if (typeof process.execve === "function") {
    try {
      process.execve(node, [node, ...args], process.env);
    } catch (error) {
      if (error.code !== "ERR_FEATURE_UNAVAILABLE_ON_PLATFORM") throw error;
    }
  }
  // The channel is how the program notices that its launcher was killed.
  const child = spawn(node, args, { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  const signals = ["SIGTERM", "SIGINT", "SIGHUP"];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    process.stderr.write(`[dutyloop] ${node}: ${error.message}\n`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => process.exit(signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 1)));
}
