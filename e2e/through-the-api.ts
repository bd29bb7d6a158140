import type { Page } from "@playwright/test";

type Session = { csrfToken: string; grants: { organizationId: string }[] };

/**
 * Sends what no page offers yet, or what a story needs before it begins, as the account that is signed in on the page;
 * `ORG` stands for its organisation, in the path and in the body.
 */
export async function send<T = unknown>(page: Page, path: string, body: object): Promise<T> {
  const answer = await page.request.get("/api/v1/session");
  const { csrfToken, grants } = (await answer.json()) as Session;
  const own = grants[0]?.organizationId ?? "";
  const address = path.replace("ORG", own);
  const data = JSON.parse(JSON.stringify(body).replace('"ORG"', JSON.stringify(own))) as object;
  const sent = await page.request.post(address, { data, headers: { "x-csrf-token": csrfToken } });
  const text = await sent.text();
  if (!sent.ok()) throw new Error(`${address} answered ${sent.status()}: ${text}`);
  return (text === "" ? {} : JSON.parse(text)) as T;
}
