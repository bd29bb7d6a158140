import { periodOf } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { addMonths, firstDayOf, monthOf, type PlainDate, plainDateIn } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { afterSubtree } from "../../platform/access/place.ts";
import type { ReadDatabase, Transaction } from "../../platform/db/pools.ts";
import { scoreDirty } from "../../platform/facts/post-facts.ts";
import type { Workshop } from "../../platform/ritual/perform.ts";
import { type Adoption, adoptionsOf, versionInForce } from "./adoptions.ts";
import { storedPeriods } from "./period-standing.ts";
import { type AdoptedScheme, adoptedSchemes } from "./rescore.ts";

/** The organisations below a path, but not below the nearer adoptions in `nearer`, that one scheme scores in a period. */
type Area = {
  readonly scheme: string;
  readonly path: string;
  readonly after: string;
  readonly nearer: readonly string[];
  readonly kinds: readonly string[];
  readonly classes: readonly string[];
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly period_version: number;
};

/**
 * Asks for the sheets that organisations lack of the open periods of every adopted scheme, from the month `monthsBack`
 * before this one to today: also who has nothing to show stands on the board, with what is still 待补报, and a sheet that
 * is never made could not be settled. Answers how many organisations and periods were asked for.
 */
export async function markMissingSheets(workshop: Workshop, tenantId: number, monthsBack: number): Promise<number> {
  const now = workshop.clock();
  const today = plainDateIn(now, workshop.timeZone);
  const missing = await workshop.database.writing(tenantId, {}, async (transaction) => {
    const areas = await areasOf(transaction, workshop.database.reading(tenantId), tenantId, today, monthsBack);
    const { rows } = await sql<{ id: string }>`
      INSERT INTO outbox (tenant_id, topic, organization_id, month, recorded_at)
      SELECT DISTINCT o.tenant_id, ${scoreDirty}, o.id, k.first, ${now}::timestamptz
      FROM json_to_recordset(${JSON.stringify(areas)}::json) AS k(scheme text, path text, after text, nearer text[], kinds text[],
        classes text[], first date, last date, period_version int)
      JOIN organization_place p ON p.tenant_id = ${tenantId} AND p.path >= k.path AND p.path < k.after AND p.valid_from <= k.last
        AND (p.valid_to IS NULL OR p.valid_to >= k.last)
      JOIN organization o ON o.tenant_id = p.tenant_id AND o.id = p.organization_id AND o.kind = ANY(k.kinds)
        AND (cardinality(k.classes) = 0 OR p.class = ANY(k.classes))
        AND o.valid_from <= k.first AND (o.valid_to IS NULL OR o.valid_to >= k.last)
      WHERE NOT EXISTS (SELECT 1 FROM unnest(k.nearer) AS below WHERE starts_with(p.path, below))
        AND NOT EXISTS (SELECT 1 FROM score_sheet s WHERE s.tenant_id = o.tenant_id AND s.organization_id = o.id
          AND s.scheme_code = k.scheme AND s.period_from = k.first AND s.period_version = k.period_version AND s.basis = 'published')
        AND NOT EXISTS (SELECT 1 FROM outbox x WHERE x.tenant_id = o.tenant_id AND x.topic = ${scoreDirty}
          AND x.organization_id = o.id AND x.month = k.first)
      RETURNING organization_id AS id`.execute(transaction);
    return rows.length;
  });
  if (missing > 0) workshop.wake();
  return missing;
}

async function areasOf(
  transaction: Transaction,
  definitions: ReadDatabase,
  tenantId: number,
  today: PlainDate,
  monthsBack: number,
): Promise<Area[]> {
  const adoptions = await adoptionsOf(transaction, tenantId);
  const schemes = await adoptedSchemes(definitions, tenantId, adoptions);
  const areas = await Promise.all(
    schemes.map(async (scheme) => {
      const froms = Array.from(
        { length: monthsBack + 1 },
        (_, back) => periodOf(scheme.cadence, firstDayOf(addMonths(monthOf(today), -back))).from,
      );
      const periods = [...new Set(froms)].map((from) => periodOf(scheme.cadence, from));
      const stored = await storedPeriods(transaction, tenantId, periods);
      const open = stored.filter(({ state }) => state === "open");
      const ofPeriods = await Promise.all(
        open.map(async ({ from, to, version }) => {
          // Who adopted it may have stood elsewhere then, and those below with it.
          const then = await adoptionsOf(transaction, tenantId, to);
          const areas = areasOfPeriod(scheme, then, from);
          return areas.map((area) => ({ ...area, first: from, last: to, period_version: version }));
        }),
      );
      return ofPeriods.flat();
    }),
  );
  return areas.flat();
}

function areasOfPeriod(
  { code, versions }: AdoptedScheme,
  adoptions: readonly Adoption[],
  from: PlainDate,
): Omit<Area, "first" | "last" | "period_version">[] {
  const begun = adoptions.filter(({ schemeCode, periodFrom }) => schemeCode === code && periodFrom <= from);
  const paths = [...new Set(begun.map(({ path }) => path))];
  return paths.flatMap((path) => {
    const definitions = versions.get(versionInForce(adoptions, code, path, from) ?? 0);
    if (definitions === undefined) return [];
    const nearer = paths.filter((other) => other !== path && other.startsWith(path));
    return [{ scheme: code, path, after: afterSubtree(path), nearer, ...definitions.scheme.appliesTo }];
  });
}
