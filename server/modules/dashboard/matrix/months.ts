import { placeOfMonth } from "@dutyloop/domain/duties/matrix-rules.ts";
import { firstDayOf, lastDayOf, type Month, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { type RawBuilder, sql } from "kysely";
import { afterSubtree } from "../../../platform/access/place.ts";
import type { MatrixRow } from "./matrix-rows.ts";

/** A month as it is looked at: where the organisation in view stood then, and the day that says who stood below it. */
export type ViewedMonth = {
  readonly first: PlainDate;
  readonly last: PlainDate;
  /** A day whose structure is taken for all months; null: each month's own. */
  readonly day: PlainDate | null;
  readonly path: string;
  readonly after: string;
};

export function monthsOfYear(year: number): Month[] {
  return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, "0")}`);
}

/** These months with the place of the organisation in view. */
export function viewedMonths(
  viewed: Pick<MatrixRow, "path" | "validFrom" | "validTo" | "places">,
  months: readonly Month[],
  on: PlainDate | undefined,
): ViewedMonth[] {
  return months.map((month) => {
    const days = { first: firstDayOf(month), last: lastDayOf(month), day: on ?? null };
    const path = placeOfMonth(days, viewed, viewed.places)?.path ?? viewed.path;
    return { ...days, path, after: afterSubtree(path) };
  });
}

/** The day on which a row `k` of the months says where an organisation `o` stood. */
const dayOf = sql`coalesce(k.day, greatest(least(k.last, o.valid_to), o.valid_from))`;

/** SQL condition: the place `p` is where an organisation `o` stood in a month `k`. */
export const stoodThen = sql`p.valid_from <= ${dayOf} AND (p.valid_to IS NULL OR p.valid_to >= ${dayOf})`;

/** Months as rows `k` of a statement. */
export function monthRows(months: readonly ViewedMonth[]): RawBuilder<unknown> {
  return sql`json_to_recordset(${JSON.stringify(months)}::json) AS k(first date, last date, day date, path text, after text)`;
}
