import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { contentCode } from "./periods.ts";
import { count, organizationParams, periodName } from "./shapes.ts";

export const scoreReportEndpoints = {
  getScoreReport: {
    summary: { zh: "得分说明书（Word 或 JSON）", en: "The score sheet explained, as Word or JSON" },
    access: "score.read",
    params: organizationParams.extend({ period: periodName }),
    query: z.object({
      format: z.enum(["docx", "json"]).default("docx"),
      scheme: contentCode.default("monthly").describe("code of the scheme"),
      version: z.coerce.number().pipe(count).optional().describe("version of the period; the newest without it"),
    }),
    binaryAnswer: true,
    answer: z.unknown(),
    refusals: ["score.none_yet", "score.period_too_short"],
  },
} as const satisfies Record<string, Endpoint>;
