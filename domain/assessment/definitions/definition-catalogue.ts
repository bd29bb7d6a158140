import type { IndicatorBody } from "./indicator.ts";
import type { SchemeBody } from "./scheme.ts";
import { leafParts } from "./scheme-parts.ts";

/** Indicators and schemes that may name each other. */
export type Catalogue = {
  readonly indicators: ReadonlyMap<string, IndicatorBody>;
  readonly schemes: ReadonlyMap<string, SchemeBody>;
  /** The newest version of each scheme by its code; an adaptation, which holds for one place, only where there is no other. */
  readonly newest: ReadonlyMap<string, SchemeBody>;
};

/** `code@version`, how a version is named. */
export function versionName({ code, version }: { readonly code: string; readonly version: number }): string {
  return `${code}@${version}`;
}

export function catalogueOf(indicators: readonly IndicatorBody[], schemes: readonly SchemeBody[]): Catalogue {
  const isOwn = ({ adapts }: SchemeBody) => (adapts === null ? 1 : 0);
  const rising = schemes.toSorted((a, b) => isOwn(a) - isOwn(b) || a.version - b.version);
  return {
    indicators: new Map(indicators.map((body) => [versionName(body), body])),
    schemes: new Map(schemes.map((body) => [versionName(body), body])),
    newest: new Map(rising.map((body) => [body.code, body])),
  };
}

/** What an indicator's formula reads. */
export function inputsOf({ aggregation: form }: IndicatorBody): readonly string[] {
  return form.form === "formula"
    ? form.inputs.map(({ indicator, version }) => versionName({ code: indicator, version }))
    : [];
}

/** The scheme whose figures an indicator takes, by a roll-up or as a figure; null for any other. */
export function schemeReadBy({ aggregation: form }: IndicatorBody): string | null {
  return form.form === "rollup" || form.form === "figure" ? form.scheme : null;
}

/** Every indicator that a version needs, itself first, through formulas; unknown ones are left out. */
export function indicatorsBelow(name: string, { indicators }: Catalogue): IndicatorBody[] {
  const found = new Map<string, IndicatorBody>();
  const open = [name];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const body = indicators.get(next);
    if (body === undefined || found.has(next)) continue;
    found.set(next, body);
    open.push(...inputsOf(body));
  }
  return [...found.values()];
}

/** The schemes whose figures a scheme takes, by code, in its newest version and all that came after it by adaptation. */
export function schemesReadBy({ code, version }: SchemeBody, catalogue: Catalogue): string[] {
  const inUse = [...catalogue.schemes.values()].filter((body) => body.code === code && body.version >= version);
  const read = inUse
    .flatMap(leafParts)
    .flatMap(({ part }) => indicatorsBelow(versionName({ code: part.indicator, version: part.version }), catalogue));
  return [...new Set(read.flatMap((indicator) => schemeReadBy(indicator) ?? []))];
}
