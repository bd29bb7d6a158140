import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { installedAsLocked, installStamp } from "./install.mjs";

const here = { os: [process.platform], cpu: [process.arch] };
const elsewhere = { os: ["plan9"], cpu: ["vax"] };
const rootPackage = { workspaces: ["server"], dependencies: { a: "1.0.0" }, optionalDependencies: { db: "3.0.0" } };
const locked = {
  "": rootPackage,
  server: { dependencies: { b: "2.0.0" } },
  "node_modules/a": { version: "1.0.0" },
  "node_modules/b": { version: "2.0.0" },
  "node_modules/db": { version: "3.0.0", optional: true, ...here },
  "node_modules/a-for-vax": { version: "1.0.0", optional: true, ...elsewhere },
};

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "dutyloop-install-"));
  write("package.json", rootPackage);
  write("server/package.json", { dependencies: { b: "2.0.0" } });
  write("package-lock.json", { packages: locked });
  for (const name of ["a", "b", "db"]) mkdirSync(join(root, "node_modules", name), { recursive: true });
  install({});
});
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, content: unknown) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), JSON.stringify(content));
}

function install(changes: Record<string, { version: string } | undefined>) {
  const { "node_modules/a": a, "node_modules/b": b, "node_modules/db": db } = locked;
  const packages = { "node_modules/a": a, "node_modules/b": b, "node_modules/db": db, ...changes };
  write("node_modules/.package-lock.json", { packages });
}

describe("what npm installed is taken as complete", () => {
  test("when it is what the lock file asks for here, other platforms' packages aside", () => {
    expect(installedAsLocked(root)).toBe(true);
  });

  test.each([
    ["a package is missing", { "node_modules/a": undefined }],
    ["a package has another version", { "node_modules/b": { version: "2.0.1" } }],
    ["an optional package of our own for this platform is missing", { "node_modules/db": undefined }],
  ])("not when %s", (_what, change) => {
    install(change);
    expect(installedAsLocked(root)).toBe(false);
  });

  test("not when a package's folder was deleted", () => {
    rmSync(join(root, "node_modules", "a"), { recursive: true });
    expect(installedAsLocked(root)).toBe(false);
  });

  test("not when a package.json asks for something the lock file doesn't know", () => {
    write("server/package.json", { dependencies: { b: "2.0.0", c: "1.0.0" } });
    expect(installedAsLocked(root)).toBe(false);
  });

  test("not before the first installation", () => {
    rmSync(join(root, "node_modules"), { recursive: true });
    expect(installedAsLocked(root)).toBe(false);
  });
});

describe("the stamp", () => {
  test("changes with the lock file and with each package.json, and with nothing else", () => {
    const first = installStamp(root);
    write("server/main.json", {});
    expect(installStamp(root)).toBe(first);
    write("server/package.json", { dependencies: { b: "2.0.1" } });
    const second = installStamp(root);
    write("package-lock.json", {});
    expect(new Set([first, second, installStamp(root)]).size).toBe(3);
  });
});
