import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import type { Client } from "./client.ts";

export type Told = { readonly event: string; readonly data: Record<string, unknown> };

/** The events that one caller is sent, over a real connection. */
export type EventStream = {
  readonly status: number;
  readonly headers: Headers;
  /** What was sent so far. */
  readonly told: readonly Told[];
  /** Waits for the first event that fits; null where the stream ends without it. */
  until(fits: (told: Told) => boolean): Promise<Told | null>;
  close(): void;
};

/** The server's address; it begins to listen when it is asked for first. */
export async function listening(server: FastifyInstance): Promise<string> {
  if (!server.server.listening) await server.listen({ port: 0, host: "127.0.0.1" });
  return `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
}

export async function watchEvents(address: string, client: Pick<Client, "cookie" | "token">): Promise<EventStream> {
  const ending = new AbortController();
  const headers: Record<string, string> = client.token
    ? { authorization: `Bearer ${client.token}` }
    : { cookie: client.cookie };
  const response = await fetch(`${address}/api/v1/events`, { headers, signal: ending.signal });
  const told: Told[] = [];
  let ended = false;
  let arrived = Promise.withResolvers<void>();
  const reading = async () => {
    let text = "";
    for await (const chunk of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      const parts = (text + chunk).split("\n\n");
      text = parts.pop() ?? "";
      told.push(...parts.flatMap(readEvent));
      arrived.resolve();
      arrived = Promise.withResolvers<void>();
    }
  };
  void reading()
    .catch(() => {})
    .finally(() => {
      ended = true;
      arrived.resolve();
    });
  return {
    status: response.status,
    headers: response.headers,
    told,
    async until(fits) {
      for (;;) {
        const found = told.find(fits);
        if (found || ended) return found ?? null;
        await arrived.promise;
      }
    },
    close: () => ending.abort(),
  };
}

function readEvent(part: string): Told[] {
  const line = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(part)?.[1];
  const event = line("event");
  return event ? [{ event, data: JSON.parse(line("data") ?? "{}") as Told["data"] }] : [];
}
