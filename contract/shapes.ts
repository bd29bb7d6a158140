import { isPlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { z } from "zod";

/** Shapes that several modules' endpoints use. */
export const id = z.guid().describe("UUID");
export const plainDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "request.field.date_form")
  .refine(isPlainDate, { params: { code: "request.date_not_in_calendar" } })
  .describe("YYYY-MM-DD, a day of the calendar");
export const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "request.field.month_form")
  .describe("YYYY-MM");
export const periodName = z
  .string()
  .regex(/^[12]\d{3}(?:-(?:0[1-9]|1[0-2]|Q[1-4]|H[12]))?$/, "request.field.period_form")
  .describe("2026-03, 2026-Q1, 2026-H1 or 2026");
export const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "request.field.time_form")
  .describe("HH:MM");
export const instant = z.string().describe("ISO 8601 instant in UTC");
export const name = z.string().trim().min(1).max(100);
export const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/, "request.field.code_form");
export const count = z.int();
/** A decimal number as text, exactly as scored: never a binary float. */
export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, "request.field.number_form");
export const words = z.object({ zh: z.string(), en: z.string() });

export const organizationParams = z.object({ organizationId: id });
/** Lists are paged by key: `after` is the `next` of the page before. */
export const page = {
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
export const next = z.string().nullable().describe("key of the next page, null at the end");
