import { type CanonicalValue, canonicalJson } from "../../kernel/canonical-json.ts";
import { adaptationFindings } from "../definitions/adaptation-rules.ts";
import {
  type Catalogue,
  catalogueOf,
  inputsOf,
  schemesReadBy,
  versionName,
} from "../definitions/definition-catalogue.ts";
import { loopsAmong } from "../definitions/definition-loops.ts";
import { type DefinitionProblem, type Finding, problem } from "../definitions/definition-problem.ts";
import { type IndicatorBody, indicatorBody } from "../definitions/indicator.ts";
import { type SchemeBody, schemeBody } from "../definitions/scheme.ts";
import { indicatorFindings } from "./validation-indicators.ts";
import { markFindings } from "./validation-marks.ts";
import { indicatorReferences, schemeReferences } from "./validation-references.ts";
import { schemeFindings } from "./validation-schemes.ts";
import { readShape } from "./validation-shape.ts";

export type DefinitionFile = { readonly file: string; readonly kind: "indicator" | "scheme"; readonly body: unknown };

/** What is published already. With `metrics`, the codes of the group's catalogue, an indicator may read only those. */
export type KnownDefinitions = {
  readonly indicators: readonly IndicatorBody[];
  readonly schemes: readonly SchemeBody[];
  readonly metrics?: ReadonlySet<string>;
};

type Read<Body> = { readonly file: string; readonly body: Body };

/**
 * Everything that keeps these definitions from being published together, beside those that are known: shape, sums,
 * loops, what they name, expressions, adaptations, changed published versions and red lines (RES-06, PRV-09, PRV-17,
 * EVA-10). Each problem names file, path and a refusal code `definition.…`. Empty where all is well.
 */
export function validateDefinitions(files: readonly DefinitionFile[], known: KnownDefinitions): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const say = (file: string, findings: readonly Finding[]) =>
    problems.push(...findings.map((finding) => ({ file, ...finding })));
  const indicators: Read<IndicatorBody>[] = [];
  const schemes: Read<SchemeBody>[] = [];
  for (const { file, kind, body } of files) {
    const read = kind === "indicator" ? readShape(indicatorBody, body) : readShape(schemeBody, body);
    if (Array.isArray(read)) say(file, read);
    else if ("aggregation" in read) indicators.push({ file, body: read });
    else schemes.push({ file, body: read });
  }
  const catalogue = catalogueOf(
    [...known.indicators, ...indicators.map(({ body }) => body)],
    [...known.schemes, ...schemes.map(({ body }) => body)],
  );
  for (const { file, body } of indicators) {
    say(file, indicatorFindings(body, known.metrics ?? null));
    say(file, indicatorReferences(body, catalogue));
  }
  for (const { file, body } of schemes) {
    say(file, schemeFindings(body));
    say(file, schemeReferences(body, catalogue));
    say(file, markFindings(body, catalogue));
    say(file, adaptations(body, catalogue));
  }
  problems.push(...versionProblems(indicators, known.indicators.map(completeIndicator)));
  const standing = known.schemes.map(completeScheme);
  problems.push(...versionProblems(schemes, standing), ...cadenceProblems(schemes, standing));
  problems.push(...formulaLoops(indicators, catalogue), ...schemeLoops(schemes, catalogue));
  return problems;
}

// A version published before a field existed has its default, so that only a real change counts as one.
const completeIndicator = (body: IndicatorBody) => indicatorBody.parse(body);
const completeScheme = (body: SchemeBody) => schemeBody.parse(body);

/** A published version never changes, and a version is written down once. */
function versionProblems<Body extends { readonly code: string; readonly version: number }>(
  read: readonly Read<Body>[],
  published: readonly Body[],
): DefinitionProblem[] {
  const standing = new Map(published.map((body) => [versionName(body), canonicalJson(body as CanonicalValue)]));
  const seen = new Set<string>();
  return read.flatMap(({ file, body }) => {
    const { code, version } = body;
    const name = versionName(body);
    const isSecond = seen.has(name);
    seen.add(name);
    if (isSecond) return [{ file, ...problem("definition.version_twice", ["version"], { code, version }) }];
    const stands = standing.get(name);
    return stands === undefined || stands === canonicalJson(body as CanonicalValue)
      ? []
      : [{ file, ...problem("definition.published_changed", ["version"], { code, version }) }];
  });
}

/** All versions of a scheme have the same periods, or its sheets of a month and a year would stand beside each other. */
function cadenceProblems(read: readonly Read<SchemeBody>[], published: readonly SchemeBody[]): DefinitionProblem[] {
  const before = [...published];
  return read.flatMap(({ file, body }) => {
    const { code, version, cadence } = body;
    const other = before.find((one) => one.code === code && one.version !== version && one.cadence !== cadence);
    before.push(body);
    return other === undefined
      ? []
      : [{ file, ...problem("definition.cadence_changed", ["cadence"], { code, version: other.version }) }];
  });
}

/** An adaptation is held against the version it adapts, and against what that one adapts in turn. */
function adaptations(body: SchemeBody, { schemes }: Catalogue): Finding[] {
  const findings: Finding[] = [];
  for (let { code, version, adapts } = body; adapts !== null; ) {
    const base = adapts < version ? schemes.get(versionName({ code, version: adapts })) : undefined;
    if (base === undefined)
      return [...findings, problem("definition.base_unknown", ["adapts"], { code, version: adapts })];
    findings.push(...adaptationFindings(base, body));
    ({ version, adapts } = base);
  }
  return findings;
}

function formulaLoops(read: readonly Read<IndicatorBody>[], { indicators }: Catalogue): DefinitionProblem[] {
  const needs = new Map([...indicators].map(([name, body]) => [name, inputsOf(body)]));
  return loopProblems(read, versionName, needs, ["aggregation", "inputs"], "definition.formula_loop");
}

function schemeLoops(read: readonly Read<SchemeBody>[], catalogue: Catalogue): DefinitionProblem[] {
  const needs = new Map([...catalogue.newest].map(([code, body]) => [code, schemesReadBy(body, catalogue)]));
  return loopProblems(read, ({ code }) => code, needs, ["root"], "definition.scheme_loop");
}

/** Each loop once, at the first of these files that takes part in it. */
function loopProblems<Body>(
  read: readonly Read<Body>[],
  nameOf: (body: Body) => string,
  needs: ReadonlyMap<string, readonly string[]>,
  path: readonly string[],
  code: string,
): DefinitionProblem[] {
  return loopsAmong(needs).flatMap((loop) => {
    const first = read.find(({ body }) => loop.includes(nameOf(body)));
    return first === undefined ? [] : [{ file: first.file, ...problem(code, path, { loop: loop.join(" → ") }) }];
  });
}
