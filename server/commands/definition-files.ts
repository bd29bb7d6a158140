import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { DefinitionProblem } from "@dutyloop/domain/assessment/definitions/definition-problem.ts";
import { type IndicatorBody, indicatorBody } from "@dutyloop/domain/assessment/definitions/indicator.ts";
import { type SchemeBody, schemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import type { DefinitionFile } from "@dutyloop/domain/assessment/validation/validation.ts";
import { parse } from "yaml";
import { loadLibrary } from "../platform/library/load.ts";

export type Definitions = { readonly files: DefinitionFile[]; readonly problems: DefinitionProblem[] };

/** Reads definitions from YAML or JSON files and, through all their folders, from folders. What can't be read is a problem. */
export async function readDefinitions(places: readonly string[]): Promise<Definitions> {
  const files: DefinitionFile[] = [];
  const problems: DefinitionProblem[] = [];
  for (const file of (await Promise.all(places.map(filesAt))).flat()) {
    const read = await readDefinition(file);
    if ("code" in read) problems.push(read);
    else files.push(read);
  }
  return { files, problems };
}

async function filesAt(place: string): Promise<string[]> {
  const isFolder = await stat(place).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return [place];
  const names = await readdir(place, { recursive: true });
  return names
    .filter((name) => /\.(?:ya?ml|json)$/.test(name))
    .sort()
    .map((name) => join(place, name));
}

async function readDefinition(file: string): Promise<DefinitionFile | DefinitionProblem> {
  const problem = (code: string, values: DefinitionProblem["values"] = {}) => ({ file, path: "", code, values });
  try {
    const body: unknown = parse(await readFile(file, "utf8"));
    const kind = kindOf(body);
    return kind === null ? problem("definition.kind_unclear") : { file, kind, body };
  } catch (error) {
    const [reason = ""] = (error as Error).message.split("\n");
    return problem("definition.unreadable", { reason: reason.replace(/[:.]$/, "") });
  }
}

/** A scheme has a tree, an indicator adds something up. */
function kindOf(body: unknown): DefinitionFile["kind"] | null {
  if (typeof body !== "object" || body === null) return null;
  if ("root" in body) return "scheme";
  return "aggregation" in body ? "indicator" : null;
}

/** The definitions that every group has from the start. */
export async function libraryDefinitions(): Promise<{ indicators: IndicatorBody[]; schemes: SchemeBody[] }> {
  const [indicators, schemes] = await Promise.all([
    loadLibrary("indicators", indicatorBody),
    loadLibrary("schemes", schemeBody),
  ]);
  return { indicators: indicators.map(({ body }) => body), schemes: schemes.map(({ body }) => body) };
}
