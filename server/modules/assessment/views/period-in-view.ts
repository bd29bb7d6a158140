import type { PeriodStanding } from "@dutyloop/domain/assessment/period-things.ts";
import { parsePeriod } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { notFound } from "../../../platform/ritual/refused.ts";

/** A period that somebody looks at, in its newest version or in an earlier one that stays readable. */
export type PeriodInView = {
  /** Where the newest version stands. */
  readonly newest: PeriodStanding;
  /** The version in view; an earlier one is closed. */
  readonly shown: PeriodStanding;
};

type Row = Omit<PeriodStanding, "span" | "from" | "to"> & { closingShown: number | null };

const untouched: Row = {
  state: "open",
  version: 1,
  closing: null,
  publicityFrom: null,
  publicityTo: null,
  closingShown: null,
};

/** The period of this name. Throws `not_found` for a name that is none and for a version that there isn't. */
export async function periodInView(
  database: ReadDatabase,
  tenantId: number,
  name: string,
  version: number | null,
): Promise<PeriodInView> {
  const period = parsePeriod(name);
  if (period === null) throw notFound();
  const { rows } = await sql<Row>`
    SELECT p.state, p.version, p.closing, p.publicity_from AS "publicityFrom", p.publicity_to AS "publicityTo", c.closing AS "closingShown"
    FROM period p LEFT JOIN period_closing c ON c.tenant_id = p.tenant_id AND c.span = p.span AND c.period_from = p.period_from
      AND c.version = ${version}::int
    WHERE p.tenant_id = ${tenantId} AND p.span = ${period.span} AND p.period_from = ${period.from}::date`.execute(
    database,
  );
  const { closingShown, ...row } = rows[0] ?? untouched;
  const newest = { ...period, ...row };
  if (version === null || version === newest.version) return { newest, shown: newest };
  if (closingShown === null) throw notFound();
  const earlier = { version, state: "closed", closing: closingShown, publicityFrom: null, publicityTo: null } as const;
  return { newest, shown: { ...period, ...earlier } };
}
