// A lock between processes of one machine: a file that names its owner. A dead owner's lock is taken over, so that a
// kill -9 never leaves a door shut. Plain JavaScript, because the launcher uses it on whatever Node it finds.
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";

/** A half-written lock file is given this long before it counts as abandoned. */
const writingMs = 2000;

/**
 * Names a process so that a later process with the same number isn't taken for it: number and start time.
 * @param {number} [pid]
 * @returns {string} "pid" or "pid start", empty if there is no such process
 */
export function processMark(pid = process.pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // A zombie holds its number but does nothing any more.
    return fields[0] === "Z" || fields[0] === "X" ? "" : `${pid} ${fields[19]}`;
  } catch {
    if (process.platform === "linux") return "";
  }
  try {
    process.kill(pid, 0);
    return String(pid);
  } catch (error) {
    return error.code === "EPERM" ? String(pid) : "";
  }
}

/**
 * @param {string} mark as processMark gave it
 * @returns {boolean} whether that very process still runs
 */
export function isAlive(mark) {
  const pid = Number.parseInt(mark, 10);
  return pid > 0 && processMark(pid) === mark.trim();
}

/**
 * Takes the lock if nobody living holds it.
 * @param {string} path
 * @returns {(() => void) | undefined} the release, or undefined while another process holds it
 */
export function tryLock(path) {
  const own = processMark();
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      writeFileSync(path, own, { flag: "wx", mode: 0o644 });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const owner = readOwner(path);
    if (owner === undefined) continue;
    if (owner.held) return undefined;
    removeAbandoned(path, owner.mark);
  }
  return undefined;
}

/**
 * Waits for the lock.
 * @param {string} path
 * @param {{ waitMs: number, onWait?: () => void }} options onWait is called once, when the lock isn't free at once
 * @returns {Promise<(() => void) | undefined>} the release, or undefined when the time was up
 */
export async function takeLock(path, { waitMs, onWait }) {
  const end = Date.now() + waitMs;
  let told = false;
  for (;;) {
    const release = tryLock(path);
    if (release) return release;
    if (!told) onWait?.();
    told = true;
    if (Date.now() >= end) return undefined;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function readOwner(path) {
  try {
    const mark = readFileSync(path, "utf8");
    const held = mark === "" ? Date.now() - statSync(path).mtimeMs < writingMs : isAlive(mark);
    return { mark, held };
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}

// Renaming first means that of two processes which see the same dead owner only one removes its file; whoever catches
// a fresh lock by mistake puts it back.
function removeAbandoned(path, mark) {
  const aside = `${path}.abandoned-${process.pid}`;
  try {
    renameSync(path, aside);
    if (readFileSync(aside, "utf8") === mark) rmSync(aside, { force: true });
    else renameSync(aside, path);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}
