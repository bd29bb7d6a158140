import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client, Refused } from "../../testing/client.ts";
import { openStage } from "../../testing/stage.ts";
import { tableMarks } from "../../testing/table-marks.ts";
import { buildWorld, type World } from "../../testing/world.ts";

let world: World;
let secretary: Client;
let port: number;
beforeAll(async () => {
  world = await buildWorld(await openStage());
  await world.alpha.account("alpha.first.secretary", "branch_secretary", world.alpha.first.id);
  secretary = await world.client("alpha.first.secretary");
  await world.server.listen({ host: "127.0.0.1", port: 0 });
  port = (world.server.server.address() as AddressInfo).port;
});
afterAll(() => world.close());

/**
 * Sends 60 MB over a real connection; a server that answers early may hang up. In pieces, with no length said before,
 * it sends one piece more than is taken and waits for the answer.
 */
function sendTooMuch(path: string, type: string, pieces: number | null): Promise<{ status: number; body: Refused }> {
  const size = 60 * 1024 * 1024;
  return new Promise((resolve, reject) => {
    const headers = {
      "content-type": type,
      cookie: secretary.cookie,
      "x-csrf-token": secretary.csrf,
      "idempotency-key": "sixty-megabytes",
      ...(pieces === null ? { "content-length": size } : { "transfer-encoding": "chunked" }),
    };
    let answered = false;
    const sending = request({ host: "127.0.0.1", port, path, method: "POST", headers }, (answer) => {
      answered = true;
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 0, body: JSON.parse(Buffer.concat(parts).toString()) as Refused }),
      );
    });
    sending.on("error", (error) => {
      if (!answered) reject(error);
    });
    const part = Buffer.alloc(1024 * 1024, "x");
    let left = pieces ?? size / part.length;
    const more = () => {
      while (left > 0 && !answered && !sending.destroyed) {
        left -= 1;
        if (!sending.write(part)) return void sending.once("drain", more);
      }
      if (pieces === null) sending.end();
    };
    more();
  });
}

test.each([
  ["60 MB as a record", "records", "application/json", null],
  ["a record of endless pieces", "records", "application/json", 2],
  ["60 MB as a photograph", "files", "image/jpeg", null],
  ["a photograph of endless pieces", "files", "image/jpeg", 51],
])("%s: refused with a sentence, and nothing is kept", async (_name, what, type, pieces) => {
  const before = await tableMarks(world.database.superUrl);
  const { status, body } = await sendTooMuch(`/api/v1/organizations/${world.alpha.first.id}/${what}`, type, pieces);
  expect([status, body.code]).toEqual([413, "request.body_too_large"]);
  expect(body.message).toContain("50 MB");
  expect(body.requestId).toMatch(/^[0-9A-Z]{8}$/);
  expect(await tableMarks(world.database.superUrl)).toEqual(before);
});
