import { figureProblems } from "@dutyloop/domain/assessment/scoring/measure-rules.ts";
import type { FactDraft } from "@dutyloop/domain/assessment/things.ts";
import { redLineIn } from "@dutyloop/domain/assessment/validation/red-line-rules.ts";
import { monthOf, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { metricsOf } from "../inputs/metrics.ts";

/** What the entries of an answer are held against. */
export type EntryFrame = {
  /** Metrics that indicators read. */
  readonly metrics: ReadonlySet<string>;
  /** Indicators that who answers was named a judge of, at the organisation or above it. */
  readonly judgedIndicators: ReadonlySet<string>;
  readonly answeredBy: string;
};

export async function entryFrame(
  database: ReadDatabase,
  tenantId: number,
  path: string,
  answeredBy: string,
  today: PlainDate,
): Promise<EntryFrame> {
  const { rows } = await sql<{ code: string }>`
    SELECT DISTINCT j.indicator_code AS code FROM judge j
    JOIN organization above ON above.tenant_id = j.tenant_id AND above.id = j.organization_id
    WHERE j.tenant_id = ${tenantId} AND j.account_id = ${answeredBy}::uuid AND starts_with(${path}, above.path)
      AND j.valid_from <= ${today}::date AND (j.valid_to IS NULL OR j.valid_to >= ${today}::date)`.execute(database);
  return {
    metrics: new Set((await metricsOf(database, tenantId)).map(({ code }) => code)),
    judgedIndicators: new Set(rows.map(({ code }) => code)),
    answeredBy,
  };
}

/**
 * A fact that an answer books is checked as an imported figure is, red lines included, and can't lie in the future. Points
 * of a judge are his alone: nobody else gives or changes them (`judgement.not_named`).
 */
export function entriesRefusal(facts: readonly FactDraft[], frame: EntryFrame, today: PlainDate): Refusal | null {
  for (const fact of facts) {
    const refusal = redLineRefusal(fact) ?? judgeRefusal(fact, frame) ?? contentRefusal(fact, frame, today);
    if (refusal !== null) return refusal;
  }
  return null;
}

function redLineRefusal({ attributes }: FactDraft): Refusal | null {
  const crossed = Object.values(attributes)
    .map((value) => redLineIn(String(value)))
    .find((found) => found !== null);
  return crossed ? refuse("measure.red_line", crossed, "additions") : null;
}

function judgeRefusal({ kind, attributes, details }: FactDraft, frame: EntryFrame): Refusal | null {
  if (kind !== "judgement") return null;
  const indicator = String(attributes.indicator ?? "");
  const own = details.account === undefined || details.account === frame.answeredBy;
  if (own && frame.judgedIndicators.has(indicator)) return null;
  return refuse("judgement.not_named", { indicator }, "additions");
}

function contentRefusal(fact: FactDraft, { metrics }: EntryFrame, today: PlainDate): Refusal | null {
  const { metric = null, ...attributes } = fact.attributes;
  const figure = { ...fact, metric: metric === null ? null : String(metric), attributes, note: "" };
  const [problem] = figureProblems(figure, { month: monthOf(fact.occurredOn), today, metrics });
  return problem ? refuse(problem.code, problem.values, "additions") : null;
}
