import { type Catalogue, indicatorsBelow, schemeReadBy, versionName } from "../definitions/definition-catalogue.ts";
import { type Finding, type PathStep, problem } from "../definitions/definition-problem.ts";
import type { IndicatorBody } from "../definitions/indicator.ts";
import type { SchemeBody } from "../definitions/scheme.ts";
import { leafParts, partsOf } from "../definitions/scheme-parts.ts";

type Named = { readonly indicator: string; readonly version: number };

/** What an indicator names that isn't there, is newer than it, or is about persons. */
export function indicatorReferences(body: IndicatorBody, catalogue: Catalogue): Finding[] {
  const { aggregation: form } = body;
  if (form.form === "formula") {
    return form.inputs.flatMap((input, index) =>
      namedIndicator(input, body, ["aggregation", "inputs", index], catalogue),
    );
  }
  if (form.form !== "rollup" && form.form !== "figure") return [];
  const scheme = catalogue.newest.get(form.scheme);
  if (scheme === undefined) {
    return [problem("definition.scheme_unknown", ["aggregation", "scheme"], { scheme: form.scheme })];
  }
  const line = form.form === "rollup" ? form.line : null;
  if (line === null || partsOf(scheme).some(({ code }) => code === line)) return [];
  return [problem("definition.line_unknown", ["aggregation", "line"], { scheme: form.scheme, line })];
}

/** What a scheme's leaves name that isn't there, is newer than it, is about persons, or has periods that don't fit. */
export function schemeReferences(body: SchemeBody, catalogue: Catalogue): Finding[] {
  return leafParts(body).flatMap(({ part, path }) => [
    ...namedIndicator(part, body, path, catalogue),
    ...spanFindings(part, body, path, catalogue),
  ]);
}

/** A definition may only name what is valid from the same month on or before, and organisations' figures only. */
function namedIndicator(
  { indicator, version }: Named,
  by: IndicatorBody | SchemeBody,
  path: readonly PathStep[],
  { indicators }: Catalogue,
): Finding[] {
  const named = indicators.get(versionName({ code: indicator, version }));
  if (named === undefined) {
    const isKnown = [...indicators.values()].some(({ code }) => code === indicator);
    return isKnown
      ? [problem("definition.indicator_version_unknown", [...path, "version"], { indicator, version })]
      : [problem("definition.indicator_unknown", [...path, "indicator"], { indicator })];
  }
  const findings = [];
  if (named.validFrom !== null && (by.validFrom === null || by.validFrom < named.validFrom)) {
    findings.push(problem("definition.indicator_newer", path, { indicator, from: named.validFrom }));
  }
  if (named.subject === "person" && by.subject === "organization") {
    findings.push(problem("definition.person_indicator", path, { indicator, rule: "EVA-10" }));
  }
  return findings;
}

const lengths: Readonly<Record<SchemeBody["cadence"], number>> = { month: 1, quarter: 3, half_year: 6, year: 12 };

/** The figures of a year aren't known in a month, and a roll-up takes the sheets of the very same period. */
function spanFindings(
  { indicator, version }: Named,
  body: SchemeBody,
  path: readonly PathStep[],
  catalogue: Catalogue,
): Finding[] {
  return indicatorsBelow(versionName({ code: indicator, version }), catalogue).flatMap((reading) => {
    const code = schemeReadBy(reading);
    const other = code === null ? undefined : catalogue.newest.get(code);
    if (other === undefined) return [];
    const values = { indicator, scheme: other.code };
    if (lengths[other.cadence] > lengths[body.cadence]) return [problem("definition.scheme_longer", path, values)];
    return reading.aggregation.form === "rollup" && other.cadence !== body.cadence
      ? [problem("definition.rollup_cadence", path, values)]
      : [];
  });
}
