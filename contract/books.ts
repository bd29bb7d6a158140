import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { code, organizationParams, plainDate } from "./shapes.ts";

const format = z.enum(["docx", "pdf"]);

/** Papers made from what was recorded, to print and sign. Each making is in the audit: they hold names. */
export const booksEndpoints = {
  makeHandbook: {
    summary: { zh: "《党支部工作手册》（Word 或 PDF）", en: "The handbook of a branch's year, as Word or PDF" },
    access: "record.export",
    params: organizationParams,
    body: z.strictObject({ year: z.int().min(2000).max(2100), format }),
    binaryAnswer: true,
    answer: z.unknown(),
    refusals: ["book.year_in_future", "book.restricted"],
  },
  makeInspectionPack: {
    summary: { zh: "迎检材料（Word 或 PDF）", en: "Papers for an inspection by its checklist, as Word or PDF" },
    access: "record.export",
    params: organizationParams,
    body: z.strictObject({
      from: plainDate,
      to: plainDate,
      templateCodes: z.array(code).max(60).describe("what is inspected; empty for everything that is owed"),
      format,
    }),
    binaryAnswer: true,
    answer: z.unknown(),
    refusals: ["book.days_reversed", "book.span_too_long", "book.year_in_future", "book.restricted"],
  },
} as const satisfies Record<string, Endpoint>;
