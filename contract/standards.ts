import { templateBody } from "@dutyloop/domain/standards/things.ts";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { count } from "./shapes.ts";

export const standardsEndpoints = {
  listTemplates: {
    summary: { zh: "模板：清单、流程、标准、频次", en: "Templates: list, steps, standard, cadence" },
    access: "template.read",
    answer: z.object({ items: z.array(z.object({ version: count, body: templateBody })) }),
  },
} as const satisfies Record<string, Endpoint>;
