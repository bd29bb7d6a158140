import type { Endpoint } from "@dutyloop/contract/endpoint.ts";
import { endpoints } from "@dutyloop/contract/endpoints.ts";
import type { RouteName } from "@dutyloop/contract/routes.ts";
import type { Target } from "../../server/testing/access-target.ts";
import { requestTo } from "../../server/testing/access-targets.ts";
import type { Client } from "../../server/testing/client.ts";

/** What the server alone decides, in the words of its tables and of its answers. */
const protectedFields = [
  ...[
    "tenantId",
    "tenant_id",
    "id",
    "path",
    "state",
    "accountState",
    "account_id",
    "roles",
    "isAdmin",
    "admin",
    "grants",
  ],
  ...["passwordHash", "password_hash", "mustChangePassword", "failedSignIns", "lockedUntil", "createdAt", "createdBy"],
  ...["recordedAt", "recordedBy", "approvedAt", "publishedAt", "postedIn", "mac", "chain", "score", "total"],
  ...["undoableUntil", "permissions", "__proto__"],
];

/** Sends a right body with one field too many, for each of them. @returns how many were sent, and which were taken */
export async function overwrite(client: Client, name: RouteName, at: Target) {
  const endpoint: Endpoint = endpoints[name];
  const request = requestTo(name, at, 0);
  const taken: string[] = [];
  if (endpoint.binaryBody || !endpoint.body || typeof request.body !== "object") return { sent: 0, taken };
  const body = JSON.stringify(request.body);
  const strangers = protectedFields.filter((field) => !body.includes(`"${field}":`));
  for (const field of strangers) {
    // Put in by hand, so that "__proto__" is a field like others.
    const raw = `{"${field}":"overwritten"${body === "{}" ? "}" : `,${body.slice(1)}`}`;
    const headers = { "content-type": "application/json", ...request.headers };
    const got = await client.call(name, { ...request, raw, headers } as never);
    const code = got.status < 400 ? "taken" : got.refusal.code;
    if (!["request.invalid", "request.malformed_json"].includes(code)) taken.push(`${name} with ${field}: ${code}`);
  }
  return { sent: strangers.length, taken };
}
