import type { SimulatedScheme } from "@dutyloop/contract/what-if.ts";
import type { SchemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { periodOf, periodsWithin } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { firstDayOf, lastDayOf, type Month, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { Database, ReadDatabase } from "../../../platform/db/pools.ts";
import { Refused } from "../../../platform/ritual/refused.ts";
import { type Adoption, adoptionsOf, versionInForce } from "../adoptions.ts";
import { type Definitions, loadDefinitions } from "../definitions.ts";
import { storedPeriods } from "../period-standing.ts";
import { changedScheme } from "./changed-scheme.ts";
import { type Portion, portionsOf } from "./portions.ts";
import { type Facts, factsFor, startTrial, type Trial, tryPortion } from "./trial.ts";
import { trialResult } from "./trial-result.ts";
import { organizationsBelow } from "./tried-organizations.ts";

export type WhatIf = {
  /** The scheme that stands. */
  readonly schemeCode: string;
  /** The whole changed scheme. */
  readonly body: unknown;
  /** New indicators, and new versions of changed ones. */
  readonly indicators: readonly unknown[];
  /** The organisation that assesses; everybody at and below it is compared. */
  readonly organization: { readonly id: string; readonly path: string };
  readonly from: Month;
  readonly to: Month;
};

/** After each portion: how far it has come, and the comparison of what it has read; the last one is the result. */
export type WhatIfStep = {
  readonly done: number;
  readonly of: number;
  readonly result: () => SimulatedScheme;
};

/**
 * What a changed scheme would have done over past periods (ASM-6), period by period; nothing is saved. Leaves whose value
 * stays the same are taken from the sheets that stand, only the others are scored from facts again. Throws Refused or
 * InvalidRequest where the scheme can't be tried.
 */
export async function* simulate(
  database: Database,
  tenantId: number,
  { schemeCode, organization, from, to, ...changed }: WhatIf,
  today: PlainDate,
): AsyncGenerator<WhatIfStep> {
  const reading = database.reading(tenantId);
  const after = await changedScheme(reading, tenantId, organization.path, changed);
  const { cadence } = after.scheme;
  if (cadence !== ((await cadenceOf(reading, tenantId, schemeCode)) ?? cadence)) {
    throw new Refused(refuse("what_if.other_cadence"));
  }
  const first = periodOf(cadence, firstDayOf(from)).from;
  const named = periodsWithin(cadence, { span: cadence, from: first, to: lastDayOf(to) });
  const past = named.filter((period) => period.to < today);
  if (past.length === 0) throw new Refused(refuse("what_if.no_past_period", { from, to }));
  const [periods, organizations, adoptions] = await Promise.all([
    storedPeriods(reading, tenantId, past),
    organizationsBelow(reading, tenantId, organization.path),
    adoptionsOf(reading, tenantId),
  ]);
  const ofScheme = adoptions.filter((adoption) => adoption.schemeCode === schemeCode);
  const before = await standingVersions(reading, tenantId, schemeCode, ofScheme, organization.path);
  const inForce = periods.every(
    (period) => versionInForce(adoptions, schemeCode, organization.path, period.from) !== null,
  );
  const single = periods.length === 1;
  const { path } = organization;
  const parts = { database, tenantId, schemeCode, path, organizations, before, after, single, inForce };
  const trial = startTrial(parts);
  const portions = portionsOf(periods, organizations.keys());
  const of = portions.length;
  let next = factsFor(trial, portions[0]!);
  for (const [index, portion] of portions.entries()) {
    const facts = await next;
    const following = portions[index + 1];
    // Nothing competes with the first answer; from then on the next portion's facts are read beside this one's sheets.
    if (index > 0 && following) next = readAhead(trial, following);
    await tryPortion(trial, portion, facts);
    const done = index + 1;
    const read = periods.filter(({ from }) => from <= portion.period.from);
    yield { done, of, result: () => trialResult(trial, read, done === of) };
    if (index === 0 && following) next = readAhead(trial, following);
  }
}

/** The length of the periods that a scheme scores; null where there is no such scheme. */
async function cadenceOf(database: ReadDatabase, tenantId: number, schemeCode: string): Promise<string | null> {
  const found = await database
    .selectFrom("scheme_version")
    .where("tenant_id", "=", tenantId)
    .where("code", "=", schemeCode)
    .select("body")
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return found === undefined ? null : (found.body as unknown as SchemeBody).cadence;
}

function readAhead(trial: Trial, portion: Portion): Promise<Facts> {
  const facts = factsFor(trial, portion);
  // Until it is awaited, a failure of the reading ahead must not count as nobody's.
  facts.catch(() => {});
  return facts;
}

/** The versions of the scheme that somebody at, above or below a path has adopted. */
async function standingVersions(
  database: ReadDatabase,
  tenantId: number,
  schemeCode: string,
  adoptions: readonly Adoption[],
  path: string,
): Promise<Map<number, Definitions>> {
  const near = adoptions.filter((adoption) => path.startsWith(adoption.path) || adoption.path.startsWith(path));
  const versions = [...new Set(near.map(({ version }) => version))];
  const load = async (version: number) =>
    [version, await loadDefinitions(database, tenantId, schemeCode, version)] as const;
  return new Map(await Promise.all(versions.map(load)));
}
