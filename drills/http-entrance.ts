import { Pool } from "undici";
import type { EnteringRequest, Entrance } from "../server/testing/client.ts";

/** The way in that users have: a port, and connections that stay open. */
export function httpEntrance(origin: string, connections = 16): Entrance & { close(): Promise<void> } {
  const pool = new Pool(origin, { connections, pipelining: 1 });
  return {
    async inject({ method, url, payload, headers }) {
      const { body, type } = written(payload);
      const answer = await pool.request({
        method,
        path: url,
        headers: { ...(type === null ? {} : { "content-type": type }), ...headers },
        body,
      });
      const bytes = Buffer.from(await answer.body.arrayBuffer());
      return { statusCode: answer.statusCode, headers: answer.headers, body: bytes.toString(), rawPayload: bytes };
    },
    close: () => pool.close(),
  };
}

function written(payload: EnteringRequest["payload"]): { body: Buffer | string | null; type: string | null } {
  const given = payload as unknown;
  if (given === undefined) return { body: null, type: null };
  if (Buffer.isBuffer(given) || typeof given === "string") return { body: given, type: null };
  return { body: JSON.stringify(given), type: "application/json" };
}
