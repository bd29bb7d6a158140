import type { SchemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import type { Period, Span } from "@dutyloop/domain/assessment/period-things.ts";
import { periodOf } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { singleKinds } from "@dutyloop/domain/assessment/scoring/evidence.ts";
import type { FactKind } from "@dutyloop/domain/assessment/things.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { allSettled } from "../../platform/db/all-settled.ts";
import type { ReadDatabase, Transaction } from "../../platform/db/pools.ts";
import { type Adoption, adoptionsOf, versionInForce } from "./adoptions.ts";
import { type CountedFacts, countedFactsOf, isAny } from "./counted-facts.ts";
import { type Definitions, loadDefinitions } from "./definitions.ts";
import { foldMetrics } from "./metric-rollups.ts";
import { readSchemes } from "./other-sheets.ts";
import { type StoredPeriod, storedPeriods } from "./period-standing.ts";
import { foldTotals } from "./score-rollups.ts";
import { computeSheets, publishedName, replaceSheets, type SheetRow, sheetName, storedSheets } from "./score-sheets.ts";
import type { PlacedKey } from "./sheet-contexts.ts";
import { organizationsAt, pathsAbove, placesOf, type SheetKey } from "./sheet-keys.ts";

/** An organisation and the first day of a month whose facts changed. */
export type DirtyMonth = { readonly organizationId: string; readonly month: PlainDate };

/** A scheme with every version that somebody adopted. */
export type AdoptedScheme = {
  readonly code: string;
  readonly cadence: Span;
  readonly versions: ReadonlyMap<number, Definitions>;
  /** Schemes whose figures it reads, of the same organisation and of those below. */
  readonly figures: ReadonlySet<string>;
  readonly rollups: ReadonlySet<string>;
};

/** The adopted schemes, each after those it reads. */
export async function adoptedSchemes(
  database: ReadDatabase,
  tenantId: number,
  adoptions: readonly Adoption[],
): Promise<AdoptedScheme[]> {
  const schemes = await Promise.all(
    [...Map.groupBy(adoptions, ({ schemeCode }) => schemeCode)].map(async ([code, ofScheme]) => {
      const numbers = [...new Set(ofScheme.map(({ version }) => version))];
      const versions = new Map(
        await Promise.all(
          numbers.map(async (version) => [version, await loadDefinitions(database, tenantId, code, version)] as const),
        ),
      );
      const read = [...versions.values()].map(readSchemes);
      const { cadence } = (versions.values().next().value as Definitions).scheme;
      const figures = new Set(read.flatMap((schemes) => schemes.figures));
      return { code, cadence, versions, figures, rollups: new Set(read.flatMap((schemes) => schemes.rollups)) };
    }),
  );
  const ordered: AdoptedScheme[] = [];
  const place = (scheme: AdoptedScheme) => {
    if (ordered.includes(scheme)) return;
    for (const other of schemes) if (scheme.figures.has(other.code) || scheme.rollups.has(other.code)) place(other);
    ordered.push(scheme);
  };
  schemes.forEach(place);
  return ordered;
}

/**
 * Scores anew everything that depends on the facts of these organisations and months: sums, sheets of every adopted
 * scheme, sheets that read those, ranks and means above. `database` reads definitions, which never change. Published
 * sheets of closed periods stay as they are, but for the period that is just being closed (`finishing`).
 */
export async function rescore(
  transaction: Transaction,
  database: ReadDatabase,
  tenantId: number,
  dirty: readonly DirtyMonth[],
  now: Date,
  finishing: Pick<Period, "span" | "from"> | null = null,
): Promise<void> {
  const adoptions = await adoptionsOf(transaction, tenantId);
  const schemes = await adoptedSchemes(database, tenantId, adoptions);
  const months = await placedKeys(transaction, tenantId, "month", dirty);
  const all = schemes.flatMap(({ versions }) => [...versions.values()].flatMap(({ indicators }) => indicators));
  const singles = singleKinds(all);
  const monthFacts = await countedFactsOf(transaction, tenantId, months, singles, now);
  const factsOfMonth = new Map(months.map((key, i) => [nameOf(key), monthFacts[i] as CountedFacts]));
  await allSettled([
    foldMetrics(transaction, tenantId, months, monthFacts),
    scoreAll(transaction, tenantId, { adoptions, schemes, singles, factsOfMonth }, dirty, now, finishing),
  ]);
}

/** What the sheets of one turn are made with. */
type Ground = {
  readonly adoptions: readonly Adoption[];
  readonly schemes: readonly AdoptedScheme[];
  readonly singles: ReadonlySet<FactKind>;
  /** The facts of the months that changed, by the names of their keys. */
  readonly factsOfMonth: ReadonlyMap<string, CountedFacts>;
};

/** Sheets, ranks and means of every scheme, each after those it reads. */
async function scoreAll(
  transaction: Transaction,
  tenantId: number,
  { adoptions, schemes, singles, factsOfMonth }: Ground,
  dirty: readonly DirtyMonth[],
  now: Date,
  finishing: Pick<Period, "span" | "from"> | null,
): Promise<void> {
  const touched = new Map<string, PlacedKey[]>();
  for (const scheme of schemes) {
    const wanted = [
      ...dirty.map(({ organizationId, month }) => ({ organizationId, month })),
      ...[...scheme.figures].flatMap((code) => (touched.get(code) ?? []).map(asDirty)),
      ...(
        await Promise.all([...scheme.rollups].map((code) => above(transaction, tenantId, touched.get(code) ?? [])))
      ).flat(),
    ];
    const keys = await placedKeys(transaction, tenantId, scheme.cadence, wanted);
    const known = scheme.cadence === "month" && keys.every((key) => factsOfMonth.has(nameOf(key)));
    const [facts, standing] = await Promise.all([
      known
        ? keys.map((key) => factsOfMonth.get(nameOf(key)) as CountedFacts)
        : countedFactsOf(transaction, tenantId, keys, singles, now),
      storedSheets(transaction, tenantId, scheme.code, keys),
    ]);
    const kept = frozenSheets(keys, standing, finishing);
    const rows = await sheetsInForce(transaction, tenantId, adoptions, scheme, keys, facts, kept);
    const of = (sheets: readonly SheetRow[], { from }: Period) =>
      sheets.filter(({ period_from }) => period_from === from);
    await allSettled([
      replaceSheets(transaction, tenantId, scheme.code, standing, rows, now),
      ...[...new Set(keys.map((key) => key.period))].map((period) =>
        foldTotals(transaction, tenantId, scheme.code, period, of(standing, period), of(rows, period)),
      ),
    ]);
    touched.set(scheme.code, keys);
  }
}

/** The published sheets of closed periods by their names. */
function frozenSheets(
  keys: readonly PlacedKey[],
  standing: readonly SheetRow[],
  finishing: Pick<Period, "span" | "from"> | null,
): Map<string, SheetRow> {
  const closed = keys.filter(
    ({ period }) => period.state === "closed" && !(finishing?.span === period.span && finishing.from === period.from),
  );
  const names = new Set(closed.map(publishedName));
  return new Map(standing.flatMap((row) => (names.has(sheetName(row)) ? [[sheetName(row), row]] : [])));
}

/**
 * The sheets of these keys by the version in force at each, of those whom it applies to; what is frozen keeps the version
 * it was scored with.
 */
async function sheetsInForce(
  transaction: Transaction,
  tenantId: number,
  adoptions: readonly Adoption[],
  scheme: AdoptedScheme,
  keys: readonly PlacedKey[],
  facts: readonly CountedFacts[],
  kept: ReadonlyMap<string, SheetRow>,
): Promise<SheetRow[]> {
  const byVersion = Map.groupBy(keys.keys(), (i) => {
    const key = keys[i] as PlacedKey;
    const { place, period } = key;
    const frozen = kept.get(publishedName(key));
    return frozen ? frozen.scheme_version : versionInForce(adoptions, scheme.code, place.path, period.from);
  });
  const sheets = await Promise.all(
    [...byVersion].map(([version, indices]) => {
      const definitions = version === null ? undefined : scheme.versions.get(version);
      if (definitions === undefined) return [];
      const scored = indices.filter((i) =>
        isScored(definitions.scheme, keys[i] as PlacedKey, facts[i] as CountedFacts),
      );
      return computeSheets(
        transaction,
        tenantId,
        definitions,
        scored.map((i) => keys[i] as PlacedKey),
        scored.map((i) => facts[i] as CountedFacts),
        kept,
      );
    }),
  );
  return sheets.flat();
}

/** An organisation has a sheet from its first whole period on, and before that where something was recorded. */
function isScored(scheme: SchemeBody, { place }: PlacedKey, facts: CountedFacts): boolean {
  return appliesTo(scheme, place) && (place.whole || isAny(facts));
}

/** Whether a scheme scores organisations of this kind and class. */
export function appliesTo({ appliesTo: whom }: SchemeBody, { kind, class: name }: PlacedKey["place"]): boolean {
  return whom.kinds.includes(kind) && (whom.classes.length === 0 || whom.classes.includes(name));
}

/** The periods of this length that hold these months, each key once, of organisations that stand on the last day. */
async function placedKeys(
  transaction: Transaction,
  tenantId: number,
  span: Span,
  dirty: readonly DirtyMonth[],
): Promise<PlacedKey[]> {
  const froms = [...new Set(dirty.map(({ month }) => periodOf(span, month).from))];
  const periods = await storedPeriods(
    transaction,
    tenantId,
    froms.map((from) => periodOf(span, from)),
  );
  const byFrom = new Map(periods.map((period) => [period.from, period]));
  const keys = new Map<string, SheetKey>();
  for (const { organizationId, month } of dirty) {
    const period = byFrom.get(periodOf(span, month).from) as StoredPeriod;
    const key = { organizationId, period };
    keys.set(nameOf(key), key);
  }
  const list = [...keys.values()].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const places = await placesOf(transaction, tenantId, list);
  return list.flatMap((key, i) => {
    const place = places[i];
    return place ? [{ ...key, place }] : [];
  });
}

/** The organisations above these keys, in the same periods. */
async function above(transaction: Transaction, tenantId: number, keys: readonly PlacedKey[]): Promise<DirtyMonth[]> {
  const found: DirtyMonth[] = [];
  for (const period of new Set(keys.map((key) => key.period))) {
    const paths = keys.filter((key) => key.period === period).flatMap(({ place }) => pathsAbove(place.path));
    const ids = await organizationsAt(transaction, tenantId, period, [...new Set(paths)]);
    for (const organizationId of ids.values()) found.push({ organizationId, month: period.from });
  }
  return found;
}

function asDirty({ organizationId, period }: SheetKey): DirtyMonth {
  return { organizationId, month: period.from };
}

function nameOf({ organizationId, period }: SheetKey): string {
  return `${organizationId} ${period.from}`;
}
