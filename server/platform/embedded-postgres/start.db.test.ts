import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { processMark } from "../../../bin/process-lock.mjs";
import { withClient } from "./roles.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./start.ts";

const log = { info: () => undefined, warn: () => undefined };
let folder: string;
let dataFolder: string;
const start = () => startEmbeddedPostgres({ dataFolder, log, neverFlush: true });
const alive = (pid: number) => processMark(pid) !== "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dutyloop-postgres-"));
  chmodSync(folder, 0o711);
  dataFolder = join(folder, "data");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Another process that uses the same data folder, as the command line or a second server would. */
function otherProcess(): Promise<{ child: ChildProcess; pid: number }> {
  const code = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(join(import.meta.dirname, "start.ts"))});
    const log = { info() {}, warn() {} };
    const started = await startEmbeddedPostgres({ dataFolder: ${JSON.stringify(dataFolder)}, log, neverFlush: true });
    process.stdin.on("data", async (order) => {
      if (order.toString() === "stop\\n") await started.stop();
      process.exit(0);
    });
    console.log(started.pid);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], { stdio: ["pipe", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    child.on("exit", () => reject(new Error("the other process ended")));
    child.stdout.once("data", (line: Buffer) => resolve({ child, pid: Number(line.toString()) }));
  });
}

const ended = (child: ChildProcess) => new Promise<void>((resolve) => child.once("exit", () => resolve()));

async function note(url: string): Promise<unknown[]> {
  const found = await withClient(url, (client) => client.query("SELECT text FROM note"));
  return found.rows;
}

describe("the built-in database", () => {
  let database: EmbeddedPostgres;
  beforeAll(async () => {
    database = await start();
    await withClient(database.ownerUrl, async (client) => {
      await client.query("CREATE TABLE note (text text); GRANT SELECT ON note TO dutyloop_app");
      await client.query("INSERT INTO note VALUES ('党')");
    });
  });
  afterAll(() => database.stop());

  test("gives each role what it needs and no more", async () => {
    const { rows } = await withClient(database.superUrl, (client) =>
      client.query(
        `SELECT rolname AS role, rolsuper OR rolcreaterole OR rolcreatedb AS rules, rolbypassrls AS bypasses,
           (SELECT count(*)::int FROM pg_database WHERE datdba = r.oid) AS owns
         FROM pg_roles r WHERE rolname LIKE 'dutyloop%' ORDER BY rolname`,
      ),
    );
    expect(rows).toEqual([
      { role: "dutyloop_app", rules: false, bypasses: false, owns: 0 },
      { role: "dutyloop_backup", rules: false, bypasses: true, owns: 0 },
      { role: "dutyloop_owner", rules: false, bypasses: false, owns: 1 },
    ]);
    await expect(withClient(database.appUrl, (client) => client.query("CREATE TABLE mine ()"))).rejects.toThrow(
      /denied/,
    );
    await expect(withClient(database.backupUrl, (client) => client.query("DELETE FROM note"))).rejects.toThrow(
      /denied/,
    );
    expect(await note(database.backupUrl)).toEqual([{ text: "党" }]);
  });

  test("asks for a password, listens on no port and opens its files and socket to nobody else", async () => {
    const withoutPassword = database.appUrl.replace(/:[^:@]+@/, ":wrong@");
    await expect(withClient(withoutPassword, (client) => client.query("SELECT 1"))).rejects.toThrow(/password/);
    const { rows } = await withClient(database.superUrl, (client) => client.query("SHOW listen_addresses"));
    expect(rows).toEqual([{ listen_addresses: "" }]);
    for (const inside of ["postgres/cluster", "postgres/socket"]) {
      expect(statSync(join(dataFolder, inside)).mode & 0o077).toBe(0);
    }
    expect(statSync(`${dataFolder}.postgres.json`).mode & 0o077).toBe(0);
  });

  test("reads Chinese: UTF-8, and trigrams of Chinese words", async () => {
    const { rows } = await withClient(database.appUrl, (client) =>
      client.query("SELECT current_setting('server_encoding') AS encoding, show_trgm('党') <> '{}' AS trigrams"),
    );
    expect(rows).toEqual([{ encoding: "UTF8", trigrams: true }]);
  });

  test("comes back by itself when it is killed, with everything in it", async () => {
    const before = database.pid;
    process.kill(before, "SIGKILL");
    await vi.waitFor(() => expect(database.pid).not.toBe(before), { timeout: 5000, interval: 20 });
    expect(await note(database.appUrl)).toEqual([{ text: "党" }]);
  });

  test("is shared by a second process, which leaves it running for the first", async () => {
    const other = await otherProcess();
    expect(other.pid).toBe(database.pid);
    const gone = ended(other.child);
    other.child.stdin?.write("stop\n");
    await gone;
    expect(await note(database.appUrl)).toEqual([{ text: "党" }]);
  });
});

describe("after its users have gone", () => {
  test("a killed process leaves it running, the next one uses it, and the last one shuts it down", async () => {
    const killed = await otherProcess();
    const gone = ended(killed.child);
    killed.child.kill("SIGKILL");
    await gone;
    expect(alive(killed.pid)).toBe(true);
    const next = await start();
    expect(next.pid).toBe(killed.pid);
    await next.stop();
    expect(alive(killed.pid)).toBe(false);
    expect(existsSync(join(dataFolder, "postgres", "cluster", "postmaster.pid"))).toBe(false);
  });

  test("a process that ends without a word takes it along", async () => {
    const other = await otherProcess();
    const gone = ended(other.child);
    other.child.stdin?.write("just end\n");
    await gone;
    await vi.waitFor(() => expect(alive(other.pid)).toBe(false), { timeout: 10_000, interval: 20 });
  });

  test("what a killed PostgreSQL left behind doesn't stop the next start", async () => {
    const killed = await otherProcess();
    const gone = ended(killed.child);
    killed.child.kill("SIGKILL");
    await gone;
    process.kill(killed.pid, "SIGKILL");
    const next = await start();
    expect(next.pid).not.toBe(killed.pid);
    expect(await note(next.appUrl)).toEqual([{ text: "党" }]);
    await next.stop();
  });

  test("two that start at the same moment get one database", async () => {
    const [one, other] = await Promise.all([start(), otherProcess()]);
    expect(one.pid).toBe(other.pid);
    await one.stop();
    expect(alive(other.pid)).toBe(true);
    const gone = ended(other.child);
    other.child.stdin?.write("stop\n");
    await gone;
    expect(alive(other.pid)).toBe(false);
  });

  test("without its passwords it is refused, and nothing is made anew", async () => {
    rmSync(`${dataFolder}.postgres.json`);
    await expect(start()).rejects.toThrow(/passwords are missing/);
    expect(existsSync(`${dataFolder}.postgres.json`)).toBe(false);
  });
});
