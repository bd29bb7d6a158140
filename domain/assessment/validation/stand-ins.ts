import type { z } from "zod";
import type { PathStep } from "../definitions/definition-problem.ts";

type Issue = z.core.$ZodIssue;
type Place = readonly PathStep[];
/** How often what stands in may turn out wrong itself: a text that has to be a code, a code that has to be a day. */
const rounds = 4;

/**
 * A definition whose shape is wrong, with something that fits where it is: what else is wrong with it can then be told
 * already. `places` are where something stands in; null where so much is missing that nothing would be told of it.
 */
export function withStandIns<S extends z.ZodType>(
  schema: S,
  body: unknown,
): { readonly body: z.output<S>; readonly places: readonly Place[] } | null {
  const draft = structuredClone(body);
  const places: Place[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const read = schema.safeParse(draft);
    if (read.success) return { body: read.data, places };
    for (const issue of read.error.issues) {
      const path = issue.path as Place;
      if (!standIn(draft, path, issue, round)) return null;
      places.push(...(issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...path, key]) : [path]));
    }
  }
  return null;
}

/** Whether one of two places lies within the other. */
export function touches(one: Place, other: Place): boolean {
  const shorter = Math.min(one.length, other.length);
  return one.slice(0, shorter).every((step, index) => step === other[index]);
}

function standIn(draft: unknown, path: Place, issue: Issue, round: number): boolean {
  const last = path.at(-1);
  const parent = path.slice(0, -1).reduce<unknown>((part, step) => (part as Record<PathStep, unknown>)[step], draft);
  if (issue.code === "unrecognized_keys") {
    const owner = (last === undefined ? draft : (parent as Record<PathStep, unknown>)[last]) as Record<string, unknown>;
    for (const key of issue.keys) delete owner[key];
    return true;
  }
  if (last === undefined) return false;
  const holder = parent as Record<PathStep, unknown>;
  const value = valueFor(issue, holder[last], round);
  if (value === undefined) return false;
  holder[last] = value;
  return true;
}

function valueFor(issue: Issue, given: unknown, round: number): unknown {
  switch (issue.code) {
    case "invalid_type":
      return { string: "…", number: 1, int: 1, boolean: false, object: {} }[issue.expected as string];
    case "invalid_value":
      return issue.values[0];
    case "too_small":
      return issue.origin === "string" ? "…" : issue.origin === "array" ? undefined : Number(issue.minimum);
    case "too_big":
      return typeof given === "string" ? given.slice(0, Number(issue.maximum)) : Number(issue.maximum);
    case "invalid_format":
      return round < 2 ? `stand_in_${issue.path.join("_").toLowerCase()}`.slice(0, 60) : "01-01";
    default:
      return undefined;
  }
}
