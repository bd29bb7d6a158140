import { organizationKinds } from "@dutyloop/domain/organization/things.ts";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { id, plainDate } from "./shapes.ts";

const named = z.object({ id, name: z.string() });

export const organizationSearchEndpoints = {
  searchOrganizations: {
    summary: {
      zh: "按名称、代码、拼音或首字母查找组织（限本人可见范围）",
      en: "Find organisations by name, code, pinyin or initials, among those the caller may see",
    },
    access: "organization.read",
    query: z.object({
      q: z.string().trim().min(1).max(60).describe("several words: each has to be found"),
      on: plainDate.optional().describe("those that stood on this day, by its names and places; today without it"),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    answer: z.object({
      items: z.array(
        named.extend({
          kind: z.enum(organizationKinds),
          code: z.string(),
          above: z.array(named).describe("from the top down to its parent, as far as the caller may see them"),
        }),
      ),
      more: z.boolean().describe("whether there are others that fit"),
    }),
  },
} as const satisfies Record<string, Endpoint>;
