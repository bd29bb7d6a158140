import type { z } from "zod";
import { type Finding, type PathStep, problem } from "../definitions/definition-problem.ts";
import { factKinds } from "../things.ts";

type Issue = z.core.$ZodIssue;

/** Reads a definition by its schema; what doesn't fit comes back with the place of each part. */
export function readShape<S extends z.ZodType>(schema: S, body: unknown): z.output<S> | Finding[] {
  const read = schema.safeParse(body);
  return read.success ? read.data : read.error.issues.flatMap((issue) => findings(issue, [], body));
}

function findings(issue: Issue, above: readonly PathStep[], body: unknown): Finding[] {
  const path = [...above, ...(issue.path as PathStep[])];
  switch (issue.code) {
    case "custom":
      return [customFinding(issue.params, path)];
    case "invalid_union":
      return unionFindings(issue, path, body);
    case "unrecognized_keys":
      return issue.keys.map((field) => problem("definition.field_unknown", [...path, field], { field }));
    case "invalid_type":
      return [
        at(body, path) === undefined
          ? problem("definition.field_missing", path)
          : problem("definition.field_type", path, { expected: issue.expected }),
      ];
    case "invalid_value":
      return [valueFinding(issue.values.map(String), path, body)];
    case "too_small":
      return [problem("definition.field_too_small", path, { least: Number(issue.minimum) })];
    case "too_big":
      return [problem("definition.field_too_big", path, { most: Number(issue.maximum) })];
    default:
      return [problem("definition.field_format", path, { value: textOf(at(body, path)) })];
  }
}

/** Of several kinds of node, the one that the definition names; else that no such kind is known. */
function unionFindings(issue: Extract<Issue, { code: "invalid_union" }>, path: PathStep[], body: unknown): Finding[] {
  const [meant] = issue.errors.filter((issues) => !issues.some((one) => one.path.join() === "kind"));
  if (meant !== undefined) return meant.flatMap((one) => findings(one, path, body));
  const place = issue.discriminator === undefined ? [...path, "kind"] : path;
  return [
    at(body, place) === undefined
      ? problem("definition.field_missing", place)
      : problem("definition.field_format", place, { value: textOf(at(body, place)) }),
  ];
}

function valueFinding(allowed: readonly string[], path: readonly PathStep[], body: unknown): Finding {
  const value = at(body, path);
  if (value === undefined) return problem("definition.field_missing", path);
  if (allowed.includes(factKinds[0])) {
    return problem("definition.fact_kind_unknown", path, { kind: textOf(value) });
  }
  return problem("definition.field_value", path, { value: textOf(value), allowed: allowed.join(", ") });
}

function customFinding(params: Record<string, unknown> | undefined, path: readonly PathStep[]): Finding {
  const { refusal, values } = params as { refusal: string; values: Finding["values"] };
  return problem(refusal, path, values);
}

function at(body: unknown, path: readonly PathStep[]): unknown {
  return path.reduce<unknown>((part, step) => (part as Record<PathStep, unknown>)[step], body);
}

const longest = 60;

function textOf(value: unknown): string {
  const text = typeof value === "string" ? value : String(JSON.stringify(value));
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
