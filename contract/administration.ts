import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { count, id, instant, next, page, plainDate } from "./shapes.ts";

export const administrationEndpoints = {
  listAudit: {
    summary: { zh: "审计记录", en: "Audit entries" },
    access: "audit.read",
    query: z.object({
      ...page,
      account: z.string().trim().max(60).optional().describe("part of the name signed in with"),
      action: z.string().trim().max(60).optional().describe("part of the name of the act"),
      object: z.string().trim().max(100).optional().describe("part of what it was done to"),
      organizationId: id.optional().describe("at this organisation or below"),
      from: plainDate.optional(),
      to: plainDate.optional(),
      outcome: z.enum(["done", "refused"]).optional(),
      requestId: z.string().trim().max(60).optional(),
    }),
    answer: z.object({
      items: z.array(
        z.object({
          id,
          sequence: count.nullable().describe("place in the sealed chain; null until sealed"),
          recordedAt: instant,
          accountName: z.string(),
          action: z.string(),
          object: z.string(),
          outcome: z.string(),
          requestId: z.string(),
          beforeDigest: z.string().nullable().describe("SHA-256 of the state before"),
          afterDigest: z.string().nullable().describe("SHA-256 of the state after"),
          address: z.string().nullable().describe("network address of the caller"),
        }),
      ),
      next,
    }),
  },
  verifyAudit: {
    summary: { zh: "校验审计链", en: "Verify the audit chain" },
    access: "audit.verify",
    answer: z.object({
      intact: z.boolean(),
      entries: count,
      sealed: count,
      unsealed: count,
      problems: z.array(z.object({ sequence: count.nullable(), entryId: z.string().nullable(), kind: z.string() })),
    }),
  },
  getStatus: {
    summary: { zh: "系统状态与数量", en: "State of the system, with counts" },
    access: "system.read",
    answer: z.object({
      version: z.string(),
      group: z.object({ code: z.string(), name: z.string() }),
      counts: z.record(z.string(), count),
      backlog: z.object({
        outbox: count,
        unsealedAudit: count,
        oldestOutboxSeconds: count,
        oldestUnsealedSeconds: count,
      }),
    }),
  },
} as const satisfies Record<string, Endpoint>;
