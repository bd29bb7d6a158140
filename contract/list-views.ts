import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { listNames, workbookNames } from "./lists/names.ts";
import { id } from "./shapes.ts";

const list = z.enum(listNames).describe("the list by the endpoint that answers it");
const columns = z
  .array(z.string().regex(/^[a-z][A-Za-z]{0,29}$/))
  .max(40)
  .describe("keys of the columns in their order; empty for the usual ones");
const search = z
  .record(z.string().regex(/^[a-z][A-Za-z]{0,19}$/), z.string().min(1).max(100))
  .refine((given) => Object.keys(given).length <= 20)
  .describe("filters and order as the page's address names them");
const kept = { list, name: z.string().trim().min(1).max(40), search, columns, usual: z.boolean() };

/** How a list is looked at: kept for the caller alone, and taken away as a workbook. */
export const listViewsEndpoints = {
  listViews: {
    summary: { zh: "我保存的列表视图", en: "The caller's kept views of a list" },
    access: "self",
    query: z.object({ list }),
    answer: z.object({
      items: z.array(z.object({ id, ...kept, usual: kept.usual.describe("opens with the page") })),
    }),
  },
  keepView: {
    summary: { zh: "保存列表视图（条件、排序、列）", en: "Keep a view of a list: filters, order, columns" },
    access: "self",
    params: z.object({ viewId: id.describe("new, or the caller's own to change") }),
    body: z.strictObject({ ...kept, usual: kept.usual.default(false) }),
    answer: z.object({}),
    refusals: ["view.too_many", "view.name_taken", "view.column_unknown"],
  },
  forgetView: {
    summary: { zh: "删除列表视图", en: "Forget a kept view" },
    access: "self",
    params: z.object({ viewId: id }),
    answer: z.object({}),
  },
  exportList: {
    summary: {
      zh: "导出列表或数据表（Excel）：与屏幕上的条件、排序和列一致，含全部各页；不列受限单位",
      en: "A list or table as a workbook: filters, order and columns as on the screen, all pages, no row of a restricted unit",
    },
    access: "self",
    body: z.strictObject({
      list: z.enum(workbookNames).describe("the list or table by the endpoint that answers it"),
      params: z.record(z.string().max(40), z.string().max(100)).default({}),
      query: z
        .record(z.string().max(40), z.string().max(500))
        .default({})
        .describe("as the list's own endpoint takes it"),
      columns,
      purpose: z
        .string()
        .trim()
        .min(2)
        .max(200)
        .optional()
        .describe("what the rows are for: needed for many rows of personal data, and kept in the audit"),
    }),
    binaryAnswer: true,
    answer: z.unknown(),
    refusals: [
      "view.column_unknown",
      "export.sensitive",
      "export.purpose_missing",
      "export.too_many_rows",
      "export.nothing",
    ],
  },
} as const satisfies Record<string, Endpoint>;
