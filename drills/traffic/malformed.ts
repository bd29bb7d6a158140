import { type RouteName, routes } from "@dutyloop/contract/routes.ts";
import { missing, nowhere } from "../../server/testing/access-target.ts";
import { requestTo } from "../../server/testing/access-targets.ts";
import { addressOf } from "../../server/testing/client.ts";
import { type Chance, pick } from "../chance.ts";

/** What nobody may end or change meanwhile, because the drill itself goes on with it. */
const spared: readonly RouteName[] = [
  "signOut",
  "signOutEverywhere",
  "changePassword",
  "createToken",
  "beginSecondFactor",
];
const sparedPaths = new Set<string>(spared.map((name) => routes[name].path));
const names = (Object.keys(routes) as RouteName[]).filter((name) => !spared.includes(name));

const methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "BREW", "get", ""];
/** Escapes in addresses: a NUL, overlong and broken UTF-8, ways upwards, half a character, GBK. */
const escapes = [
  "%00",
  "%c0%af",
  "%ff%fe",
  "..%2f..%2f",
  "%ed%a0%80",
  "%d6%d0",
  "%",
  "%zz",
  "a".repeat(3000),
  "%0d%0aX:1",
];
const values: readonly string[] = [
  ...[
    '"\\ud800"',
    '"\\u0000"',
    "1e999",
    "-0",
    "9".repeat(400),
    '"',
    "null",
    "[]",
    "{}",
    '{"$ne":1}',
    "true",
    '"2026-02-30"',
  ],
  ...[
    `"${"字".repeat(5000)}"`,
    `"${missing}"`,
    '"=1+1"',
    '"\u202e"',
    '{"__proto__":{"admin":true}}',
    "[[[[[[[[[[1]]]]]]]]]]",
  ],
];
const gbk = Buffer.from("7b226e616d65223a22d6d0b9fa227d", "hex");
const deep = `${"[".repeat(5000)}${"]".repeat(5000)}`;

/**
 * One request that is wrong in some way: its method, address, head, length, or something in its body.
 * @param organizationId where half of them go, so that they come as far as the database
 */
export function malformed(chance: Chance, credentials: string, organizationId: string): Buffer {
  const name = pick(chance, names);
  const target = chance(2) === 0 ? { ...nowhere, organizationId } : nowhere;
  const request = requestTo(name, target, chance(1_000_000));
  const address = spoiltAddress(chance, addressOf(name, request.params, request.query));
  // Another method may make of it one of those that are spared.
  const method = chance(6) === 0 && !sparedPaths.has(routes[name].path) ? pick(chance, methods) : routes[name].method;
  const body = routes[name].method === "GET" && chance(4) > 0 ? Buffer.alloc(0) : spoiltBody(chance, request.body);
  const length = chance(20) === 0 ? pick(chance, ["-1", "abc", "1", `${body.length}, 3`]) : `${body.length}`;
  const type = pick(chance, [
    "application/json",
    "application/json",
    "application/octet-stream",
    "text/xml",
    "image/png",
    "",
  ]);
  const heads = [
    `${method} ${address} HTTP/1.1`,
    "Host: 127.0.0.1",
    "Connection: close",
    `Content-Type: ${type}`,
    `Content-Length: ${length}`,
    `Idempotency-Key: ${pick(chance, ["drill-traffic", "\u0001", "x".repeat(500)])}`,
    ...(chance(15) === 0 ? ["Transfer-Encoding: chunked"] : []),
    ...(chance(30) === 0 ? [`X-Long: ${"y".repeat(20_000)}`] : []),
  ];
  return Buffer.concat([Buffer.from(`${heads.join("\r\n")}\r\n${credentials}\r\n`, "latin1"), body]);
}

function spoiltAddress(chance: Chance, address: string): string {
  const broken = pick(chance, escapes);
  switch (chance(4)) {
    case 0:
      return address.replaceAll(missing, broken);
    case 1:
      return `${address}${address.includes("?") ? "&" : "?"}${pick(chance, ["q", "limit", "after", "on"])}=${broken}`;
    case 2:
      return address.replace(/=[^&]*/, `=${broken}`);
    default:
      return address;
  }
}

function spoiltBody(chance: Chance, body: unknown): Buffer {
  if (chance(12) === 0) return pick(chance, [gbk, Buffer.from(deep), Buffer.from("{"), Buffer.from([0xff, 0xfe, 0])]);
  const fields = Object.entries((body ?? {}) as Record<string, unknown>).map(([key, value]) =>
    chance(3) === 0
      ? `${JSON.stringify(key)}:${pick(chance, values)}`
      : `${JSON.stringify(key)}:${JSON.stringify(value)}`,
  );
  // The same field twice, and one that a program might take for its own.
  if (chance(8) === 0 && fields[0]) fields.push(fields[0]);
  if (chance(8) === 0) fields.push('"__proto__":{"admin":true}');
  return Buffer.from(`{${fields.join(",")}}`);
}
