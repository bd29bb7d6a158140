import { type MessageValues, wordRefusal } from "@dutyloop/contract/messages/refusals.ts";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Refused } from "../ritual/refused.ts";
import { languageOf } from "./language.ts";
import { statusOf } from "./status-of-refusal.ts";
import { type FieldProblem, InvalidRequest } from "./validation.ts";

const frameworkCodes: Record<string, string> = {
  FST_ERR_CTP_BODY_TOO_LARGE: "request.body_too_large",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "request.media_type",
  FST_ERR_CTP_EMPTY_JSON_BODY: "request.malformed_json",
  FST_ERR_CTP_INVALID_JSON_BODY: "request.malformed_json",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "request.malformed_json",
};
const unavailableCodes = new Set(["ECONNREFUSED", "ECONNRESET", "ENOENT", "EPIPE", "57P01", "57P02", "57P03", "53300"]);
/** The database can't take a value as it was sent: a NUL, half a character, a page key that was made up. */
const unfitCodes = new Set(["22P02", "22P05", "22021", "22007", "22008", "22003"]);

type Told = { code: string; values: MessageValues; field?: string; problems?: FieldProblem[] };

/** Every refusal and fault is answered in one shape: code, sentence, values and the number of the request. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => send(request, reply, tell(error, request)));
}

function tell(error: FastifyError, request: FastifyRequest): Told {
  if (error instanceof Refused) {
    const { code, values, field } = error.refusal;
    return field === undefined ? { code, values } : { code, values, field };
  }
  if (error instanceof InvalidRequest) {
    const { code, values } = error.refusal;
    return { code, values, problems: error.problems };
  }
  const framework = frameworkCodes[error.code];
  if (framework) return { code: framework, values: {} };
  if (error instanceof SyntaxError && error.statusCode === 400) return { code: "request.malformed_json", values: {} };
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return { code: "request.invalid", values: {} };
  if (unfitCodes.has(error.code)) return { code: "request.invalid", values: {} };
  request.log.error({ err: error }, "fault");
  const lost =
    unavailableCodes.has(error.code) ||
    /Connection terminated|timeout exceeded when trying to connect/.test(error.message);
  return { code: lost ? "server.unavailable" : "server.fault", values: {} };
}

/** Nothing at this address. */
export function answerNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return send(request, reply, { code: "not_found", values: {} });
}

/** An address that can't be read (a broken escape, a name of a thousand characters): no route and no hook sees it. */
export function answerUnreadable(request: FastifyRequest, reply: FastifyReply): void {
  send(request, reply.header("x-request-id", request.id), { code: "request.invalid", values: {} });
}

function send(request: FastifyRequest, reply: FastifyReply, told: Told): FastifyReply {
  const language = languageOf(request.headers["accept-language"]);
  const status = statusOf(told.code);
  // A body that was not read to its end leaves the connection in the middle of it.
  if (status === 413) reply.header("connection", "close");
  return reply
    .code(status)
    .type("application/json; charset=utf-8")
    .serializer(JSON.stringify)
    .send({
      code: told.code,
      message: wordRefusal(language, told.code, told.values),
      values: told.values,
      ...(told.field === undefined ? {} : { field: told.field }),
      ...(told.problems
        ? {
            problems: told.problems.map((problem) => ({
              ...problem,
              message: wordRefusal(language, problem.code, problem.values),
            })),
          }
        : {}),
      requestId: request.id,
    });
}
