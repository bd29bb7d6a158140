import { indicatorBody } from "@dutyloop/domain/assessment/definitions/indicator.ts";
import { schemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { z } from "zod";
import type { AssessedGroup } from "./assessed-group.ts";

type Indicator = z.input<typeof indicatorBody>;
type Scheme = z.input<typeof schemeBody>;

export const words = (text: string) => ({ zh: text, en: text });

/** An indicator of the product's own data: its value of a hundred, and not applicable without data. */
export function trialIndicator(code: string, over: Partial<Indicator> & Pick<Indicator, "aggregation">): Indicator {
  return {
    code,
    version: 1,
    name: words(code),
    dimension: "done",
    reads: [],
    filter: [],
    pointsRule: { rule: "ratio", target: "100" },
    noData: "not_applicable",
    basis: words("basis"),
    ...over,
  };
}

/** A scheme that adds up these indicators, each worth a hundred; by the month and of branches where nothing else is said. */
export function trialScheme(code: string, indicators: readonly string[], over: Partial<Scheme> = {}): Scheme {
  const children = indicators.map((indicator) => ({ kind: "leaf" as const, indicator, version: 1, fullMarks: "100" }));
  const root = { kind: "sum" as const, code: `${code}_total`, name: words(code), children };
  return { code, version: 1, name: words(code), root, ...over };
}

type Group = Pick<AssessedGroup, "query" | "tenantId" | "rootId">;

/** Publishes definitions without asking the rules that check them. */
export async function publish(
  { query, tenantId }: Group,
  { indicators = [], schemes = [] }: { indicators?: readonly Indicator[]; schemes?: readonly Scheme[] },
): Promise<void> {
  for (const [table, bodies] of [
    ["indicator_version", indicators.map((body) => indicatorBody.parse(body))],
    ["scheme_version", schemes.map((body) => schemeBody.parse(body))],
  ] as const)
    await query(
      `INSERT INTO ${table} (tenant_id, code, version, body, checksum)
       SELECT $1, b->>'code', (b->>'version')::int, b, 'test' FROM jsonb_array_elements($2::jsonb) b`,
      [tenantId, JSON.stringify(bodies)],
    );
}

/** The whole group uses the first version of these schemes from a day on. */
export async function adopt(
  { query, tenantId, rootId }: Group,
  codes: readonly string[],
  from: PlainDate = "2026-01-01",
): Promise<void> {
  await query(
    `INSERT INTO scheme_adoption (tenant_id, organization_id, scheme_code, period_from, scheme_version, adopted_at)
     SELECT $1, $2, code, $4, 1, now() FROM unnest($3::text[]) AS code`,
    [tenantId, rootId, codes, from],
  );
}

/** Publishes definitions and assesses the whole group by the schemes among them. */
export async function assessBy(
  group: Group,
  indicators: readonly Indicator[],
  schemes: readonly Scheme[],
  from?: PlainDate,
): Promise<void> {
  await publish(group, { indicators, schemes });
  await adopt(
    group,
    schemes.map(({ code }) => code),
    from,
  );
}
