import type { Page } from "@playwright/test";

type Session = { csrfToken: string; grants: { organizationId: string }[] };

/** Sends what no page offers yet, as the account that is signed in on the page; `ORG` stands for its organisation. */
export async function send(page: Page, path: string, body: object): Promise<void> {
  const answer = await page.request.get("/api/v1/session");
  const { csrfToken, grants } = (await answer.json()) as Session;
  const address = path.replace("ORG", grants[0]?.organizationId ?? "");
  const sent = await page.request.post(address, { data: body, headers: { "x-csrf-token": csrfToken } });
  if (!sent.ok()) throw new Error(`${address} answered ${sent.status()}: ${await sent.text()}`);
}
