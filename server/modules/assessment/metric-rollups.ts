import { add, parse, type Rational, subtract, toText, zero } from "@dutyloop/domain/kernel/rational.ts";
import { sql } from "kysely";
import type { Transaction } from "../../platform/db/pools.ts";
import type { CountedFacts } from "./counted-facts.ts";
import type { PlacedKey } from "./sheet-contexts.ts";
import { keyColumns, keysAsJson, organizationsAt, pathsAbove } from "./sheet-keys.ts";

type Sums = { count: number; quantity: Rational; base: Rational };
type Own = { i: number; kind: string; count: number; quantity: string; base: string };
const nothing: Sums = { count: 0, quantity: zero, base: zero };

/**
 * Brings the sums of facts up to date for these organisations and months: their own from their facts, and the difference
 * to what stood there into the subtrees of everybody above.
 */
export async function foldMetrics(
  transaction: Transaction,
  tenantId: number,
  keys: readonly PlacedKey[],
  facts: readonly CountedFacts[],
): Promise<void> {
  const { rows: standing } = await sql<Own>`
    SELECT k.i, m.kind, m.own_count AS count, m.own_quantity::text AS quantity, m.own_base::text AS base
    FROM json_to_recordset(${keysAsJson(keys)}::json) AS ${keyColumns}
    JOIN metric_rollup m ON m.tenant_id = ${tenantId} AND m.organization_id = k.organization_id AND m.month = k.period_from`.execute(
    transaction,
  );
  const before = keys.map(() => new Map<string, Sums>());
  for (const { i, kind, count, quantity, base } of standing) {
    before[i]?.set(kind, { count, quantity: parse(quantity), base: parse(base) });
  }
  const deltas = keys.map((_, i) => differences(before[i] ?? new Map(), sumsOf(facts[i] as CountedFacts)));
  const rows = await spread(transaction, tenantId, keys, deltas);
  if (rows.length === 0) return;
  await sql`
    INSERT INTO metric_rollup AS m (tenant_id, organization_id, month, kind, own_count, own_quantity, own_base, subtree_count,
      subtree_quantity, subtree_base)
    SELECT ${tenantId}::int, organization, month, kind, own_count, own_quantity, own_base, subtree_count, subtree_quantity, subtree_base
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS d(organization uuid, month date, kind text, own_count int,
      own_quantity numeric, own_base numeric, subtree_count bigint, subtree_quantity numeric, subtree_base numeric)
    ON CONFLICT (tenant_id, organization_id, month, kind) DO UPDATE SET
      own_count = m.own_count + excluded.own_count, own_quantity = m.own_quantity + excluded.own_quantity,
      own_base = m.own_base + excluded.own_base, subtree_count = m.subtree_count + excluded.subtree_count,
      subtree_quantity = m.subtree_quantity + excluded.subtree_quantity, subtree_base = m.subtree_base + excluded.subtree_base`.execute(
    transaction,
  );
}

function sumsOf({ sums, single }: CountedFacts): Map<string, Sums> {
  const byKind = new Map<string, Sums>();
  const put = (kind: string, sum: Sums) => byKind.set(kind, plus(byKind.get(kind) ?? nothing, sum));
  for (const { kind, count, quantity, base } of sums)
    put(kind, { count, quantity: parse(quantity), base: parse(base) });
  for (const { kind, sign, quantity, base } of single) {
    const signed = (text: string | null) => (sign === 1 ? parse(text ?? "0") : subtract(zero, parse(text ?? "0")));
    put(kind, { count: sign, quantity: signed(quantity), base: signed(base) });
  }
  return byKind;
}

function differences(before: ReadonlyMap<string, Sums>, after: ReadonlyMap<string, Sums>): Map<string, Sums> {
  const found = new Map<string, Sums>();
  for (const kind of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(kind) ?? nothing, after.get(kind) ?? nothing];
    const difference = {
      count: now.count - old.count,
      quantity: subtract(now.quantity, old.quantity),
      base: subtract(now.base, old.base),
    };
    if (difference.count !== 0 || difference.quantity.n !== 0n || difference.base.n !== 0n) found.set(kind, difference);
  }
  return found;
}

/** The differences as rows to add: own and subtree of each key's organisation, subtree only of those above it. */
async function spread(
  transaction: Transaction,
  tenantId: number,
  keys: readonly PlacedKey[],
  deltas: readonly ReadonlyMap<string, Sums>[],
) {
  const rows = new Map<string, { organization: string; month: string; kind: string; own: Sums; subtree: Sums }>();
  const put = (organization: string, month: string, kind: string, own: Sums, subtree: Sums) => {
    const key = `${organization} ${month} ${kind}`;
    const row = rows.get(key) ?? { organization, month, kind, own: nothing, subtree: nothing };
    rows.set(key, { ...row, own: plus(row.own, own), subtree: plus(row.subtree, subtree) });
  };
  for (const [from, indices] of Map.groupBy(keys.keys(), (i) => (keys[i] as PlacedKey).period.from)) {
    const changed = indices.filter((i) => (deltas[i]?.size ?? 0) > 0);
    const [first] = changed;
    if (first === undefined) continue;
    const above = new Set(changed.flatMap((i) => pathsAbove((keys[i] as PlacedKey).place.path)));
    const ids = await organizationsAt(transaction, tenantId, (keys[first] as PlacedKey).period, [...above]);
    for (const i of changed) {
      const { organizationId, place } = keys[i] as PlacedKey;
      for (const [kind, delta] of deltas[i] ?? []) {
        put(organizationId, from, kind, delta, delta);
        for (const path of pathsAbove(place.path)) {
          const above = ids.get(path);
          if (above !== undefined) put(above, from, kind, nothing, delta);
        }
      }
    }
  }
  return [...rows.values()].map(({ organization, month, kind, own, subtree }) => ({
    organization,
    month,
    kind,
    own_count: own.count,
    own_quantity: toText(own.quantity),
    own_base: toText(own.base),
    subtree_count: subtree.count,
    subtree_quantity: toText(subtree.quantity),
    subtree_base: toText(subtree.base),
  }));
}

function plus(a: Sums, b: Sums): Sums {
  return { count: a.count + b.count, quantity: add(a.quantity, b.quantity), base: add(a.base, b.base) };
}
