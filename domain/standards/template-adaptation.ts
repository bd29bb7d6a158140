import { type Refusal, refuse } from "../kernel/refusal.ts";
import { timesInYear } from "./cadence-rules.ts";
import { diffTemplates } from "./template-diff.ts";
import { type TemplatePart, templateLists } from "./template-policy.ts";
import type { StandardCheck, TemplateBody } from "./things.ts";

/** What stands against a template, and the part, item and field of it where it stands. */
export type TemplateProblem = { readonly refusal: Refusal; readonly at: readonly (string | number)[] };

const problemAt = (at: TemplateProblem["at"], code: string, values: Refusal["values"]): TemplateProblem => ({
  refusal: refuse(code, values, "body"),
  at,
});

/** Why a template isn't whole, or null: the first of its problems. */
export function templateRefusal(body: TemplateBody): Refusal | null {
  return templateProblems(body)[0]?.refusal ?? null;
}

/**
 * Everything that keeps a template from being whole: a code used twice in one part, a photograph asked for (RES-06), a check
 * or step that refers to nothing.
 */
export function templateProblems(body: TemplateBody): TemplateProblem[] {
  const twice = templateLists.flatMap((list) => {
    const codes = body[list].map(({ code }) => code);
    return codes.flatMap((code, at) =>
      codes.indexOf(code) < at ? [problemAt([list, at, "code"], "template.code_twice", { code })] : [],
    );
  });
  const photographs = (["materials", "steps", "checks"] as const).flatMap((list) =>
    body[list].flatMap(({ code, name }, at) =>
      /照片|相片|影像|photo|picture/i.test(`${name.zh} ${name.en}`)
        ? [problemAt([list, at, "name"], "template.photograph_required", { code })]
        : [],
    ),
  );
  return [...twice, ...photographs, ...lostReferences(body)];
}

function lostReferences({ materials, topics, steps, checks }: TemplateBody): TemplateProblem[] {
  const lost = (at: TemplateProblem["at"], code: string, items: readonly { readonly code: string }[]) =>
    items.some((item) => item.code === code) ? [] : [problemAt(at, "template.reference_unknown", { code })];
  return [
    ...steps.flatMap(({ material }, at) =>
      material === undefined ? [] : lost(["steps", at, "material"], material, materials),
    ),
    ...checks.flatMap((check, at) => {
      const where = ["checks", at, "parameters"];
      if (check.check === "material_there") return lost([...where, "material"], check.parameters.material, materials);
      return check.check === "topic_covered" ? lost([...where, "topic"], check.parameters.topic, topics) : [];
    }),
  ];
}

/** Why an adapted version can't stand beside its base, or null: the first of its problems. */
export function adaptationRefusal(base: TemplateBody, adapted: TemplateBody): Refusal | null {
  return adaptationProblems(base, adapted)[0]?.refusal ?? null;
}

/**
 * Everything that keeps an adapted version from standing beside its base. Only the parts that the base leaves open may
 * differ; it may not leave more open itself, not leave out a field that the base asks for, not be owed less often, and not
 * drop or weaken a check that the base has. Of a closed part it is said once that it is closed.
 */
export function adaptationProblems(base: TemplateBody, adapted: TemplateBody): TemplateProblem[] {
  const open: readonly string[] = base.open;
  const changes = diffTemplates(base, adapted);
  if (changes.length === 0) return [problemAt([], "template.unchanged", {})];
  const changed = new Set(changes.map(({ part }) => part));
  const closed = [...changed].filter((part) => part !== "open" && !open.includes(part));
  const isOpen = (part: TemplatePart) => !closed.includes(part);
  const [before, after] = [timesInYear(base.cadence), timesInYear(adapted.cadence)];
  return [
    ...closed.map((part) => problemAt([part], "template.not_open", { part })),
    ...adapted.open
      .filter((part) => !open.includes(part))
      .map((part) => problemAt(["open"], "template.not_open", { part })),
    ...base.fields
      .filter((field) => isOpen("fields") && !adapted.fields.includes(field))
      .map((field) => problemAt(["fields"], "template.field_dropped", { field })),
    ...(isOpen("cadence") && after < before ? [problemAt(["cadence"], "template.less_often", { times: before })] : []),
    ...base.checks
      .filter((check) => isOpen("checks") && !keeps(check, adapted.checks))
      .map(({ code }) => problemAt(placeOfCheck(code, adapted.checks), "template.check_dropped", { check: code })),
  ];
}

function placeOfCheck(code: string, checks: readonly StandardCheck[]): TemplateProblem["at"] {
  const at = checks.findIndex((check) => check.code === code);
  return at < 0 ? ["checks"] : ["checks", at];
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
