import { z } from "zod";
import { count, decimal, id, instant, month, plainDate, words } from "./shapes.ts";

/** One fact behind a line. */
export const scoreFact = z.object({
  id,
  kind: z.string(),
  sign: z.int().describe("-1: a storno that takes `corrects` back"),
  corrects: id.nullable(),
  subjectId: id.nullable().describe("党小组 it is about; null for the organisation itself"),
  subjectName: z.string().nullable(),
  occurredOn: plainDate,
  countsOn: plainDate,
  postedIn: month.describe("month it is booked in"),
  quantity: decimal,
  base: decimal.nullable(),
  templateName: words.nullable(),
  timeliness: z.string().nullable(),
  attributes: z
    .record(z.string(), z.string())
    .describe("everything indicators may ask for, by code: template, timeliness, severity …"),
  daysLate: count.nullable(),
  daysUntilEntry: count.nullable().describe("days between the event and its entry"),
  reason: z.string().nullable(),
  afterClose: z.boolean().describe("came after the close: counts in the adjustment only"),
  recordId: id.nullable().describe("the record it comes from"),
  recordedAt: instant,
});

/** One organisation below that a roll-up line adds up. */
export const scoreChild = z.object({
  organizationId: id,
  organizationName: z.string(),
  points: decimal.nullable(),
  fullMarks: decimal,
  state: z.enum(["scored", "not_applicable", "pending"]),
  members: count,
});
