import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type pg from "pg";

type Difference = { side: string; facts: number; example: string };

/**
 * Compares what counts of each organisation that both groups have: the same facts, each as often. A plan is issued for
 * whole years, so what was owed before the generated months begin is left out.
 * @param from first day of the generated months
 * @throws Error with a sentence that names a difference
 * @returns how many facts were compared
 */
export async function requireSameFacts(
  owner: pg.Pool,
  generated: number,
  replayed: number,
  from: PlainDate,
): Promise<number> {
  const facts = (
    tenant: string,
  ) => `SELECT o.code, f.kind, f.sign, f.counts_on, f.occurred_on, f.quantity, f.base, f.attributes
    FROM fact f JOIN organization o ON o.tenant_id = f.tenant_id AND o.id = f.organization_id
    WHERE f.tenant_id = ${tenant} AND o.code IN (SELECT code FROM organization WHERE tenant_id = $2)
      AND f.counts_on >= $3`;
  const only = (
    side: string,
    one: string,
    other: string,
  ) => `SELECT '${side}' AS side, count(*)::integer AS facts, min(d::text) AS example
    FROM (${facts(one)} EXCEPT ALL ${facts(other)}) AS d`;
  const { rows } = await owner.query<Difference>(
    `${only("generator", "$1", "$2")} UNION ALL ${only("replay", "$2", "$1")}`,
    [generated, replayed, from],
  );
  const wrong = rows.filter((row) => row.facts > 0);
  if (wrong.length > 0) {
    const said = wrong.map(
      ({ side, facts: count, example }) => `only the ${side} has ${count}, for example ${example}`,
    );
    throw new Error(`Generated and replayed facts differ: ${said.join("; ")}`);
  }
  const { rows: compared } = await owner.query<{ facts: number }>(
    "SELECT count(*)::integer AS facts FROM fact WHERE tenant_id = $1 AND counts_on >= $2",
    [replayed, from],
  );
  return compared[0]?.facts ?? 0;
}
