import { sql } from "kysely";
import type { Database, ReadDatabase } from "../db/pools.ts";
import { type Anchor, anchorsOutside } from "./anchor.ts";
import { headMac } from "./chain.ts";
import { hmacWith } from "./hmac.ts";
import { chainQuery, type Link, linkProblems } from "./verifying/check-rows.ts";
import { checkedParts } from "./verifying/checking-threads.ts";

export type AuditProblem = {
  sequence: number | null;
  entryId: string | null;
  kind:
    | "entry_changed"
    | "entry_removed"
    | "chain_broken"
    | "number_missing"
    | "entry_never_sealed"
    | "anchor_changed"
    | "tail_cut";
};

export type AuditVerification = {
  intact: boolean;
  entries: number;
  sealed: number;
  unsealed: number;
  problems: AuditProblem[];
};

/** Told how many sealed entries of how many were looked at. */
export type ToldProgress = (done: number, total: number) => void;

/**
 * Recomputes every entry's MAC and the whole chain of one group and compares the signed heads, those outside the
 * database too. Finds a changed, a removed and a swapped row with its number, a rewritten chain and a cut tail.
 */
export async function verifyAudit(
  database: Database,
  auditKey: Buffer,
  tenantId: number,
  anchorFile: string,
  told: ToldProgress = () => {},
): Promise<AuditVerification> {
  const reading = database.reading(tenantId);
  const anchors = [...(await anchorsInside(reading, tenantId)), ...(await anchorsOutside(anchorFile, tenantId))];
  const { sealed: total } = await entryCounts(reading, tenantId);
  const checked = await checkChain(database, auditKey, tenantId, {
    wanted: anchors.map(({ sequence }) => sequence),
    told: (done) => told(done, Math.max(done, total)),
  });
  const problems = [...checked.problems, ...anchorProblems(auditKey, tenantId, anchors, checked.chains, checked.last)];
  const counts = await entryCounts(reading, tenantId);
  // Every entry is sealed or in the queue, where the numbers agree; only where they don't is each looked for.
  if (counts.entries !== counts.sealed - checked.removed + counts.queued)
    problems.push(...(await neverSealed(reading, tenantId)));
  return {
    intact: problems.length === 0,
    entries: counts.entries,
    sealed: counts.sealed,
    unsealed: counts.unsealed,
    problems: problems.slice(0, 1000),
  };
}

type CheckedChain = { problems: AuditProblem[]; chains: Map<number, string>; last: number; removed: number };
type Asked = { readonly wanted: readonly number[]; readonly told: (done: number) => void };

/** The chain from its first seal on, in one pass; parts of it are checked beside each other. */
async function checkChain(
  database: Database,
  auditKey: Buffer,
  tenantId: number,
  { wanted, told }: Asked,
): Promise<CheckedChain> {
  const hmac = hmacWith(auditKey);
  const found: CheckedChain = { problems: [], chains: new Map(), last: 0, removed: 0 };
  let before: Link = { sequence: 0, chain: "" };
  let done = 0;
  const rows = database.copying(tenantId, chainQuery(tenantId));
  for await (const part of checkedParts(rows, { key: auditKey, tenantId, wanted })) {
    // From what is written on, so that one fault is reported once and not for every row after it.
    found.problems.push(...linkProblems(hmac, before, part.first), ...part.problems);
    for (const [sequence, chain] of part.chains) found.chains.set(sequence, chain);
    found.removed += part.removed;
    before = part.last;
    found.last = before.sequence;
    done += part.rows;
    told(done);
  }
  return found;
}

function anchorProblems(
  key: Buffer,
  tenantId: number,
  anchors: Anchor[],
  chains: Map<number, string>,
  last: number,
): AuditProblem[] {
  return anchors.flatMap(({ sequence, chain, mac }): AuditProblem[] => {
    if (headMac(key, tenantId, sequence, chain) !== mac) return [{ sequence, entryId: null, kind: "anchor_changed" }];
    if (sequence > last) return [{ sequence, entryId: null, kind: "tail_cut" }];
    return chains.get(sequence) === chain ? [] : [{ sequence, entryId: null, kind: "chain_broken" }];
  });
}

async function anchorsInside(database: ReadDatabase, tenantId: number): Promise<Anchor[]> {
  const rows = await database.selectFrom("audit_anchor").where("tenant_id", "=", tenantId).selectAll().execute();
  return rows.map((row) => ({
    tenantId,
    sequence: Number(row.sequence),
    chain: row.chain,
    mac: row.mac,
    anchoredAt: row.anchored_at.toISOString(),
  }));
}

type Counts = { readonly entries: number; readonly sealed: number; readonly unsealed: number; readonly queued: number };

/** At one moment. Of the queue those are counted apart whose entry is there and has no place in the chain. */
async function entryCounts(database: ReadDatabase, tenantId: number): Promise<Counts> {
  const { rows } = await sql<Counts>`
    SELECT (SELECT count(*)::int FROM audit_entry WHERE tenant_id = ${tenantId}) AS entries,
      (SELECT count(*)::int FROM audit_seal WHERE tenant_id = ${tenantId}) AS sealed,
      (SELECT count(*)::int FROM audit_unsealed WHERE tenant_id = ${tenantId}) AS unsealed,
      (SELECT count(*)::int FROM audit_unsealed w
        JOIN audit_entry e ON e.tenant_id = w.tenant_id AND e.id = w.entry_id
        LEFT JOIN audit_seal s ON s.tenant_id = w.tenant_id AND s.entry_id = w.entry_id
        WHERE w.tenant_id = ${tenantId} AND s.entry_id IS NULL) AS queued`.execute(database);
  const [counts] = rows;
  if (!counts) throw new Error("A count has no row");
  return counts;
}

/** Entries that stand neither in the chain nor in the sealer's queue were taken out of the queue by hand. */
async function neverSealed(database: ReadDatabase, tenantId: number): Promise<AuditProblem[]> {
  const rows = await database
    .selectFrom("audit_entry as entry")
    .where("entry.tenant_id", "=", tenantId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("audit_seal as seal")
            .whereRef("seal.tenant_id", "=", "entry.tenant_id")
            .whereRef("seal.entry_id", "=", "entry.id")
            .select("seal.sequence"),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("audit_unsealed as waiting")
            .whereRef("waiting.tenant_id", "=", "entry.tenant_id")
            .whereRef("waiting.entry_id", "=", "entry.id")
            .select("waiting.entry_id"),
        ),
      ),
    )
    .select("entry.id")
    .limit(1000)
    .execute();
  return rows.map(({ id }) => ({ sequence: null, entryId: id, kind: "entry_never_sealed" }));
}
