import { isRefusalCode } from "@dutyloop/contract/messages/refusals.ts";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { z } from "zod";

/** What is wrong with one field; the catalogue words it. */
export type FieldProblem = { path: string; code: string; values: Record<string, string | number> };

/** A request whose shape is not what the endpoint takes, or several of whose parts are refused, each for itself. */
export class InvalidRequest extends Error {
  readonly problems: FieldProblem[];
  /** What is said of the request as a whole. */
  readonly refusal: Refusal;
  constructor(problems: FieldProblem[], refusal = refuse("request.invalid")) {
    super(refusal.code);
    this.problems = problems;
    this.refusal = refusal;
  }
}

/** Parses with the endpoint's schema; throws InvalidRequest naming every field that is wrong. */
export function parse<S extends z.ZodType>(schema: S | undefined, value: unknown, where: string): z.output<S> {
  if (!schema) return {} as z.output<S>;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new InvalidRequest(result.error.issues.flatMap((issue) => problemsOf(issue, where)));
}

function problemsOf(issue: z.core.$ZodIssue, where: string): FieldProblem[] {
  const path = issue.path.length > 0 ? issue.path.map(String).join(".") : where;
  const problem = (code: string, values: Record<string, string | number> = {}) => [{ path, code, values }];
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? problem("request.field.missing")
        : problem("request.field.wrong_type", { expected: issue.expected });
    case "too_small":
      return problem(issue.origin === "string" ? "request.field.too_short" : "request.field.too_small", {
        least: Number(issue.minimum),
      });
    case "too_big":
      return problem(issue.origin === "string" ? "request.field.too_long" : "request.field.too_big", {
        most: Number(issue.maximum),
      });
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        path: [...issue.path.map(String), key].join("."),
        code: "request.field.unknown",
        values: {},
      }));
    case "custom":
      return problem(typeof issue.params?.code === "string" ? issue.params.code : "request.field.wrong_value");
    case "invalid_format":
      // A shape that people type says by which sentence it is explained.
      return problem(isRefusalCode(issue.message) ? issue.message : "request.field.wrong_value");
    default:
      return problem("request.field.wrong_value");
  }
}
