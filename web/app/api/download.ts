import { type RouteName, routes } from "@dutyloop/contract/routes.ts";
import { addressOf, headersOf, type Request, readAnswer } from "./client.ts";
import { ConnectionLost } from "./refusal.ts";

/**
 * Asks an endpoint for a file and has the browser save it under this name; `file` goes along where the endpoint takes
 * one. Unlike a link it can be refused in words on the page. Throws `Refusal` or `ConnectionLost`.
 */
export async function saveFile<N extends RouteName>(
  name: N,
  request: Request<N>,
  savedAs: string,
  file?: Blob,
): Promise<void> {
  const { method } = routes[name];
  const given = request as { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown };
  const init: RequestInit = { method, headers: headersOf(method), credentials: "same-origin" };
  if (given.body !== undefined) {
    init.headers = { ...headersOf(method), "content-type": "application/json" };
    init.body = JSON.stringify(given.body);
  }
  if (file) {
    init.headers = { ...headersOf(method), "content-type": "application/octet-stream" };
    init.body = file;
  }
  let response: Response;
  let answer: Blob;
  try {
    response = await fetch(addressOf(name, given.params, given.query), init);
    answer = await response.blob();
  } catch (cause) {
    throw new ConnectionLost(cause);
  }
  if (!response.ok) readAnswer(name, response.status, await answer.text());
  else save(answer, savedAs);
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers begin to read it only later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
