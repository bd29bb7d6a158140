import { once } from "node:events";
import { IncomingMessage, ServerResponse } from "node:http";
import { type AddressInfo, connect, createServer, Socket } from "node:net";
import Fastify from "fastify";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../testing/database.ts";
import { type Database, openDatabase } from "../db/pools.ts";
import { Streams } from "./streams.ts";

let fresh: FreshDatabase;
let database: Database;
beforeAll(async () => {
  fresh = await freshDatabase();
  database = openDatabase(fresh.appUrl);
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

/** The way to the database, shut until it is opened. */
async function shutWay(to: string) {
  const { host, port } = new pg.Client(to);
  const waiting: Socket[] = [];
  const server = createServer((socket) => waiting.push(socket.pause()));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const url = new URL(to);
  url.search = "";
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    knocked: () => (waiting.length > 0 ? Promise.resolve() : once(server, "connection")),
    open() {
      for (const socket of waiting) {
        const inside = host.startsWith("/") ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
        socket.pipe(inside).pipe(socket);
      }
    },
    close: () => server.close(),
  };
}

test("a page is greeted once it hears everything, not while the line to the database is still being laid", async () => {
  const way = await shutWay(fresh.appUrl);
  const logger = Fastify({ logger: false }).log;
  const streams = new Streams({ database, appUrl: way.url, logger, standingOf: async () => new Map() });
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  const said: string[] = [];
  const greeted = Promise.withResolvers<void>();
  response.write = (text: unknown) => {
    said.push(String(text));
    greeted.resolve();
    return true;
  };
  const actor = { tenantId: 1, accountId: "one", personId: null, grants: [] };
  streams.open({ actor, today: "2026-03-18", session: "one", standing: "", response });
  await way.knocked();
  expect(said).toEqual([]);
  way.open();
  await greeted.promise;
  expect(said).toEqual(["event: hello\ndata: {}\n\n"]);
  await streams.close();
  way.close();
});
