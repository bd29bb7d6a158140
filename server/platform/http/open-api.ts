import type { Endpoint } from "@dutyloop/contract/endpoint.ts";
import { endpoints } from "@dutyloop/contract/endpoints.ts";
import { type RouteName, routes } from "@dutyloop/contract/routes.ts";
import { z } from "zod";

type Schema = Record<string, unknown>;

function schemaOf(schema: z.ZodType, io: "input" | "output"): Schema {
  const { $schema: _version, ...rest } = z.toJSONSchema(schema, { io, target: "draft-2020-12" }) as Schema;
  return rest;
}

function parametersOf(endpoint: Endpoint): Schema[] {
  const from = (where: "path" | "query", object: z.ZodObject | undefined) =>
    Object.entries(object?.shape ?? {}).map(([name, schema]) => ({
      name,
      in: where,
      required: where === "path" || !(schema as z.ZodType).safeParse(undefined).success,
      schema: schemaOf(schema as z.ZodType, "input"),
    }));
  const key = {
    name: "Idempotency-Key",
    in: "header",
    required: true,
    schema: { type: "string", minLength: 8, maxLength: 100 },
  };
  return [...from("path", endpoint.params), ...from("query", endpoint.query), ...(endpoint.idempotent ? [key] : [])];
}

function bodyOf(endpoint: Endpoint): Schema | undefined {
  if (endpoint.binaryBody) return { required: true, content: fileOf(endpoint.binaryBody) };
  if (!endpoint.body) return undefined;
  return { required: true, content: { "application/json": { schema: schemaOf(endpoint.body, "input") } } };
}

function fileOf(mediaType: true | string): Schema {
  return { [mediaType === true ? "image/*" : mediaType]: { schema: { type: "string", format: "binary" } } };
}

function operationOf(name: RouteName, endpoint: Endpoint): Schema {
  const content = endpoint.binaryAnswer
    ? fileOf(endpoint.binaryAnswer)
    : { "application/json": { schema: schemaOf(endpoint.answer, "output") } };
  const requestBody = bodyOf(endpoint);
  return {
    operationId: name,
    summary: `${endpoint.summary.zh} · ${endpoint.summary.en}`,
    "x-access": endpoint.access,
    ...(endpoint.refusals ? { "x-refusals": endpoint.refusals } : {}),
    ...(endpoint.access === "public" ? { security: [] } : {}),
    parameters: parametersOf(endpoint),
    ...(requestBody ? { requestBody } : {}),
    responses: {
      "200": { description: "OK", content },
      default: {
        description: "Refusal",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Refusal" } } },
      },
    },
  };
}

/** The whole API as an OpenAPI 3.1 document, made from the contract. */
export function openApiDocument(version: string): Schema {
  const paths: Record<string, Record<string, Schema>> = {};
  for (const [name, { method, path }] of Object.entries(routes)) {
    const address = path.replace(/:(\w+)/g, "{$1}");
    paths[address] ??= {};
    (paths[address] as Record<string, Schema>)[method.toLowerCase()] = operationOf(
      name as RouteName,
      endpoints[name as RouteName],
    );
  }
  return {
    openapi: "3.1.0",
    info: { title: "DutyLoop 责任环", version, license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "personal token / 访问令牌" },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "dutyloop_session",
          description: "with the header x-csrf-token on writes",
        },
      },
      schemas: {
        Refusal: {
          type: "object",
          required: ["code", "message", "values", "requestId"],
          properties: {
            code: { type: "string", description: "stable" },
            message: { type: "string", description: "what to do, in the language of accept-language" },
            values: { type: "object" },
            field: { type: "string" },
            problems: {
              type: "array",
              items: {
                type: "object",
                properties: { path: { type: "string" }, code: { type: "string" }, message: { type: "string" } },
              },
            },
            requestId: { type: "string", description: "number to tell the administrator" },
          },
        },
      },
    },
  };
}
