import { expect, test } from "vitest";
import { type Line, type Standing, sendInPieces } from "./pieces.ts";
import { ConnectionLost, Refusal } from "./refusal.ts";

const kept = { id: "0".repeat(64), mediaType: "text/plain", size: 0 };
const lost = () => new ConnectionLost(new Error("broken"));
const refusal = (status: number, code: string) => new Refusal(status, { code });
const file = new Blob([new Uint8Array(1_000_000).map((_, index) => index % 251)]);

/** A server in memory; `trouble` may throw before or after a piece is put where it belongs. */
function server(trouble: (call: number, when: "before" | "after") => void = () => {}) {
  const arrived = new Uint8Array(file.size);
  let received = 0;
  let calls = 0;
  const said: string[] = [];
  const standing = (): Standing => ({ id: "u", size: file.size, received, file: received === file.size ? kept : null });
  const line: Line = {
    begin: async () => {
      said.push("begin");
      return standing();
    },
    stand: async () => {
      said.push("stand");
      return standing();
    },
    put: async (_id, offset, piece) => {
      calls += 1;
      said.push(`put ${offset}`);
      trouble(calls, "before");
      if (offset !== received) throw refusal(409, "upload.offset");
      arrived.set(new Uint8Array(await piece.arrayBuffer()), offset);
      received += piece.size;
      trouble(calls, "after");
      return standing();
    },
  };
  const forget = () => {
    received = 0;
  };
  return { line, said, arrived, forget };
}

const patience = { tries: 4, pause: async () => {} };

test("a file arrives piece by piece, and its progress never goes back", async () => {
  const { line, said, arrived } = server();
  const shares: number[] = [];
  expect(await sendInPieces(file, line, patience, (share) => shares.push(share))).toEqual(kept);
  expect(said.filter((one) => one.startsWith("put")).length).toBeGreaterThan(1);
  expect(arrived).toEqual(new Uint8Array(await file.arrayBuffer()));
  expect(shares).toEqual(shares.toSorted((one, other) => one - other));
  expect(shares.at(-1)).toBe(1);
});

test.each(["before", "after"] as const)("a line that breaks %s a piece is there is gone on with", async (when) => {
  const { line, said, arrived } = server((number, at) => {
    if (number === 2 && at === when) throw lost();
  });
  expect(await sendInPieces(file, line, patience)).toEqual(kept);
  expect(said.filter((one) => one === "begin")).toHaveLength(1);
  expect(said).toContain("stand");
  expect(arrived).toEqual(new Uint8Array(await file.arrayBuffer()));
});

test("a server that is being started anew, and one that stands elsewhere, are waited for", async () => {
  const troubles = [refusal(503, "server.unavailable"), refusal(409, "upload.offset"), refusal(502, "internal")];
  const { line } = server((_number, at) => {
    const next = at === "before" ? troubles.shift() : undefined;
    if (next) throw next;
  });
  expect(await sendInPieces(file, line, patience)).toEqual(kept);
});

test("an upload that is gone begins anew", async () => {
  const one = server((number, at) => {
    if (number === 2 && at === "after") throw lost();
  });
  const line: Line = {
    ...one.line,
    stand: async () => {
      one.forget();
      throw refusal(404, "not_found");
    },
  };
  expect(await sendInPieces(file, line, patience)).toEqual(kept);
  expect(one.said.filter((said) => said === "begin")).toHaveLength(2);
});

test("a line that stays broken is given up after as many tries as were allowed", async () => {
  const pauses: number[] = [];
  const { line } = server(() => {
    throw lost();
  });
  const pause = async (failures: number) => void pauses.push(failures);
  await expect(sendInPieces(file, line, { tries: 4, pause })).rejects.toBeInstanceOf(ConnectionLost);
  expect(pauses).toEqual([1, 2, 3]);
});

test("a refusal is said at once", async () => {
  const { line, said } = server(() => {
    throw refusal(422, "file.quarantined");
  });
  await expect(sendInPieces(file, line, patience)).rejects.toMatchObject({ code: "file.quarantined" });
  expect(said).toHaveLength(2);
});
