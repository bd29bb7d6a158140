import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { choosePlace } from "./place.ts";
import { allows, canReach } from "./run-as.ts";
import { socketFolderFor } from "./socket-folder.ts";

/** An account that owns nothing here, as the one that root lends. */
const stranger = { uid: 65_533, gid: 65_533, lent: true };
const self = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0, lent: false };

let folder: string;
let outside: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dutyloop-place-"));
  chmodSync(folder, 0o711);
  outside = join(folder, "outside");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("who may enter", () => {
  test.each([
    ["owner", { uid: 65_533, gid: 0, mode: 0o100 }, true],
    ["an owner without the right, though others have it", { uid: 65_533, gid: 0, mode: 0o011 }, false],
    ["group", { uid: 0, gid: 65_533, mode: 0o010 }, true],
    ["others", { uid: 0, gid: 0, mode: 0o001 }, true],
    ["others of a closed folder", { uid: 0, gid: 0, mode: 0o770 }, false],
  ])("%s", (_who, bits, expected) => {
    expect(allows(bits, stranger, 1)).toBe(expected);
  });

  test("one closed folder on the way closes all below it", () => {
    mkdirSync(join(folder, "home", "clone"), { recursive: true });
    expect(canReach(join(folder, "home", "clone", "data"), stranger)).toBe(true);
    chmodSync(join(folder, "home"), 0o700);
    expect(canReach(join(folder, "home", "clone", "data"), stranger)).toBe(false);
    expect(canReach(join(folder, "home", "clone", "data"), self)).toBe(true);
  });
});

describe("where the database goes", () => {
  test("into the data folder if PostgreSQL can come in", () => {
    const data = join(folder, "data");
    expect(choosePlace(data, stranger, outside)).toEqual({ folder: join(data, "postgres"), elsewhere: false });
  });

  test("to the machine's folder if it can't, with a note in the data folder, and it stays there", () => {
    const home = join(folder, "home");
    const data = join(home, "data");
    mkdirSync(home);
    chmodSync(home, 0o700);
    const place = choosePlace(data, stranger, outside);
    expect(place.elsewhere).toBe(true);
    expect(place.folder.startsWith(outside)).toBe(true);
    expect(readFileSync(join(data, "POSTGRES-IS-ELSEWHERE.txt"), "utf8")).toContain(place.folder);
    chmodSync(home, 0o711);
    expect(choosePlace(data, stranger, outside)).toEqual(place);
  });

  test("two data folders never share a place", () => {
    const home = join(folder, "home");
    mkdirSync(home);
    chmodSync(home, 0o700);
    const places = ["one", "two"].map((name) => choosePlace(join(home, name), stranger, outside).folder);
    expect(new Set(places).size).toBe(2);
  });

  test("a database that exists is never passed over for an empty one", () => {
    const data = join(folder, "home", "data");
    mkdirSync(join(data, "postgres", "cluster"), { recursive: true });
    chmodSync(join(folder, "home"), 0o700);
    expect(() => choosePlace(data, stranger, outside)).toThrow(/can't enter/);
    expect(existsSync(outside)).toBe(false);
  });

  test("a note that points nowhere is refused", () => {
    const home = join(folder, "home");
    mkdirSync(home);
    chmodSync(home, 0o700);
    const { folder: chosen } = choosePlace(join(home, "data"), stranger, outside);
    rmSync(chosen, { recursive: true });
    expect(() => choosePlace(join(home, "data"), stranger, outside)).toThrow(/no such folder/);
  });
});

describe("the socket", () => {
  test("lies beside the cluster, or where the system's limit of 107 bytes leaves room", () => {
    expect(socketFolderFor("/srv/duty/postgres", self)).toBe("/srv/duty/postgres/socket");
    const deep = `/srv/${"责任环".repeat(12)}/postgres`;
    for (const account of [self, stranger]) {
      const short = socketFolderFor(deep, account);
      expect(Buffer.byteLength(`${short}/.s.PGSQL.5432`)).toBeLessThanOrEqual(107);
      expect(short).not.toBe(socketFolderFor(`${deep}2`, account));
    }
  });
});
