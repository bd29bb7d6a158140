import type { Selectable } from "kysely";
import type { AuditEntry } from "../db/database-types.ts";
import type { ReadDatabase } from "../db/pools.ts";
import { type Anchor, anchorsOutside } from "./anchor.ts";
import { headMac, nextChain } from "./chain.ts";
import { type AuditFields, entryMac } from "./entry.ts";

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

const pageSize = 5000;

/**
 * Recomputes every entry's MAC and the whole chain of one group and compares the signed heads, those outside the
 * database too. Finds a changed, a removed and a swapped row with its number, a rewritten chain and a cut tail.
 */
export async function verifyAudit(
  database: ReadDatabase,
  auditKey: Buffer,
  tenantId: number,
  anchorFile: string,
): Promise<AuditVerification> {
  const problems: AuditProblem[] = [];
  const chains = new Map<number, string>();
  const anchors = [...(await anchorsInside(database, tenantId)), ...(await anchorsOutside(anchorFile, tenantId))];
  const wanted = new Set(anchors.map((anchor) => anchor.sequence));
  let chain = "";
  let last = 0;
  for (;;) {
    const page = await database
      .selectFrom("audit_seal as seal")
      .leftJoin("audit_entry as entry", (join) =>
        join.onRef("entry.tenant_id", "=", "seal.tenant_id").onRef("entry.id", "=", "seal.entry_id"),
      )
      .where("seal.tenant_id", "=", tenantId)
      .where("seal.sequence", ">", last)
      .selectAll("entry")
      .select(["seal.sequence", "seal.entry_id", "seal.chain"])
      .orderBy("seal.sequence")
      .limit(pageSize)
      .execute();
    for (const row of page) {
      const sequence = Number(row.sequence);
      if (sequence !== last + 1) problems.push({ sequence: last + 1, entryId: null, kind: "number_missing" });
      if (row.id === null) problems.push({ sequence, entryId: row.entry_id, kind: "entry_removed" });
      else if (entryMac(auditKey, fieldsOf(row as Selectable<AuditEntry>)) !== row.mac)
        problems.push({ sequence, entryId: row.entry_id, kind: "entry_changed" });
      const expected = nextChain(auditKey, chain, sequence, row.entry_id, row.mac ?? "");
      if (row.id !== null && expected !== row.chain)
        problems.push({ sequence, entryId: row.entry_id, kind: "chain_broken" });
      // Go on from what is written, so that one fault is reported once and not for every row after it.
      chain = row.chain;
      if (wanted.has(sequence)) chains.set(sequence, chain);
      last = sequence;
    }
    if (page.length < pageSize) break;
  }
  problems.push(...anchorProblems(auditKey, tenantId, anchors, chains, last));
  const counts = await entryCounts(database, tenantId);
  problems.push(...(await neverSealed(database, tenantId)));
  return {
    intact: problems.length === 0,
    entries: counts.entries,
    sealed: counts.sealed,
    unsealed: counts.unsealed,
    problems: problems.slice(0, 1000),
  };
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

async function entryCounts(database: ReadDatabase, tenantId: number) {
  return database
    .selectNoFrom((from) => [
      from
        .selectFrom("audit_entry")
        .where("tenant_id", "=", tenantId)
        .select(from.fn.countAll<number>().as("n"))
        .$asScalar()
        .$castTo<number>()
        .as("entries"),
      from
        .selectFrom("audit_seal")
        .where("tenant_id", "=", tenantId)
        .select(from.fn.countAll<number>().as("n"))
        .$asScalar()
        .$castTo<number>()
        .as("sealed"),
      from
        .selectFrom("audit_unsealed")
        .where("tenant_id", "=", tenantId)
        .select(from.fn.countAll<number>().as("n"))
        .$asScalar()
        .$castTo<number>()
        .as("unsealed"),
    ])
    .executeTakeFirstOrThrow();
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

function fieldsOf(row: Selectable<AuditEntry>): AuditFields {
  const { mac: _mac, recorded_at, outcome, ...rest } = row;
  const {
    tenant_id,
    id,
    account_id,
    account_name,
    action,
    object,
    place,
    before_digest,
    after_digest,
    address,
    request_id,
  } = rest;
  return {
    tenant_id,
    id,
    recorded_at: recorded_at.toISOString(),
    account_id,
    account_name,
    action,
    object,
    place,
    outcome: outcome as "done" | "refused",
    before_digest,
    after_digest,
    address,
    request_id,
  };
}
