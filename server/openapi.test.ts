import { readFile } from "node:fs/promises";
import { endpoints } from "@dutyloop/contract/endpoints.ts";
import { routes } from "@dutyloop/contract/routes.ts";
import { expect, test } from "vitest";
import { openApiFile, openApiText } from "./openapi.ts";

type Operation = {
  operationId: string;
  summary: string;
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; content: Record<string, { schema: object }> }>;
  security?: object[];
};
type Document = {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> };
};
const document = JSON.parse(openApiText()) as Document;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

test("the kept document is what the contract makes", async () => {
  expect(await readFile(openApiFile, "utf8"), "run bin/run.mjs server/openapi.ts").toBe(openApiText());
});

test("it is an OpenAPI 3.1 document that names each endpoint once", () => {
  expect(document.openapi).toBe("3.1.0");
  const named = operations.map(({ path, method, operation }) => [operation.operationId, method.toUpperCase(), path]);
  const wanted = Object.entries(routes).map(([name, { method, path }]) => [
    name,
    method,
    path.replace(/:(\w+)/g, "{$1}"),
  ]);
  expect(named.toSorted()).toEqual(wanted.toSorted());
});

test("every endpoint says in both languages what it is, what it takes and what it answers", () => {
  for (const { path, operation } of operations) {
    const endpoint = endpoints[operation.operationId as keyof typeof endpoints];
    expect(operation.summary).toBe(`${endpoint.summary.zh} · ${endpoint.summary.en}`);
    expect(Object.keys(operation.responses)).toEqual(["200", "default"]);
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const described = operation.parameters.filter((parameter) => parameter.in === "path");
    expect(described.map(({ name }) => name).toSorted(), path).toEqual(inPath.toSorted());
    expect(described.every(({ required }) => required)).toBe(true);
    expect(operation.requestBody !== undefined, operation.operationId).toBe(
      "body" in endpoint || "binaryBody" in endpoint,
    );
  }
});

test("every reference leads somewhere, and every schema is of JSON Schema's own types", () => {
  const types = new Set(["object", "array", "string", "number", "integer", "boolean", "null"]);
  const walk = (node: unknown, at: string): void => {
    if (typeof node !== "object" || node === null) return;
    const { $ref, type } = node as { $ref?: unknown; type?: unknown };
    if (typeof $ref === "string") expect(resolve($ref), `${at}: ${$ref}`).toBeDefined();
    if (typeof type === "string" && !at.endsWith("/properties") && !at.includes("securitySchemes"))
      expect(types.has(type), `${at}: ${type}`).toBe(true);
    for (const [key, value] of Object.entries(node)) walk(value, `${at}/${key}`);
  };
  walk(document, "#");
});

function resolve(reference: string): unknown {
  return reference
    .split("/")
    .slice(1)
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document);
}

test("only what is open to all says that it needs no sign-in", () => {
  const open = operations
    .filter(({ operation }) => operation.security?.length === 0)
    .map(({ operation }) => operation.operationId);
  expect(open.toSorted()).toEqual(["getSetup", "setUp", "signIn"]);
});
