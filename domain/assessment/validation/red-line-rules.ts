import type { BilingualText } from "../../standards/things.ts";
import { type Finding, type PathStep, problem } from "../definitions/definition-problem.ts";
import type { Condition, IndicatorBody } from "../definitions/indicator.ts";
import { conditionsOf } from "../definitions/indicator-conditions.ts";
import type { SchemeBody } from "../definitions/scheme.ts";
import { partsOf } from "../definitions/scheme-parts.ts";
import { joinedText, wordsIn } from "./folded-text.ts";
import { redLines } from "./red-line-words.ts";

type Place = { readonly path: readonly PathStep[]; readonly text: string };

/** The word that crosses a red line and its rule, or null. */
export function redLineIn(text: string): { readonly word: string; readonly rule: string } | null {
  const [joined, words] = [joinedText(text), wordsIn(text)];
  for (const { rule, chinese, english } of redLines) {
    const word = firstFound(chinese, joined) ?? firstFound(english, words);
    if (word !== undefined) return { word, rule };
  }
  return null;
}

function firstFound(stems: readonly (string | RegExp)[], text: string): string | undefined {
  for (const stem of stems) {
    const found = typeof stem === "string" ? text.includes(stem) && stem : stem.exec(text)?.[0];
    if (found) return found;
  }
  return undefined;
}

/** Codes, names and conditions of an indicator that cross a red line (RES-06, PRV-09, PRV-17). */
export function indicatorRedLines(body: IndicatorBody): Finding[] {
  const { aggregation: form, pointsRule } = body;
  const places = [
    { path: ["code"], text: body.code },
    ...named(body.name, ["name"]),
    ...(body.unit === null ? [] : named(body.unit, ["unit"])),
    { path: ["source"], text: body.source },
    ...conditionsOf(body).flatMap(({ conditions, path }) => asked(conditions, path)),
  ];
  if (form.form === "formula") {
    places.push(
      ...form.inputs.map(({ name }, index) => ({ path: ["aggregation", "inputs", index, "name"], text: name })),
    );
  }
  if ("units" in pointsRule) {
    places.push({ path: ["pointsRule", "attribute"], text: pointsRule.attribute ?? "" });
    places.push(...pointsRule.units.map(({ value }, index) => ({ path: ["pointsRule", "units", index], text: value })));
  }
  return crossed(places);
}

/**
 * Codes, names and conditions of a scheme that cross a red line, and a scheme that scores persons: a score is advice
 * and persons are never ranked by it (EVA-10).
 */
export function schemeRedLines(body: SchemeBody): Finding[] {
  const places = [
    { path: ["code"], text: body.code },
    ...named(body.name, ["name"]),
    ...partsOf(body).flatMap((line) => [
      { path: line.path, text: line.code },
      ...(line.kind === "leaf" ? [] : named(line.part.name, [...line.path, "name"])),
    ]),
    ...body.vetoes.flatMap((veto, index) => [
      { path: ["vetoes", index, "code"], text: veto.code },
      ...named(veto.name, ["vetoes", index, "name"]),
      ...asked(veto.when.conditions, ["vetoes", index, "when", "conditions"]),
    ]),
    ...body.grades.flatMap((grade, index) => named(grade.name, ["grades", index, "name"])),
  ];
  const ranked =
    body.subject === "person" ? [problem("definition.ranks_persons", ["subject"], { rule: "EVA-10" })] : [];
  return [...ranked, ...crossed(places)];
}

function named(name: BilingualText, path: readonly PathStep[]): Place[] {
  return [
    { path: [...path, "zh"], text: name.zh },
    { path: [...path, "en"], text: name.en },
  ];
}

function asked(conditions: readonly Condition[], path: readonly PathStep[]): Place[] {
  return conditions.flatMap(({ attribute, values }, index) => [
    { path: [...path, index, "attribute"], text: attribute },
    ...values.map((text, which) => ({ path: [...path, index, "values", which], text })),
  ]);
}

function crossed(places: readonly Place[]): Finding[] {
  return places.flatMap(({ path, text }) => {
    const found = redLineIn(text);
    return found === null ? [] : [problem("definition.red_line", path, found)];
  });
}
