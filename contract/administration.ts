import { firstStepNames } from "@dutyloop/domain/operation/first-steps-things.ts";
import { healthChecks, healthStates } from "@dutyloop/domain/operation/health-things.ts";
import { controls, selfCheckItems, selfCheckResults } from "@dutyloop/domain/operation/self-check-things.ts";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { count, id, instant, next, page, plainDate } from "./shapes.ts";

const figures = z.record(z.string(), z.union([z.string(), z.number()]));

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
    query: z.object({
      progress: id.optional().describe("made up by the caller, to ask getImportProgress how far it is"),
    }),
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
  getFirstSteps: {
    summary: { zh: "新集团还要办的几步", en: "What a new group still has to do" },
    access: "self",
    answer: z.object({
      steps: z
        .array(
          z.object({
            step: z.enum(firstStepNames),
            done: z.boolean(),
            mine: z.boolean().describe("the caller may do it"),
          }),
        )
        .describe("empty once all are done, and for whom none of them falls to"),
    }),
  },
  getHealth: {
    summary: { zh: "运行状况", en: "How the installation is" },
    access: "system.read",
    answer: z.object({
      version: z.string(),
      node: z.string().describe("version of Node"),
      lookedAt: instant,
      items: z
        .array(z.object({ check: z.enum(healthChecks), state: z.enum(healthStates), values: figures }))
        .describe("what is wrong first"),
    }),
  },
  getSelfCheck: {
    summary: { zh: "等保自查", en: "Self-check of security controls" },
    access: "system.read",
    answer: z.object({
      lookedAt: instant,
      items: z.array(
        z.object({
          control: z.enum(controls),
          item: z.enum(selfCheckItems),
          result: z.enum(selfCheckResults).describe("operator: nothing the program sees could prove it"),
          values: figures.describe("the figures that prove it"),
        }),
      ),
    }),
  },
  getConfiguration: {
    summary: { zh: "生效的设置", en: "Settings in force" },
    access: "system.read",
    answer: z.object({
      items: z.array(
        z.object({
          name: z.string(),
          value: z.string().describe("masked where it is a secret, empty where there is none"),
          source: z.string().describe("default, environment, or file and line"),
          meaning: z.object({ zh: z.string(), en: z.string() }),
        }),
      ),
    }),
  },
} as const satisfies Record<string, Endpoint>;
