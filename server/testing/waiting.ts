import type pg from "pg";

/**
 * Waits until this many of the application's connections stand before a lock, and answers their process numbers. `client`
 * may be the very transaction that holds the lock.
 */
export async function untilWaiting(client: pg.Client, count: number): Promise<number[]> {
  for (;;) {
    // Inside a transaction the view would show for ever what it showed first.
    await client.query("SELECT pg_stat_clear_snapshot()");
    const { rows } = await client.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND usename = 'dutyloop_app'
         AND wait_event_type = 'Lock' AND wait_event IN ('relation', 'tuple', 'transactionid', 'advisory')`,
    );
    if (rows.length >= count) return rows.map(({ pid }) => pid);
  }
}
