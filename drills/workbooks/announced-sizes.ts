import { addressOf } from "../../server/testing/client.ts";
import type { DrilledServer } from "../drilled-server.ts";
import { sendEndless } from "../traffic/raw-request.ts";

const megabytes = 4096;
/** What is under way when the refusal arrives. */
const mostSent = 32 * 1024 * 1024;
const mostSeconds = 1;

/** Bodies that are announced with four gigabytes are refused by what they announce, before they are taken in. */
export async function announcedSizes(drilled: DrilledServer): Promise<string[]> {
  const officer = await drilled.signedIn("officer");
  const port = Number(new URL(drilled.server.origin).port);
  const found: string[] = [];
  for (const name of ["previewRoster", "uploadFile"] as const) {
    const path = addressOf(name, { organizationId: drilled.rootId }, undefined);
    const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: ${officer.cookie}\r\nX-CSRF-Token: ${officer.csrf}\r\nContent-Type: application/octet-stream\r\n`;
    const began = performance.now();
    const { status, sent } = await sendEndless(port, head, megabytes);
    const seconds = (performance.now() - began) / 1000;
    // Cut off while it still sends, a client may not come to read the answer.
    if (![413, 0].includes(status)) found.push(`4 GB announced to ${name}: ${status}`);
    if (sent > mostSent) found.push(`4 GB announced to ${name}: ${(sent / 1024 / 1024).toFixed(0)} MB were taken`);
    if (seconds > mostSeconds) found.push(`4 GB announced to ${name}: ${seconds.toFixed(1)} s`);
  }
  return found;
}
