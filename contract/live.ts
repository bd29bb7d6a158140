import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";

export const liveEndpoints = {
  watchEvents: {
    summary: {
      zh: "实时变化（SSE）：哪类内容、哪些组织、哪个月变了，不含内容本身（限本人可见范围）",
      en: "Changes as they happen (SSE): which topic, organisations and month, never their contents, as far as the caller may see them",
    },
    access: "self",
    query: z.object({
      seconds: z.coerce
        .number()
        .int()
        .min(0)
        .max(3600)
        .default(3600)
        .describe("how long the stream stays open; the browser opens the next one"),
    }),
    binaryAnswer: "text/event-stream",
    answer: z.unknown(),
    refusals: ["live.too_many"],
  },
} as const satisfies Record<string, Endpoint>;
