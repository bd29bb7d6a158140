import { periodOf, periodsWithin } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { singleKinds } from "@dutyloop/domain/assessment/scoring/evidence.ts";
import { plainContext, type ScoreContext } from "@dutyloop/domain/assessment/scoring/scorer.ts";
import type { Evidence } from "@dutyloop/domain/assessment/things.ts";
import { firstDayOf, lastDayOf, type Month } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { Database, Transaction } from "../../platform/db/pools.ts";
import { adoptionsOf, versionInForce } from "./adoptions.ts";
import { type CountedFacts, countedFactsOf, isAny } from "./counted-facts.ts";
import { evidenceQuery, readEvidence } from "./evidence-stream.ts";
import { holdFolding } from "./fold-scores.ts";
import { type StoredPeriod, storedPeriods } from "./period-standing.ts";
import { placesIn } from "./places-in-period.ts";
import { rebuildTotals } from "./rebuild-totals.ts";
import { type AdoptedScheme, adoptedSchemes, appliesTo } from "./rescore.ts";
import { computeSheets, type SheetRow, sheetRow, writeSheets } from "./score-sheets.ts";
import { type PlacedKey, readsMore } from "./sheet-contexts.ts";

/** Rows written in one statement. */
const chunk = 1000;

/**
 * Scores a scheme anew for every organisation and all its periods from one month to another, from the facts alone: the
 * same figures as the folding of single facts, only all at once. While one period is written the next is read. The
 * group's folding waits meanwhile. Answers how many sheets were written.
 */
export function recomputeAll(
  database: Database,
  tenantId: number,
  { schemeCode, from, to }: { schemeCode: string; from: Month; to: Month },
  now: Date,
): Promise<number> {
  return database.writing(tenantId, {}, async (transaction) => {
    await holdFolding(transaction, tenantId);
    const adoptions = await adoptionsOf(transaction, tenantId);
    const scheme = (await adoptedSchemes(database.reading(tenantId), tenantId, adoptions)).find(
      ({ code }) => code === schemeCode,
    );
    if (scheme === undefined) return 0;
    const whole = { span: scheme.cadence, from: periodOf(scheme.cadence, firstDayOf(from)).from, to: lastDayOf(to) };
    const periods = await storedPeriods(transaction, tenantId, periodsWithin(scheme.cadence, whole));
    const pass: Pass = { database, transaction, tenantId, scheme, now };
    let written = 0;
    let next = periods[0] && readPeriod(pass, periods[0]);
    for (const [i, period] of periods.entries()) {
      const facts = await next;
      const following = periods[i + 1];
      next = following && readPeriod(pass, following);
      // Until it is awaited, a failure of the reading ahead must not count as nobody's.
      next?.catch(() => {});
      written += await scorePeriod(pass, period, facts as PeriodFacts, (path) =>
        versionInForce(adoptions, schemeCode, path, period.from),
      );
    }
    return written;
  });
}

type Pass = {
  readonly database: Database;
  readonly transaction: Transaction;
  readonly tenantId: number;
  readonly scheme: AdoptedScheme;
  readonly now: Date;
};
/** Additive facts by organisation. */
type PeriodFacts = ReadonlyMap<string, Evidence[]>;

function readPeriod({ database, tenantId, scheme }: Pass, period: StoredPeriod): Promise<PeriodFacts> {
  const singles = singleKinds([...scheme.versions.values()].flatMap(({ indicators }) => indicators));
  return readEvidence(database.copying(tenantId, evidenceQuery(tenantId, period, [...singles])));
}

async function scorePeriod(
  pass: Pass,
  period: StoredPeriod,
  facts: PeriodFacts,
  versionAt: (path: string) => number | null,
): Promise<number> {
  const { transaction, tenantId, scheme, now } = pass;
  const places = await placesIn(transaction, tenantId, period);
  const scored = places.flatMap(({ organizationId, ...place }) => {
    const version = versionAt(place.path);
    const definitions = version === null ? undefined : scheme.versions.get(version);
    const key: PlacedKey = { organizationId, period, place };
    return definitions && appliesTo(definitions.scheme, place) ? [{ definitions, key }] : [];
  });
  await sql`DELETE FROM score_sheet WHERE tenant_id = ${tenantId} AND scheme_code = ${scheme.code}
    AND period_from = ${period.from}::date AND period_version = ${period.version}`.execute(transaction);
  const single = await readSingly(pass, period);
  const rows: SheetRow[] = [];
  for (const [definitions, group] of Map.groupBy(scored, (one) => one.definitions)) {
    const readAlone = readsMore(definitions)
      ? () => true
      : ({ organizationId, place }: PlacedKey) => !place.whole || single.has(organizationId);
    const keys = group.map(({ key }) => key);
    const context: ScoreContext = { ...plainContext, closed: period.state !== "open" };
    for (const key of keys) {
      if (readAlone(key)) continue;
      rows.push(sheetRow(definitions, key, "published", facts.get(key.organizationId) ?? [], context));
    }
    for (const some of chunks(keys.filter(readAlone))) {
      const theirs = await countedFactsOf(transaction, tenantId, some, singleKinds(definitions.indicators), now);
      const counted = [...some.keys()].filter((i) => some[i]?.place.whole || isAny(theirs[i] as CountedFacts));
      rows.push(
        ...(await computeSheets(
          transaction,
          tenantId,
          definitions,
          counted.map((i) => some[i] as PlacedKey),
          counted.map((i) => theirs[i] as CountedFacts),
        )),
      );
    }
  }
  const written = chunks(rows).map((some) => writeSheets(transaction, tenantId, scheme.code, some, now));
  await Promise.all([...written, rebuildTotals(transaction, tenantId, scheme.code, period, rows)]);
  return rows.length;
}

/**
 * Organisations whose facts can't just be added up: something was settled or decided by people, facts came after the
 * close, or one fact has to be told from another.
 */
async function readSingly({ transaction, tenantId, scheme }: Pass, period: StoredPeriod): Promise<Set<string>> {
  const singles = singleKinds([...scheme.versions.values()].flatMap(({ indicators }) => indicators));
  const { rows } = await sql<{ id: string }>`
    SELECT organization_id AS id FROM settlement WHERE tenant_id = ${tenantId} AND scheme_code = ${scheme.code}
      AND period_from = ${period.from}::date AND period_version = ${period.version}
    UNION SELECT organization_id FROM veto_decision WHERE tenant_id = ${tenantId} AND scheme_code = ${scheme.code}
      AND period_from = ${period.from}::date AND period_version = ${period.version}
    UNION SELECT organization_id FROM fact WHERE tenant_id = ${tenantId} AND posted_in > counts_on
      AND counts_on >= ${period.from}::date AND counts_on <= ${period.to}::date
    UNION SELECT organization_id FROM fact WHERE tenant_id = ${tenantId} AND kind = ANY(${[...singles]}::text[])
      AND ${singles.size > 0}::boolean AND posted_in >= ${period.from}::date AND posted_in <= ${period.to}::date`.execute(
    transaction,
  );
  return new Set(rows.map(({ id }) => id));
}

function chunks<T>(list: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < list.length; at += chunk) parts.push(list.slice(at, at + chunk));
  return parts;
}
