import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { count, organizationParams } from "./shapes.ts";

const badCell = z.object({
  path: z.string().describe("sheet!cell"),
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const importsEndpoints = {
  previewRoster: {
    summary: {
      zh: "预览名册（组织、人员、任职）：新增、更新、不变、错误",
      en: "What a roster of organisations, people and appointments would change, and what is wrong with it",
    },
    access: "roster.import",
    params: organizationParams,
    binaryBody: "application/octet-stream",
    answer: z.object({
      digest: z.string().describe("SHA-256 of the file, hexadecimal"),
      sheets: z.array(
        z.object({
          name: z.string(),
          added: count,
          changed: count,
          unchanged: count,
          wrong: count.describe("rows with a bad cell"),
        }),
      ),
      errors: count.describe("bad cells"),
      problems: z.array(badCell).describe("the first hundred bad cells, in the order of the file"),
    }),
    refusals: [
      "workbook.empty",
      "workbook.not_xlsx",
      "workbook.old_format",
      "workbook.too_large",
      "workbook.bomb",
      "workbook.damaged",
      "workbook.password_protected",
      "workbook.sheet_missing",
      "workbook.too_many_rows",
    ],
  },
  rosterTemplate: {
    summary: { zh: "名册模板（Excel）", en: "The workbook to fill a roster in" },
    access: "roster.import",
    params: organizationParams,
    binaryAnswer: "application/octet-stream",
    answer: z.unknown(),
  },
} as const satisfies Record<string, Endpoint>;
