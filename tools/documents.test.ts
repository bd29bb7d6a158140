import { statSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { scenes } from "../e2e/pictures/scenes.ts";
import { buildPages } from "../server/platform/help/pages.ts";
import { pageHelp } from "../web/app/help/page-help.ts";
import { placeTexts } from "../web/app/palette/place-texts.ts";
import { places } from "../web/app/palette/places.ts";
import { deadLinks, glossaryTerms, missingIdentifiers, namedFiles, withFolders, wordsText } from "./documents.ts";
import { cloneRoot, readRepositoryFile, repositoryPaths } from "./source-files.ts";

const paths = repositoryPaths();
const known = withFolders(paths);
const documents = paths
  .filter((path) => path.endsWith(".md"))
  .map((path) => ({ path, text: readRepositoryFile(path) }));

test("every relative link in the documents leads to a file", () => {
  expect(documents.length).toBeGreaterThan(15);
  expect(documents.flatMap((document) => deadLinks(document, known))).toEqual([]);
  const planted = {
    path: "docs/a.md",
    text: "[gone](gone.md) [there](../README.md#x) [web](https://example.org) `[no](link.md)`",
  };
  expect(deadLinks(planted, known)).toEqual(["docs/a.md: gone.md"]);
});

test("ARCHITECTURE.md names only files and folders that exist", () => {
  const named = namedFiles(readRepositoryFile("ARCHITECTURE.md"));
  expect(named.length).toBeGreaterThan(25);
  expect(named.filter((name) => !known.has(name))).toEqual([]);
  expect(namedFiles("see `server/gone.ts` and `web/nowhere/`, not `perform(x)`")).toEqual([
    "server/gone.ts",
    "web/nowhere",
  ]);
});

test("what a page says about itself names a chapter and a part of it that are there", () => {
  const pages = buildPages(cloneRoot);
  const lost = Object.entries(pageHelp).flatMap(([route, { chapter }]) =>
    (["zh", "en"] as const).flatMap((language) => {
      const [name = "", anchor] = chapter.split("#");
      const page = pages.get(`/help/${language}/${name}`);
      const found = page && (anchor === undefined || page.html.includes(`id="${anchor}"`));
      return found ? [] : [`${route}: ${language}/${chapter}`];
    }),
  );
  expect(lost).toEqual([]);
});

test("every page that one can look for has help, and stands by its name in the part of the guide that tells about it", () => {
  const pages = buildPages(cloneRoot);
  const told = places.filter(({ part }) => part === "page");
  expect(told.length).toBeGreaterThan(30);
  const routes = Object.keys(pageHelp).filter((route) => !/\$|\/new$/.test(route));
  expect(told.map(({ to }) => to).sort()).toEqual(routes.sort());
  const lost = told.flatMap(({ name, to }) => {
    const [chapter = "", anchor] = pageHelp[to]?.chapter.split("#") ?? [];
    // The parts of a translation are those of its original, under other anchors.
    const at = pages.get(`/help/zh/${chapter}`)?.parts.findIndex((part) => part.anchor === anchor) ?? -1;
    return (["zh", "en"] as const).flatMap((language) => {
      const parts = pages.get(`/help/${language}/${chapter}`)?.parts ?? [];
      const text = (anchor === undefined ? parts : parts.slice(at, at + 1)).map((part) => `${part.title} ${part.text}`);
      const title = placeTexts[language][name];
      return text.join(" ").toLowerCase().includes(title.toLowerCase())
        ? []
        : [`${language} ${to}: ${title} in ${chapter}#${anchor ?? ""}`];
    });
  });
  expect(lost).toEqual([]);
});

test("the words that pages explain are those of the glossary (node bin/run.mjs tools/write-words.ts writes them)", () => {
  expect(readRepositoryFile("web/app/help/explained-words.ts")).toBe(wordsText(readRepositoryFile("docs/glossary.md")));
});

test("the guide shows every picture that was taken, in each language, and all of them are small", () => {
  const pictures = paths.filter((path) => path.endsWith(".webp"));
  const shown = new Set(documents.flatMap(({ text }) => text.match(/[\w-]+\.webp/g) ?? []));
  expect(pictures.map((path) => basename(path)).filter((name) => !shown.has(name))).toEqual([]);
  const taken = scenes.flatMap(({ name }) => [`${name}.webp`, `${name}-en.webp`]);
  expect(taken.sort()).toEqual(pictures.map((path) => basename(path)).sort());
  const bytes = pictures.reduce((sum, path) => sum + statSync(join(cloneRoot, path)).size, 0);
  expect(bytes / 1024 / 1024).toBeLessThanOrEqual(6);
});

test("every identifier of the glossary stands in the code", () => {
  const terms = glossaryTerms(readRepositoryFile("docs/glossary.md"));
  const code = paths
    .filter((path) => /^(?:domain|contract|server|web)\/.*\.(?:tsx?|sql|ya?ml|css)$/.test(path))
    .map(readRepositoryFile);
  expect(terms.length).toBeGreaterThanOrEqual(60);
  expect(missingIdentifiers(terms, code)).toEqual([]);
  const planted = glossaryTerms(
    "| 词 | `isBranchKind` `neverWritten` | meaning |\n|---|---|---|\n| no identifier | x | y |",
  );
  expect(missingIdentifiers(planted, code)).toEqual(["词: neverWritten"]);
});

test("the document of decisions is numbered without gaps", () => {
  const numbers = paths.flatMap((path) => /^docs\/decisions\/(\d{3})-[a-z0-9-]+\.md$/.exec(path)?.[1] ?? []);
  expect(numbers.length).toBeGreaterThan(5);
  expect(numbers).toEqual(numbers.map((_number, index) => String(index + 1).padStart(3, "0")));
});
