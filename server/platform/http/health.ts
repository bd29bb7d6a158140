import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Registry } from "prom-client";

export type Health = {
  /** Resolves when the database answers; rejects otherwise. */
  readonly ready: () => Promise<void>;
  readonly metrics: Registry;
  /** Where set, /metrics asks for it as a bearer token; otherwise only this machine may read. */
  readonly metricsToken: string | null;
};

/** /healthz: the program runs. /readyz: it can serve. /metrics: gauges for the operator. */
export function addHealth(app: FastifyInstance, health: Health): void {
  app.get("/healthz", async () => ({ status: "alive" }));
  app.get("/readyz", async (request, reply) => {
    try {
      await health.ready();
      return { status: "ready" };
    } catch (error) {
      request.log.warn({ err: error }, "not ready");
      return reply.code(503).send({ status: "not_ready" });
    }
  });
  app.get("/metrics", async (request, reply) => {
    if (!mayReadMetrics(request, health.metricsToken)) return reply.callNotFound();
    return reply.type(health.metrics.contentType).send(await health.metrics.metrics());
  });
}

function mayReadMetrics(request: FastifyRequest, token: string | null): boolean {
  if (token === null) return request.ip === "127.0.0.1" || request.ip === "::1";
  const given = Buffer.from(request.headers.authorization ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
