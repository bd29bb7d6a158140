import { readingPurposes } from "@dutyloop/domain/organization/private-things.ts";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { id, plainDate } from "./shapes.ts";

const personParams = z.object({ personId: id });
const privateFields = z.object({ identityNumber: z.string().nullable(), phone: z.string().nullable() });

export const peopleEndpoints = {
  endAppointment: {
    summary: { zh: "免职（任职到某日为止）", en: "End an appointment" },
    access: "person.manage",
    params: z.object({ appointmentId: id }),
    body: z.strictObject({ lastDay: plainDate }),
    answer: z.object({ lastDay: plainDate }),
    refusals: ["appointment.end_before_start", "appointment.end_too_late"],
  },
  getPrivateFields: {
    summary: { zh: "一个人的身份证号和电话（遮蔽）", en: "Identity number and telephone of a person, masked" },
    access: "person.read_private",
    params: personParams,
    answer: privateFields,
  },
  readPrivateFields: {
    summary: {
      zh: "按用途查看身份证号和电话原文（留审计）",
      en: "Read identity number and telephone in the clear for a purpose; audited",
    },
    access: "person.read_private",
    params: personParams,
    body: z.strictObject({ purpose: z.enum(readingPurposes) }),
    answer: privateFields,
  },
  setPrivateFields: {
    summary: { zh: "登记身份证号和电话", en: "Enter identity number and telephone" },
    access: "person.manage",
    params: personParams,
    body: z.strictObject({
      identityNumber: z.string().trim().max(40).nullable().optional().describe("null clears it; absent leaves it"),
      phone: z
        .string()
        .trim()
        .regex(/^\+?[0-9][0-9-]{4,18}$/)
        .nullable()
        .optional()
        .describe("null clears it; absent leaves it"),
    }),
    answer: privateFields.describe("masked"),
    refusals: ["person.identity_number_invalid", "person.identity_number_taken"],
  },
} as const satisfies Record<string, Endpoint>;
