import type { DefinitionProblem } from "@dutyloop/domain/assessment/definitions/definition-problem.ts";
import { type IndicatorBody, indicatorBody } from "@dutyloop/domain/assessment/definitions/indicator.ts";
import { type SchemeBody, schemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { type DefinitionFile, validateDefinitions } from "@dutyloop/domain/assessment/validation/validation.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { InvalidRequest } from "../../../platform/http/validation.ts";
import { Refused } from "../../../platform/ritual/refused.ts";
import { compiled, type Definitions } from "../definitions.ts";
import { named } from "../named-indicators.ts";
import { visibleVersions } from "../schemes/version-rows.ts";

/** A whole changed scheme and the indicators it brings along, as they were written. */
export type ChangedDefinitions = { readonly body: unknown; readonly indicators: readonly unknown[] };

/**
 * The changed scheme ready to score, checked as if it were to be published by the organisation at this path: against what
 * it may name, sums, loops and red lines. The product gives the scheme its next version number. Throws InvalidRequest
 * naming every problem, or Refused for a red line.
 */
export async function changedScheme(
  database: ReadDatabase,
  tenantId: number,
  path: string,
  changed: ChangedDefinitions,
): Promise<Definitions> {
  const scope = { subtrees: [], exact: [path] };
  const [indicators, schemes] = await Promise.all([
    visibleVersions<IndicatorBody>(database, tenantId, "indicator", scope),
    visibleVersions<SchemeBody>(database, tenantId, "scheme", scope),
  ]);
  const code = isObject(changed.body) ? changed.body.code : undefined;
  const newest = Math.max(0, ...schemes.filter((row) => row.code === code).map(({ version }) => version));
  const scheme = isObject(changed.body) ? { ...changed.body, version: newest + 1 } : changed.body;
  const files: DefinitionFile[] = [
    { file: "body", kind: "scheme", body: scheme },
    ...changed.indicators.map((body, at) => ({ file: `indicators[${at}]`, kind: "indicator" as const, body })),
  ];
  const known = { indicators: indicators.map(({ body }) => body), schemes: schemes.map(({ body }) => body) };
  const problems = validateDefinitions(files, known);
  if (problems.length > 0) throw problemsAsError(problems);
  const added = changed.indicators.map((body) => indicatorBody.parse(body));
  const body = schemeBody.parse(scheme);
  return compiled(body, named(body, [...known.indicators, ...added]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function problemsAsError(problems: readonly DefinitionProblem[]): Error {
  const crossed = problems.find(({ values }) => "rule" in values);
  if (crossed) return new Refused(refuse(crossed.code, crossed.values, pathOf(crossed)));
  return new InvalidRequest(
    problems.map((problem) => ({ path: pathOf(problem), code: problem.code, values: problem.values })),
    refuse("what_if.not_sound", { count: problems.length }),
  );
}

function pathOf({ file, path }: DefinitionProblem): string {
  return path === "" ? file : `${file}.${path}`;
}
