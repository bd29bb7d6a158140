/**
 * Which part of the program may import which. `edges.test.ts` reads every import and fails on one that isn't here, so
 * a new edge is a decision somebody writes down. Parts are folders; a part that isn't named may import nothing.
 */

/** Between packages. What a file of one may take of another is narrowed further below. */
export const packageEdges: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  contract: ["domain"],
  server: ["contract", "domain"],
  web: ["contract", "domain"],
};

/** Plain JavaScript of the launcher that a server file may use. */
export const launcherFiles: readonly string[] = ["bin/launch.mjs", "bin/process-lock.mjs"];

/** Modules of domain/: downwards only. */
export const domainEdges: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  identity: ["kernel"],
  organization: ["kernel", "identity"],
  standards: ["kernel", "organization"],
  assessment: ["kernel", "organization", "standards"],
  duties: ["kernel", "organization", "standards", "assessment"],
  fulfilment: ["kernel", "organization", "standards", "duties", "assessment"],
  operation: ["identity"],
  rules: [],
};

/** Modules of server/modules/: through their index.ts only, downwards only; identity stands beside them. */
export const serverEdges: Readonly<Record<string, readonly string[]>> = {
  identity: [],
  live: [],
  organization: [],
  standards: [],
  duties: ["organization", "standards"],
  fulfilment: ["organization", "standards", "duties"],
  assessment: ["standards"],
  imports: ["organization", "standards", "duties", "fulfilment", "assessment"],
  reorganization: ["organization", "duties", "assessment"],
  dashboard: ["organization", "standards", "assessment"],
  bulletins: ["standards", "fulfilment", "assessment", "dashboard"],
  administration: [],
  search: ["organization", "standards", "duties", "fulfilment"],
  lists: [],
};

/** Modules of domain/ that a server module may ask, beside its own and kernel: those below it, and the access policy. */
export const serverAsksDomain: Readonly<Record<string, readonly string[]>> = {
  identity: ["identity", "organization"],
  live: ["identity"],
  organization: ["organization", "identity"],
  standards: ["standards", "organization", "identity"],
  duties: ["duties", "standards", "organization", "identity"],
  fulfilment: ["fulfilment", "duties", "standards", "organization", "identity", "assessment"],
  assessment: ["assessment", "standards", "organization", "identity"],
  imports: ["organization", "standards", "fulfilment", "assessment", "identity"],
  reorganization: ["organization", "identity"],
  dashboard: ["assessment", "standards", "organization", "identity", "duties"],
  bulletins: ["assessment", "duties", "standards", "organization", "identity"],
  administration: ["identity", "organization", "operation"],
  search: ["identity", "organization", "standards"],
  lists: ["identity", "operation"],
};

/** Files and folders of server/ that put the program together; nothing below them imports them, except tests. */
export const composition: readonly string[] = ["server/commands", "server/demo", "server/testing"];

/**
 * Parts of web/. The router in app/ opens the pages of every module, so app and modules know each other; ui shows
 * refusals, and so knows the language and how the API refuses.
 */
export const webEdges: Readonly<Record<string, readonly string[]>> = {
  app: ["ui", "modules"],
  ui: ["app/language", "app/api"],
  modules: ["app", "ui"],
  help: ["app/theme"],
};

/** Between modules of web/. */
export const webModuleEdges: Readonly<Record<string, readonly string[]>> = {
  identity: [],
  organization: ["identity"],
  people: ["organization", "identity"],
  development: ["organization"],
  standards: [],
  duties: [],
  fulfilment: ["duties", "standards"],
  assessment: ["fulfilment", "identity"],
  dashboard: ["assessment", "duties", "standards"],
  administration: ["identity"],
  units: [],
  imports: [],
  reorganization: ["organization", "identity"],
};

/** Of the contract the browser loads these; the schemas (and with them the validator) are types to it. */
export const contractValuesForWeb: readonly RegExp[] = [
  /^contract\/routes\.ts$/,
  /^contract\/messages\//,
  /^contract\/lists\//,
];
/** Of domain/ the browser shares the tables of states and the policies. */
export const domainForWeb: RegExp = /^domain\/[a-z]+\/(?:[a-z-]+-)?(?:things|policy)\.ts$/;

/** Packages from npm that each package may import; node: modules are the server's alone. */
export const packagesFromNpm: Readonly<Record<string, readonly string[]>> = {
  domain: ["@marcbachmann/cel-js", "zod"],
  contract: ["zod"],
  server: [
    "@e965/xlsx",
    "@embedpdf/fonts-sc",
    "@fastify/cookie",
    "@fastify/static",
    "@node-rs/argon2",
    "docx",
    "exceljs",
    "fast-json-stringify",
    "fastify",
    "kysely",
    "marked",
    "pdfkit",
    "pg",
    "pg-copy-streams",
    "pino",
    "pinyin-pro",
    "prom-client",
    "uuid",
    "yaml",
    "yauzl",
    "zod",
  ],
  web: [
    "@noble/hashes",
    "@rc-component/qrcode",
    "@tanstack/react-query",
    "@tanstack/react-router",
    "@tanstack/react-virtual",
    "antd",
    "react",
    "react-dom",
    "yaml",
  ],
};

/** Tests and the build may use these as well, and node: modules. */
export const packagesForTests: readonly string[] = ["vitest", "fast-check", "undici", "pg-connection-string"];
export const buildFiles: Readonly<Record<string, readonly string[]>> = {
  "web/vite.config.ts": ["vite", "@vitejs/plugin-react"],
  "web/help/theme-style.ts": ["vite"],
  "web/bundle-budget.test.ts": ["vite"],
};
