import type { Endpoint } from "@dutyloop/contract/endpoint.ts";
import { endpoints } from "@dutyloop/contract/endpoints.ts";
import { type RouteName, routes } from "@dutyloop/contract/routes.ts";
import { plainDateIn } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { perform, type Workshop } from "../ritual/perform.ts";
import { Refused } from "../ritual/refused.ts";
import type { Caller } from "../ritual/use-case.ts";
import { answerSerializer } from "./answer-serializer.ts";
import { type FileAnswer, sendFile } from "./file-answer.ts";
import { languageOf } from "./language.ts";
import { readScope } from "./read-scope.ts";
import type { Route } from "./route.ts";
import { ScopeWatch } from "./scope-watch.ts";
import { parse } from "./validation.ts";

/** Who sends the request, by cookie or token; null for the anonymous. Throws Refused for a wrong or expired one. */
export type Authenticate = (request: FastifyRequest) => Promise<Caller | null>;

const keyShape = /^[A-Za-z0-9_-]{8,100}$/;
const uploadLimit = 50 * 1024 * 1024;

/** Registers exactly one handler for each endpoint of the contract; a missing or doubled one stops the start. */
export function registerRoutes(
  app: FastifyInstance,
  workshop: Workshop,
  authenticate: Authenticate,
  list: readonly Route[],
): void {
  const byName = new Map(list.map((route) => [route.name, route]));
  const missing = Object.keys(routes).filter((name) => !byName.has(name as RouteName));
  if (missing.length > 0 || byName.size !== list.length)
    throw new Error(`Endpoints without exactly one handler: ${missing.join(", ")}`);
  const watch = new ScopeWatch(workshop.database);
  for (const route of list) registerRoute(app, workshop, authenticate, watch, route);
}

function registerRoute(
  app: FastifyInstance,
  workshop: Workshop,
  authenticate: Authenticate,
  watch: ScopeWatch,
  route: Route,
): void {
  const { method, path } = routes[route.name];
  const endpoint: Endpoint = endpoints[route.name];
  // Nobody who isn't signed in makes the server read 50 MB.
  const checkSender = async (request: FastifyRequest) => void (await callerFor(endpoint, authenticate, request));
  app.route({
    method,
    url: path,
    ...(endpoint.binaryBody ? { bodyLimit: endpoint.binaryLimit ?? uploadLimit, onRequest: checkSender } : {}),
    ...(endpoint.binaryAnswer ? {} : serializedBy(answerSerializer(endpoint.answer))),
    handler: async (request, reply) => {
      const caller = await callerFor(endpoint, authenticate, request);
      const checked = {
        params: parse(endpoint.params, request.params, "params"),
        query: parse(endpoint.query, request.query, "query"),
        body: endpoint.binaryBody ? request.body : parse(endpoint.body, request.body, "body"),
        language: languageOf(request.headers["accept-language"]),
        raw: request,
        reply,
      };
      reply.header("cache-control", "no-store");
      try {
        return await answerRoute(route, endpoint, workshop, caller, checked, reply);
      } catch (error) {
        if (caller) await watch.note(error, caller, request, workshop.clock());
        throw error;
      }
    },
  });
}

/** Fastify asks for a serializer only where a schema stands. */
function serializedBy(serialize: (answer: unknown) => string) {
  return { schema: { response: { 200: {} } }, serializerCompiler: () => serialize };
}

async function answerRoute(
  route: Route,
  endpoint: Endpoint,
  workshop: Workshop,
  caller: Caller | null,
  checked: { body: unknown; raw: FastifyRequest },
  reply: FastifyReply,
): Promise<unknown> {
  const now = workshop.clock();
  if (route.kind === "account") return route.handle({ ...checked, caller, now } as never);
  if (!caller || endpoint.access === "public") throw new Refused(refuse("sign_in.needed"));
  if (route.kind === "write") {
    const idempotencyKey = keyOf(endpoint, checked.raw);
    const answer = await perform(
      workshop,
      route.useCase,
      { ...caller, idempotencyKey },
      route.input(checked as never) as never,
    );
    route.afterwards?.();
    return endpoint.binaryAnswer ? sendFile(reply, answer as FileAnswer) : answer;
  }
  const today = plainDateIn(now, workshop.timeZone);
  const scope = readScope(endpoint.access, caller.actor, today);
  const { tenantId } = caller.actor;
  const answer = await route.handle({
    ...checked,
    caller,
    tenantId,
    scope,
    database: workshop.database.reading(tenantId),
    now,
    today,
    workCalendar: workshop.workCalendar,
    fields: workshop.fields,
  } as never);
  return reply.sent ? reply : answer;
}

async function callerFor(
  endpoint: Endpoint,
  authenticate: Authenticate,
  request: FastifyRequest,
): Promise<Caller | null> {
  if (endpoint.access === "public") return null;
  const caller = await authenticate(request);
  if (!caller) throw new Refused(refuse("sign_in.needed"));
  return caller;
}

function keyOf(endpoint: Endpoint, request: FastifyRequest): string | undefined {
  if (!endpoint.idempotent) return undefined;
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string" || !keyShape.test(key)) throw new Refused(refuse("idempotency.key_missing"));
  return key;
}
