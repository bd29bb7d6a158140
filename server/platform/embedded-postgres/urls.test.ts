import pg from "pg";
import { expect, test } from "vitest";
import { socketUrl, withDatabase } from "./urls.ts";

test("the driver reads back what went into a socket's address", () => {
  const url = socketUrl("/srv/责任 环/socket", "dutyloop_app", "p@ss/w:rd?", "dutyloop");
  expect(new pg.Client({ connectionString: url })).toMatchObject({
    host: "/srv/责任 环/socket",
    port: 5432,
    user: "dutyloop_app",
    password: "p@ss/w:rd?",
    database: "dutyloop",
  });
  expect(new URL(url).searchParams.get("host")).toBe("/srv/责任 环/socket");
});

test("another database of the same server, with a socket or a host", () => {
  expect(withDatabase("postgresql://a:b@localhost/x?host=%2Fs", "y")).toBe("postgresql://a:b@localhost/y?host=%2Fs");
  expect(withDatabase("postgres://a:b@db.example:5432/x", "y")).toBe("postgres://a:b@db.example:5432/y");
  expect(withDatabase("postgres://a:b@db.example", "y")).toBe("postgres://a:b@db.example/y");
});
