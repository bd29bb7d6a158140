import { type Refusal, refuse } from "../kernel/refusal.ts";
import { timesInYear } from "./cadence-rules.ts";
import { diffTemplates } from "./template-diff.ts";
import type { StandardCheck, TemplateBody } from "./things.ts";

/**
 * Why a template isn't whole, or null: a code used twice in one part, a check or step that refers to nothing, a
 * photograph asked for (RES-06).
 */
export function templateRefusal(body: TemplateBody): Refusal | null {
  for (const part of [body.topics, body.steps, body.materials, body.guides, body.checks]) {
    const codes = part.map(({ code }) => code);
    const twice = codes.find((code, index) => codes.indexOf(code) !== index);
    if (twice !== undefined) return refuse("template.code_twice", { code: twice }, "body");
  }
  const photograph = [...body.materials, ...body.steps, ...body.checks].find(({ name }) =>
    /照片|相片|影像|photo|picture/i.test(`${name.zh} ${name.en}`),
  );
  if (photograph) return refuse("template.photograph_required", { code: photograph.code }, "body");
  const lost = [...body.steps.flatMap(({ material }) => material ?? []), ...body.checks.flatMap(materialOf)].find(
    (code) => !body.materials.some((material) => material.code === code),
  );
  const lostTopic = body.checks.flatMap(topicOf).find((code) => !body.topics.some((topic) => topic.code === code));
  const unknown = lost ?? lostTopic;
  return unknown === undefined ? null : refuse("template.reference_unknown", { code: unknown }, "body");
}

/**
 * Why an adapted version can't stand beside its base, or null. Only the parts that the base leaves open may differ; it may
 * not leave more open itself, not be owed less often, not leave out a field that the base asks for, and not drop or weaken a check that the base has.
 */
export function adaptationRefusal(base: TemplateBody, adapted: TemplateBody): Refusal | null {
  const open: readonly string[] = base.open;
  const changes = diffTemplates(base, adapted);
  if (changes.length === 0) return refuse("template.unchanged", {}, "body");
  const closed = changes.find(({ part }) => part !== "open" && !open.includes(part));
  if (closed) return refuse("template.not_open", { part: closed.part }, "body");
  const widened = adapted.open.find((part) => !open.includes(part));
  if (widened !== undefined) return refuse("template.not_open", { part: widened }, "body");
  const dropped = base.fields.find((field) => !adapted.fields.includes(field));
  if (dropped !== undefined) return refuse("template.field_dropped", { field: dropped }, "body");
  const [before, after] = [timesInYear(base.cadence), timesInYear(adapted.cadence)];
  if (after < before) return refuse("template.less_often", { times: before }, "body");
  const weakened = base.checks.find((check) => !keeps(check, adapted.checks));
  return weakened ? refuse("template.check_dropped", { check: weakened.code }, "body") : null;
}

/** The same check is still there, at least as strict; its words may be others. */
function keeps(check: StandardCheck, checks: readonly StandardCheck[]): boolean {
  const now = checks.find(({ code }) => code === check.code);
  if (now === undefined || now.check !== check.check || now.rule !== check.rule) return false;
  if (check.effect === "blocking" && now.effect !== "blocking") return false;
  if (check.check === "minutes_written" && now.check === "minutes_written")
    return now.parameters.minimum >= check.parameters.minimum;
  return JSON.stringify(now.parameters) === JSON.stringify(check.parameters);
}

function materialOf(check: StandardCheck): string[] {
  return check.check === "material_there" ? [check.parameters.material] : [];
}

function topicOf(check: StandardCheck): string[] {
  return check.check === "topic_covered" ? [check.parameters.topic] : [];
}
