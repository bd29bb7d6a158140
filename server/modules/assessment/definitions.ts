import { type IndicatorBody, indicatorBody } from "@dutyloop/domain/assessment/definitions/indicator.ts";
import { leavesOf, type SchemeBody, schemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { type Scorer, scorerOf } from "@dutyloop/domain/assessment/scoring/scorer.ts";
import { type LineFrame, linesOf } from "@dutyloop/domain/assessment/scoring/sheet-figures.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";

/** The scheme whose totals make the month's board and the trend of the leader's page. */
export const monthlyScheme = "monthly";

/** A version of a scheme with exactly the indicator versions that its leaves name, compiled. */
export type Definitions = {
  readonly scheme: SchemeBody;
  readonly indicators: readonly IndicatorBody[];
  readonly scorer: Scorer;
  readonly frames: readonly LineFrame[];
};

/** Published versions never change: each is read and compiled once per connection pool. */
const known = new WeakMap<ReadDatabase, Map<string, Promise<Definitions>>>();

/** A published version of a scheme. Throws when it doesn't exist. */
export function loadDefinitions(
  database: ReadDatabase,
  tenantId: number,
  code: string,
  version: number,
): Promise<Definitions> {
  const versions = known.get(database) ?? new Map<string, Promise<Definitions>>();
  known.set(database, versions);
  const key = `${tenantId} ${code} ${version}`;
  const found = versions.get(key) ?? readDefinitions(database, tenantId, code, version);
  versions.set(key, found);
  found.catch(() => versions.delete(key));
  return found;
}

async function readDefinitions(
  database: ReadDatabase,
  tenantId: number,
  code: string,
  version: number,
): Promise<Definitions> {
  const { body } = await database
    .selectFrom("scheme_version")
    .where("tenant_id", "=", tenantId)
    .where("code", "=", code)
    .where("version", "=", version)
    .select("body")
    .executeTakeFirstOrThrow();
  // Reading fills in what versions of earlier releases don't say.
  const scheme = schemeBody.parse(body);
  return compiled(scheme, await indicatorsOf(database, tenantId, scheme));
}

export function compiled(scheme: SchemeBody, indicators: readonly IndicatorBody[]): Definitions {
  return { scheme, indicators, scorer: scorerOf(scheme, indicators), frames: linesOf(scheme, indicators) };
}

/** The indicator versions that a scheme's leaves name, and those that their formulas read. */
async function indicatorsOf(database: ReadDatabase, tenantId: number, scheme: SchemeBody): Promise<IndicatorBody[]> {
  const found = new Map<string, IndicatorBody>();
  let wanted = leavesOf(scheme).map(({ indicator, version }) => ({ indicator, version }));
  while (wanted.length > 0) {
    const rows = await database
      .selectFrom("indicator_version")
      .where("tenant_id", "=", tenantId)
      .where("code", "in", [...new Set(wanted.map(({ indicator }) => indicator))])
      .select("body")
      .execute();
    const names = new Set(wanted.map(({ indicator, version }) => `${indicator} ${version}`));
    const bodies = rows
      .map((row) => indicatorBody.parse(row.body))
      .filter(({ code, version }) => names.has(`${code} ${version}`));
    for (const body of bodies) found.set(`${body.code} ${body.version}`, body);
    wanted = bodies
      .flatMap(({ aggregation }) => (aggregation.form === "formula" ? aggregation.inputs : []))
      .filter(({ indicator, version }) => !found.has(`${indicator} ${version}`));
  }
  return [...found.values()];
}
