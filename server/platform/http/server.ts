import { join } from "node:path";
import cookie from "@fastify/cookie";
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify";
import { addHelp } from "../help/serve.ts";
import type { Workshop } from "../ritual/perform.ts";
import { answerErrors, answerNotFound, answerUnreadable } from "./answer-errors.ts";
import { addApiDocs } from "./api-docs.ts";
import { addHealth, type Health } from "./health.ts";
import { type Authenticate, registerRoutes } from "./register-routes.ts";
import { newRequestId } from "./request-id.ts";
import type { Route } from "./route.ts";
import { addSecurityHeaders, newStyleNonce, securityHeaders } from "./security-headers.ts";
import { addWebPages } from "./web-pages.ts";

export type ServerParts = {
  readonly workshop: Workshop;
  readonly routes: readonly Route[];
  readonly authenticate: Authenticate;
  readonly health: Health;
  readonly logger: FastifyBaseLogger;
  /** Folder of the built web pages; null serves the API alone. */
  readonly webFolder: string | null;
  readonly overTls: boolean;
  readonly trustProxy: boolean;
};

/** Where the documents lie that the guide is made from. */
const cloneFolder = join(import.meta.dirname, "../../..");
const jsonLimit = 1024 * 1024;
/** Photographs, workbooks as a browser names them, and files whose sender doesn't say what they are. */
const fileTypes =
  /^(image\/|application\/octet-stream|application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet)/;

/** The HTTP server: API, API documents, health and web pages on one port. Not listening yet. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: parts.logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "requestId" }),
    genReqId: newRequestId,
    bodyLimit: jsonLimit,
    trustProxy: parts.trustProxy,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: "idle",
    requestTimeout: 120_000,
    frameworkErrors: (_error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      answerUnreadable(request, reply.headers(securityHeaders(newStyleNonce(), parts.overTls))),
  }) as unknown as FastifyInstance;
  answerErrors(app);
  addSecurityHeaders(app, parts.overTls);
  app.addHook("onSend", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  app.removeContentTypeParser("text/plain");
  app.addContentTypeParser(fileTypes, { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  await app.register(cookie);
  addHealth(app, parts.health);
  addApiDocs(app);
  registerRoutes(app, parts.workshop, parts.authenticate, parts.routes);
  if (parts.webFolder) {
    await addHelp(app, parts.webFolder, cloneFolder);
    await addWebPages(app, parts.webFolder);
  } else app.setNotFoundHandler(answerNotFound);
  return app;
}
