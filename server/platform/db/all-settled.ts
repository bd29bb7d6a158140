/**
 * Work of one transaction that goes on side by side, so that one waits for the database while the other reckons. Where a
 * piece fails, the others come to their end before the failure is told: none may reach for the connection after its
 * transaction is rolled back.
 */
export async function allSettled(pieces: readonly Promise<unknown>[]): Promise<void> {
  for (const result of await Promise.allSettled(pieces)) if (result.status === "rejected") throw result.reason;
}
