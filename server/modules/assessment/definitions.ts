import type { IndicatorBody } from "@dutyloop/domain/assessment/indicator.ts";
import { leavesOf, type SchemeBody } from "@dutyloop/domain/assessment/scheme.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";

/** The scheme that makes the month's board. Further schemes come with their own periods. */
export const monthlyScheme = "monthly";

export type Definitions = { readonly scheme: SchemeBody; readonly indicators: readonly IndicatorBody[] };

/** The newest version of a scheme with exactly the indicator versions that it names. */
export async function loadDefinitions(database: ReadDatabase, tenantId: number, code: string): Promise<Definitions> {
  const { body } = await database
    .selectFrom("scheme_version")
    .where("tenant_id", "=", tenantId)
    .where("code", "=", code)
    .select("body")
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  const scheme = body as unknown as SchemeBody;
  const leaves = leavesOf(scheme);
  const rows = await database
    .selectFrom("indicator_version")
    .where("tenant_id", "=", tenantId)
    .where(
      "code",
      "in",
      leaves.map((leaf) => leaf.indicator),
    )
    .select("body")
    .execute();
  const wanted = new Set(leaves.map((leaf) => `${leaf.indicator} ${leaf.version}`));
  const indicators = rows
    .map((row) => row.body as unknown as IndicatorBody)
    .filter(({ code: indicator, version }) => wanted.has(`${indicator} ${version}`));
  return { scheme, indicators };
}
