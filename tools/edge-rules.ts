import {
  buildFiles,
  composition,
  contractValuesForWeb,
  domainEdges,
  domainForWeb,
  launcherFiles,
  packageEdges,
  packagesForTests,
  packagesFromNpm,
  serverAsksDomain,
  serverEdges,
  webEdges,
  webModuleEdges,
} from "./allowed-edges.ts";
import { type Import, importsOf, type SourceFile } from "./imports.ts";

export type EdgeProblem = { readonly at: string; readonly problem: string };

export const checkedPackages = ["domain", "contract", "server", "web"] as const;

/** A test, or what only tests import: builders and clusters in testing.ts, testing/ and *-testing.ts. */
export function isTestFile(path: string): boolean {
  return /\.test\.tsx?$|(?:^|\/)testing(?:\.ts$|\/)/.test(path);
}

/** Every import of these files that isn't declared in allowed-edges.ts, and every import of a file that isn't there. */
export function undeclaredEdges(files: readonly SourceFile[]): EdgeProblem[] {
  const known = new Set(files.map((file) => file.path));
  return files.flatMap((file) =>
    importsOf(file).flatMap((edge) => {
      const problem = edge.inside ? (missing(edge, known) ?? insideProblem(edge)) : packageProblem(edge);
      return problem === null ? [] : [{ at: `${edge.from}:${edge.line}`, problem }];
    }),
  );
}

function missing({ target }: Import, known: ReadonlySet<string>): string | null {
  const code = /\.(?:ts|tsx|mts|mjs)$/.test(target);
  const isChecked = checkedPackages.some((name) => target.startsWith(`${name}/`));
  return code && isChecked && !known.has(target) ? `imports ${target}, which is not there` : null;
}

function packageProblem({ from, target }: Import): string | null {
  const own = from.split("/")[0] as string;
  if (target === "computed") return isTestFile(from) ? null : "imports a computed name, which can't be checked";
  if (buildFiles[from]?.includes(target)) return null;
  const forTests = isTestFile(from) || from in buildFiles;
  if (target.startsWith("node:")) return own === "server" || forTests ? null : `${own} may not use ${target}`;
  if (packagesFromNpm[own]?.includes(target)) return null;
  return isTestFile(from) && packagesForTests.includes(target) ? null : `${own} may not use the package ${target}`;
}

function insideProblem(edge: Import): string | null {
  const from = edge.from.split("/")[0] as string;
  const to = edge.target.split("/")[0] as string;
  if (from === "server" && launcherFiles.includes(edge.target)) return null;
  if (from !== to && !packageEdges[from]?.includes(to)) return `${from} may not import ${edge.target}`;
  if (from === "web" && to !== "web") return webReaches(edge);
  if (from === "server" && to === "domain") return serverAsks(edge);
  if (from === "domain") return domainProblem(edge);
  if (from === "server" && to === "server") return serverProblem(edge);
  return from === "web" ? webProblem(edge) : null;
}

function domainProblem({ from, target }: Import): string | null {
  const [, own = ""] = from.split("/");
  const [, other = ""] = target.split("/");
  return own === other || domainEdges[own]?.includes(other) ? null : `domain/${own} may not import domain/${other}`;
}

function serverAsks({ from, target }: Import): string | null {
  const own = moduleOf(from);
  const [, asked = ""] = target.split("/");
  if (own === null || asked === "kernel" || serverAsksDomain[own]?.includes(asked)) return null;
  return `server/modules/${own} may not ask domain/${asked}`;
}

function serverProblem({ from, target }: Import): string | null {
  const own = moduleOf(from);
  const other = moduleOf(target);
  if (isComposition(target)) {
    return isComposition(from) || isTestFile(from)
      ? null
      : `${partOf(from)} may not import ${target}, which puts it together`;
  }
  if (other === null || own === other) return null;
  if (from.startsWith("server/platform/") && !isTestFile(from)) return `platform may not know the module ${other}`;
  if (!/^server\/modules\/[a-z]+\/(?:index|testing)\.ts$/.test(target))
    return `imports ${target} past the module's index.ts`;
  if (target.endsWith("/testing.ts") && !isTestFile(from)) return `imports ${target}, which is for tests`;
  if (own === null || isTestFile(from)) return null;
  return serverEdges[own]?.includes(other) ? null : `server/modules/${own} may not import server/modules/${other}`;
}

/** server/*.ts, the commands, the demo and the tests' cluster put the modules together. */
function isComposition(path: string): boolean {
  return /^server\/[^/]+$/.test(path) || composition.some((folder) => path.startsWith(`${folder}/`));
}

function moduleOf(path: string): string | null {
  return /^(?:server|web)\/modules\/([a-z]+)\//.exec(path)?.[1] ?? null;
}

function partOf(path: string): string {
  return path.split("/").slice(0, -1).join("/");
}

function webReaches({ from, target, typeOnly }: Import): string | null {
  if (target.startsWith("domain/")) {
    return domainForWeb.test(target) || isTestFile(from)
      ? null
      : `web may not import ${target}: only things and policies`;
  }
  const loadable = contractValuesForWeb.some((pattern) => pattern.test(target));
  return typeOnly || loadable || isTestFile(from) ? null : `web may import ${target} as types only`;
}

function webProblem({ from, target }: Import): string | null {
  const [, own = ""] = from.split("/");
  const [, other = ""] = target.split("/");
  const ownModule = moduleOf(from);
  const otherModule = moduleOf(target);
  if (ownModule !== null && otherModule !== null && ownModule !== otherModule) {
    return webModuleEdges[ownModule]?.includes(otherModule)
      ? null
      : `web/modules/${ownModule} may not import web/modules/${otherModule}`;
  }
  if (own === other || /^web\/[^/]+$/.test(from)) return null;
  const allowed = webEdges[own]?.some((part) => target.startsWith(`web/${part}/`));
  return allowed ? null : `web/${own} may not import ${target}`;
}
