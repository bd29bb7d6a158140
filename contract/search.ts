import { organizationKinds } from "@dutyloop/domain/organization/things.ts";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { code, id, plainDate, words } from "./shapes.ts";

const found = z.object({
  rank: z.number().int().min(0).max(2).describe("0 it is called so, 1 it begins so, 2 it holds the words"),
});

export const searchEndpoints = {
  search: {
    summary: {
      zh: "全局查找：组织、人员、模板、本人待办、纪实，按名称、拼音或首字母（各限本人可见范围）；纪实还可按类型、组织和月份",
      en: "Find organisations, people, templates, one's own duties and records by words, pinyin or initials, records by kind, organisation and month too, each as far as the caller may see them",
    },
    access: "self",
    query: z.object({
      q: z.string().trim().min(1).max(60).describe("several words: each has to be found"),
      limit: z.coerce.number().int().min(1).max(20).default(6).describe("of each kind"),
    }),
    answer: z.object({
      organizations: z.array(
        found.extend({ id, name: z.string(), kind: z.enum(organizationKinds), aboveName: z.string().nullable() }),
      ),
      people: z.array(found.extend({ id, name: z.string(), organizationName: z.string() })),
      templates: z.array(
        found.extend({
          code,
          name: words,
          recordedBy: z
            .array(z.enum(organizationKinds))
            .describe("kinds of organisations that enter what is done by it as a record of their own"),
        }),
      ),
      duties: z.array(
        found.extend({ id, name: words, organizationName: z.string(), subjectName: z.string(), dueOn: plainDate }),
      ),
      records: z
        .array(found.extend({ id, title: z.string(), occurredOn: plainDate, organizationName: z.string() }))
        .describe(
          "each word stands in the title, in the name of its kind or of an organisation that held it, or is its month",
        ),
    }),
  },
} as const satisfies Record<string, Endpoint>;
