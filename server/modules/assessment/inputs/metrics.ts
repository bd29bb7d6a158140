import type { Condition, IndicatorBody } from "@dutyloop/domain/assessment/definitions/indicator.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";

/** A figure that an indicator asks for. */
export type Metric = { readonly code: string; readonly indicator: IndicatorBody };

/** The metrics that the group's indicators read, each with the newest indicator that does, in the order of their codes. */
export async function metricsOf(database: ReadDatabase, tenantId: number): Promise<Metric[]> {
  const rows = await database
    .selectFrom("indicator_version")
    .where("tenant_id", "=", tenantId)
    .select("body")
    .orderBy("code")
    .orderBy("version")
    .execute();
  const metrics = new Map<string, Metric>();
  for (const { body } of rows) {
    const indicator = body as unknown as IndicatorBody;
    for (const code of metricCodes(indicator)) metrics.set(code, { code, indicator });
  }
  return [...metrics.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The values an indicator compares the attribute `metric` with, in its conditions and its units. */
function metricCodes({ filter, aggregation, pointsRule }: IndicatorBody): string[] {
  const conditions: Condition[] = [...filter];
  if ("of" in aggregation) conditions.push(...aggregation.of.conditions);
  if (aggregation.form === "ratio")
    conditions.push(...aggregation.numerator.conditions, ...aggregation.denominator.conditions);
  const named = conditions.filter(({ attribute }) => attribute === "metric").flatMap(({ values }) => values);
  const byUnit = "units" in pointsRule && pointsRule.attribute === "metric" ? pointsRule.units : [];
  return [...named, ...byUnit.map(({ value }) => value)];
}
