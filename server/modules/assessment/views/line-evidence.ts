import type { Condition, IndicatorBody, Selection } from "@dutyloop/domain/assessment/definitions/indicator.ts";
import { type RawBuilder, sql } from "kysely";
import { notFound } from "../../../platform/ritual/refused.ts";
import type { Definitions } from "../definitions.ts";

/** The indicator of a leaf. Throws `not_found` for a line that is none of this scheme's leaves. */
export function indicatorOf({ frames, indicators }: Definitions, lineCode: string): IndicatorBody {
  const line = frames.find(({ code, kind }) => kind === "leaf" && code === lineCode);
  const indicator = indicators.find(({ code, version }) => code === line?.code && version === line.version);
  if (indicator === undefined) throw notFound();
  return indicator;
}

/** Which facts `f` an indicator reads, as SQL: those of its selections; of a formula those of its inputs. */
export function readBy(indicator: IndicatorBody, indicators: readonly IndicatorBody[]): RawBuilder<unknown> {
  const selections = selectionsOf(indicator, indicators).map(
    ({ kind, conditions }) => sql`(${sql.join([sql`f.kind = ${kind}`, ...conditions.map(met)], sql` AND `)})`,
  );
  return selections.length === 0 ? sql`false` : sql`(${sql.join(selections, sql` OR `)})`;
}

function selectionsOf({ aggregation, filter }: IndicatorBody, indicators: readonly IndicatorBody[]): Selection[] {
  const filtered = (selection: Selection) => ({ ...selection, conditions: [...filter, ...selection.conditions] });
  if (aggregation.form === "ratio") return [filtered(aggregation.numerator), filtered(aggregation.denominator)];
  if ("of" in aggregation) return [filtered(aggregation.of)];
  if (aggregation.form !== "formula") return [];
  return aggregation.inputs.flatMap((input) => {
    const read = indicators.find(({ code, version }) => code === input.indicator && version === input.version);
    return read === undefined ? [] : selectionsOf(read, indicators);
  });
}

/** A missing attribute is ''. */
function met({ attribute, operator, values }: Condition): RawBuilder<unknown> {
  const held = sql`coalesce(f.attributes->>${attribute}, '')`;
  if (operator === "in") return sql`${held} = ANY(${values}::text[])`;
  return operator === "eq" ? sql`${held} = ${values[0]}` : sql`${held} <> ${values[0]}`;
}
