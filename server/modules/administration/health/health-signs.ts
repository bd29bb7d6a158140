import type { HealthSigns } from "@dutyloop/domain/operation/health-things.ts";
import { sql } from "kysely";
import { anchorsOutside } from "../../../platform/audit/anchor.ts";
import type { Configuration } from "../../../platform/configuration/index.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import type { LoopState } from "../../../platform/loops/loop.ts";
import { backlogOf } from "../status.ts";
import { databaseSigns } from "./database-signs.ts";
import { keysState, lastBackup, reachedBy, roomOn } from "./machine-signs.ts";

/** What of the installation the signs are read from, beside its database. */
export type Installation = {
  readonly configuration: Configuration;
  readonly anchorFile: string;
  readonly loops: () => readonly LoopState[];
};

const hour = 3_600_000;
const day = 24 * hour;

/** How the installation is, as one of its groups sees it. */
export async function healthSigns(
  database: ReadDatabase,
  tenantId: number,
  { configuration, anchorFile, loops }: Installation,
  now: Date,
): Promise<HealthSigns> {
  const { dataFolder, keysFile, worker } = configuration;
  const [ofDatabase, backlog, counts, anchors, keys, disk, marked, archived] = await Promise.all([
    databaseSigns(database),
    backlogOf(database, tenantId, now),
    waitingCounts(database, tenantId, now),
    anchorSigns(database, tenantId, anchorFile, now),
    keysState(keysFile),
    roomOn(dataFolder),
    lastBackup(dataFolder),
    lastArchived(database),
  ]);
  const backups = [marked, archived].flatMap((at) => (at === null ? [] : [at.getTime()]));
  return {
    ...ofDatabase,
    keys,
    reached: reachedBy(configuration),
    loops: worker === "separate" ? null : loops(),
    scores: { waiting: backlog.outbox, oldestSeconds: backlog.oldestOutboxSeconds },
    counts,
    seals: { waiting: backlog.unsealedAudit, oldestSeconds: backlog.oldestUnsealedSeconds },
    anchors,
    disk,
    backupDays: backups.length === 0 ? null : wholes(now.getTime() - Math.max(...backups), day),
  };
}

async function waitingCounts(database: ReadDatabase, tenantId: number, now: Date): Promise<HealthSigns["counts"]> {
  const { rows } = await sql<HealthSigns["counts"]>`
    SELECT count(*)::int AS waiting,
      coalesce(greatest(0, extract(epoch FROM ${now}::timestamptz - min(recorded_at))), 0)::int AS "oldestSeconds"
    FROM count_request WHERE tenant_id = ${tenantId}`.execute(database);
  return rows[0] ?? { waiting: 0, oldestSeconds: 0 };
}

async function anchorSigns(
  database: ReadDatabase,
  tenantId: number,
  file: string,
  now: Date,
): Promise<HealthSigns["anchors"]> {
  const { rows } = await sql<{ sealed: number; anchored: number; at: Date | null; mac: string | null }>`
    SELECT coalesce((SELECT max(sequence) FROM audit_seal WHERE tenant_id = ${tenantId}), 0)::int AS sealed,
      coalesce(head.sequence, 0)::int AS anchored, head.mac,
      coalesce(head.anchored_at, (SELECT recorded_at FROM audit_entry WHERE tenant_id = ${tenantId} ORDER BY id LIMIT 1)) AS at
    FROM (SELECT 1) AS one LEFT JOIN LATERAL (
      SELECT sequence, mac, anchored_at FROM audit_anchor WHERE tenant_id = ${tenantId} ORDER BY sequence DESC LIMIT 1
    ) AS head ON true`.execute(database);
  const { sealed = 0, anchored = 0, at = null, mac = null } = rows[0] ?? {};
  const outside = mac === null || (await anchorsOutside(file, tenantId)).some((anchor) => anchor.mac === mac);
  return { uncovered: sealed - anchored, hours: at === null ? 0 : wholes(now.getTime() - at.getTime(), hour), outside };
}

/** When a server that archives its log did so last. */
async function lastArchived(database: ReadDatabase): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    SELECT last_archived_time AS at FROM pg_stat_archiver WHERE current_setting('archive_mode') <> 'off'`.execute(
    database,
  );
  return rows[0]?.at ?? null;
}

function wholes(milliseconds: number, unit: number): number {
  return Math.max(0, Math.floor(milliseconds / unit));
}
