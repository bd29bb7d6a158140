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

/** Sends 60 MB over a real connection, with or without saying so before; a server that answers early may hang up. */
function sendSixtyMegabytes(path: string, type: string, chunked: boolean): Promise<{ status: number; body: Refused }> {
  const size = 60 * 1024 * 1024;
  return new Promise((resolve, reject) => {
    const headers = {
      "content-type": type,
      cookie: secretary.cookie,
      "x-csrf-token": secretary.csrf,
      "idempotency-key": "sixty-megabytes",
      ...(chunked ? { "transfer-encoding": "chunked" } : { "content-length": size }),
    };
    let answered = false;
    const sending = request({ host: "127.0.0.1", port, path, method: "POST", headers }, (answer) => {
      answered = true;
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body: JSON.parse(Buffer.concat(parts).toString()) as Refused }));
    });
    sending.on("error", (error) => {
      if (!answered) reject(error);
    });
    const part = Buffer.alloc(1024 * 1024, "x");
    let left = size / part.length;
    const more = () => {
      while (left > 0 && !answered && !sending.destroyed) {
        left -= 1;
        if (!sending.write(part)) return void sending.once("drain", more);
      }
      sending.end();
    };
    more();
  });
}

test.each([
  ["a record", "records", "application/json", false],
  ["a record in pieces", "records", "application/json", true],
  ["a photograph", "files", "image/jpeg", false],
  ["a photograph in pieces", "files", "image/jpeg", true],
])("60 MB as %s are refused with a sentence, and nothing is kept", async (_name, what, type, chunked) => {
  const before = await tableMarks(world.database.superUrl);
  const { status, body } = await sendSixtyMegabytes(`/api/v1/organizations/${world.alpha.first.id}/${what}`, type, chunked);
  expect([status, body.code]).toEqual([413, "request.body_too_large"]);
  expect(body.message).toContain("50 MB");
  expect(body.requestId).toMatch(/^[0-9A-Z]{8}$/);
  expect(await tableMarks(world.database.superUrl)).toEqual(before);
});
