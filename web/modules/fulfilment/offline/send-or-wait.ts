import { ConnectionLost } from "../../../app/api/refusal.ts";

/**
 * Sends at once what was submitted, or lets it wait on this device where there is no line. Whether there is one is found by
 * trying; where this device can't keep it either, the lost line is told.
 *
 * @param wait keeps it, `tried` where it was on its way already; answers whether it could
 * @returns null where it waits
 */
export async function sendOrWait<A>(send: () => Promise<A>, wait: (tried: boolean) => boolean): Promise<A | null> {
  if (!navigator.onLine && wait(false)) return null;
  try {
    return await send();
  } catch (error) {
    if (error instanceof ConnectionLost && wait(true)) return null;
    throw error;
  }
}
