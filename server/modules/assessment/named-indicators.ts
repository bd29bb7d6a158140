import type { IndicatorBody } from "@dutyloop/domain/assessment/definitions/indicator.ts";
import { leavesOf, type SchemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";

/** The indicator versions that the scheme's leaves name, and those that their formulas read. */
export function named(scheme: SchemeBody, all: readonly IndicatorBody[]): IndicatorBody[] {
  const byName = new Map(all.map((body) => [`${body.code} ${body.version}`, body]));
  const found = new Set<IndicatorBody>();
  const take = ({ indicator, version }: { readonly indicator: string; readonly version: number }) => {
    const body = byName.get(`${indicator} ${version}`);
    if (body === undefined || found.has(body)) return;
    found.add(body);
    if (body.aggregation.form === "formula") body.aggregation.inputs.forEach(take);
  };
  leavesOf(scheme).forEach(take);
  return [...found];
}
