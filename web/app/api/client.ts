import type { Answer, Body, Params, Query } from "@dutyloop/contract/endpoints.ts";
import { type RouteName, routes } from "@dutyloop/contract/routes.ts";
import { isUnattended } from "./attended.ts";
import { ConnectionLost, Refusal } from "./refusal.ts";

type Part<Key extends string, Value> = [Value] extends [never] ? { [K in Key]?: never } : { [K in Key]: Value };
type OptionalPart<Key extends string, Value> = [Value] extends [never]
  ? { [K in Key]?: never }
  : { [K in Key]?: Value };
export type Request<N extends RouteName> = Part<"params", Params<N>> &
  (object extends Query<N> ? OptionalPart<"query", Query<N>> : Part<"query", Query<N>>) &
  Part<"body", Body<N>>;
type Extras = { idempotencyKey?: string; signal?: AbortSignal; file?: Blob };

/** Kept outside of React, as every request needs them. */
const connection = { csrfToken: "", language: "zh-CN", signedOut: () => {} };

export function setCsrfToken(token: string): void {
  connection.csrfToken = token;
}
export function setRefusalLanguage(tag: string): void {
  connection.language = tag;
}
export function onSignedOut(listener: () => void): void {
  connection.signedOut = listener;
}

/** The address of a route with its parameters and query filled in. */
export function addressOf(
  name: RouteName,
  params: Record<string, string> | undefined,
  query?: Record<string, unknown>,
): string {
  const path = routes[name].path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params?.[key] ?? ""));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== "") search.set(key, String(value));
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

export function headersOf(method: string): Record<string, string> {
  const headers: Record<string, string> = { accept: "application/json", "accept-language": connection.language };
  if (method !== "GET") headers["x-csrf-token"] = connection.csrfToken;
  else if (isUnattended()) headers["x-unattended"] = "1";
  return headers;
}

/** Turns an answer's text into its value or throws the refusal; 401 ends the session in the page. */
export function readAnswer(name: RouteName, status: number, text: string): unknown {
  let body: unknown = {};
  try {
    body = text === "" ? {} : JSON.parse(text);
  } catch {
    if (status < 400) throw new ConnectionLost(new Error("unreadable answer"));
  }
  if (status < 400) return body;
  if (status === 401 && name !== "signIn") connection.signedOut();
  throw new Refusal(status, body as Partial<Omit<Refusal, "status">>);
}

/**
 * Calls one endpoint of the public API; a `file` goes as it is, where the endpoint takes one. Throws `Refusal` when the
 * server says no, `ConnectionLost` without answer.
 */
export async function call<N extends RouteName>(name: N, request: Request<N>, extras: Extras = {}): Promise<Answer<N>> {
  const { method } = routes[name];
  const headers = headersOf(method);
  const given = request as { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown };
  if (given.body !== undefined) headers["content-type"] = "application/json";
  if (extras.idempotencyKey) headers["idempotency-key"] = extras.idempotencyKey;
  const init: RequestInit = { method, headers, credentials: "same-origin", signal: extras.signal ?? null };
  if (given.body !== undefined) init.body = JSON.stringify(given.body);
  if (extras.file) {
    headers["content-type"] = "application/octet-stream";
    init.body = extras.file;
  }
  let response: Response;
  let text: string;
  try {
    response = await fetch(addressOf(name, given.params, given.query), init);
    text = await response.text();
  } catch (cause) {
    if (extras.signal?.aborted) throw cause;
    throw new ConnectionLost(cause);
  }
  return readAnswer(name, response.status, text) as Answer<N>;
}
