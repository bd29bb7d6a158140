import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import { account, type Route } from "../../platform/http/route.ts";
import type { Stream } from "../../platform/live/open-streams.ts";
import type { Streams } from "../../platform/live/streams.ts";
import { Refused } from "../../platform/ritual/refused.ts";

/** What a stream has to know of the session that asks for it; null where there is none. */
export type Attach = (request: FastifyRequest) => Promise<Omit<Stream, "response"> | null>;

export type LiveParts = { readonly streams: Streams; readonly attach: Attach };

export function liveRoutes({ streams, attach }: LiveParts): Route[] {
  return [
    account("watchEvents", async ({ raw, reply, query }) => {
      const attached = await attach(raw);
      if (!attached) throw new Refused(refuse("sign_in.needed"));
      if (!streams.takes(attached.actor)) throw new Refused(refuse("live.too_many"));
      const stream = { ...attached, response: beginEvents(raw, reply) };
      streams.open(stream);
      const life = setTimeout(() => streams.end(stream, "again"), query.seconds * 1000).unref();
      stream.response.once("close", () => clearTimeout(life));
      return {};
    }),
  ];
}

/** Sends the head of a stream that no proxy keeps back, with the headers of every other answer. */
function beginEvents(request: FastifyRequest, reply: FastifyReply): FastifyReply["raw"] {
  reply.hijack();
  reply.raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
    // Its end is that of the connection: a server that stops doesn't wait for the next request on it.
    connection: "close",
    "x-request-id": request.id,
  });
  return reply.raw;
}
