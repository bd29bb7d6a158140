import { z } from "zod";
import { count, id, plainDate, words } from "./shapes.ts";

const standardItem = z.object({
  code: z.string(),
  name: words,
  effect: z.enum(["blocking", "scored"]),
  passed: z.boolean().nullable().describe("null = does not apply here"),
});

export const satisfied = z.object({
  obligationId: id,
  organizationId: id,
  organizationName: z.string(),
  templateCode: z.string(),
  templateName: words,
  sourceName: z.string().describe("the plan or decision that orders it"),
  subjectName: z.string(),
  dueOn: plainDate,
  timeliness: z.enum(["on_time", "late"]),
});

export const unsatisfied = z.object({
  organizationId: id,
  organizationName: z.string(),
  templateCode: z.string(),
  templateName: words,
  reason: z.string(),
  missing: z.array(words).describe("blocking items that aren't met"),
});

export const deviation = z.object({
  organizationId: id.describe("the host that it is about"),
  templateCode: z.string(),
  templateName: words,
  check: z.string().describe("a check's code, or within_window: held outside the days in which the text says 一般"),
  name: words,
  reason: z.string().nullable().describe("null where nobody was asked: taken in from a ledger"),
});

export const standard = z.object({
  organizationId: id.describe("the host whose meeting is judged"),
  templateCode: z.string(),
  templateName: words,
  templateVersion: count.describe("the version of the template that the record was made with"),
  counted: z.boolean().describe("whether the record serves as this type: its blocking elements are there (MTG-18)"),
  passed: count,
  applicable: count,
  items: z.array(standardItem),
});

const rate = z
  .string()
  .nullable()
  .describe("present of expected in per cent with two decimals; null where nobody counts");
export const host = z.object({
  organizationId: id,
  organizationName: z.string(),
  subjectId: id,
  subjectName: z.string(),
  expected: count,
  present: count,
  exempt: count.describe("left out of the rate (MTG-19)"),
  rate,
  lateEntry: z.boolean().describe("补录: its part was entered more than seven days after the event"),
  lateReason: z.string().nullable().describe("why its own secretary entered it after the close of its month"),
});
export const awaited = z.object({
  organizationId: id,
  organizationName: z.string(),
  subjectId: id,
  subjectName: z.string(),
});
export const together = z.object({ expected: count, present: count, rate });

export const resolution = z.object({
  title: z.string(),
  for: count,
  against: count,
  abstain: count,
  rule: z.string(),
  votersExpected: count,
  votersPresent: count,
  quorumNeeded: count,
  passNeeded: count,
  valid: z.boolean(),
  passed: z.boolean(),
  written: count,
  personnel: z.boolean(),
  secretaryLast: z.boolean().nullable(),
  arithmetic: z
    .object({ quorum: z.string(), pass: z.string() })
    .describe("how quorum and majority were counted, in figures that need no words: “8 × 2 = 16 ≥ 10”"),
});
