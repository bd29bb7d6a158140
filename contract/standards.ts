import {
  reviewCriteria,
  templateActs,
  templateGroups,
  templateParts,
} from "@dutyloop/domain/standards/template-policy.ts";
import { contentCode, templateBody, templateStages } from "@dutyloop/domain/standards/things.ts";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { count, id, instant, organizationParams, plainDate, words } from "./shapes.ts";

const version = z.coerce.number().int().min(1).max(1_000_000);
const stage = z.enum(templateStages);
const score = z.int().min(0).max(100);
const text = z.string().trim().max(500);

export const templateCost = z
  .object({
    typed: count.describe("fields that somebody types in one filing"),
    filled: count.describe("fields that the product fills in"),
    papers: count.describe("papers handed in with one filing"),
    inYear: count.describe("fields typed in a year at the template's own cadence"),
  })
  .describe("what the template costs whoever fills it in");

/** What is said of every version; steps and guides come with `getTemplate`. */
const versionFields = {
  version: count,
  stage,
  ownerId: id.nullable().describe("organisation that published it; null for the built-in library"),
  ownerName: z.string().nullable().describe("null for the library and where the caller may not know it"),
  base: count.nullable().describe("the version it adapts"),
  cost: templateCost,
};

export const templateChange = z.object({
  part: z.enum(templateParts),
  change: z.enum(["added", "removed", "changed"]),
  code: z.string().nullable(),
  name: words.nullable(),
});

const adoption = z.object({
  organizationId: id,
  organizationName: z.string().nullable(),
  version: count,
  from: plainDate,
  to: plainDate.nullable().describe("last day; null while it goes on"),
});

const ofVersion = z.object({ ...organizationParams.shape, code: contentCode, version });

export const standardsEndpoints = {
  listTemplates: {
    summary: { zh: "模板：清单、标准、频次、填报成本", en: "Templates: list, standard, cadence, cost" },
    access: "template.read",
    query: z.object({
      which: z
        .enum(["all", ...templateGroups])
        .default("all")
        .describe("whose work"),
    }),
    answer: z.object({
      items: z.array(z.object({ ...versionFields, body: templateBody.omit({ steps: true, guides: true }) })),
    }),
  },
  getTemplate: {
    summary: { zh: "一个模板版本：流程、标准、指南、评审、变动", en: "One version of a template with its way so far" },
    access: "template.read",
    params: z.object({ code: contentCode, version }),
    answer: z.object({
      ...versionFields,
      body: templateBody,
      publishedAt: instant.nullable(),
      versions: z
        .array(z.object({ version: count, stage, ownerName: z.string().nullable(), base: count.nullable() }))
        .describe("every version of the template that concerns the caller, the newest first"),
      changes: z.array(templateChange).describe("what it changes of the version it adapts"),
      reviews: z.object({
        reviewers: count,
        means: z.record(z.enum(reviewCriteria), z.string()).nullable().describe("two decimals; null without reviewers"),
      }),
      acts: z.array(
        z.object({ act: z.enum(templateActs), from: stage, to: stage, reason: z.string(), doneAt: instant }),
      ),
      adoptions: z.array(adoption).describe("who works by it, as far as it concerns the caller"),
    }),
    refusals: ["not_found"],
  },
  diffTemplates: {
    summary: { zh: "两个模板版本的差异", en: "What differs between two versions of a template" },
    access: "template.read",
    params: z.object({ code: contentCode }),
    query: z.object({ from: version, to: version }),
    answer: z.object({ changes: z.array(templateChange) }),
    refusals: ["not_found"],
  },
  publishTemplate: {
    summary: {
      zh: "发布本单位的模板或改编上级模板",
      en: "Publish an own template, or an adaptation of one from above",
    },
    access: "template.manage",
    params: organizationParams,
    body: z.strictObject({
      body: templateBody,
      adapts: version
        .nullable()
        .describe("the version it adapts within what that leaves open; null for an own template"),
    }),
    answer: z.object({ code: z.string(), version: count }),
    refusals: [
      "template.code_taken",
      "template.base_unknown",
      "template.unchanged",
      "template.not_open",
      "template.less_often",
      "template.check_dropped",
      "template.field_dropped",
      "template.code_twice",
      "template.reference_unknown",
      "template.photograph_required",
    ],
  },
  moveTemplate: {
    summary: {
      zh: "试行、提请验收、推广、退回、废止",
      en: "Try out, accept, promote, send back or withdraw a version",
    },
    access: "template.manage",
    params: ofVersion,
    body: z.strictObject({ act: z.enum(templateActs), reason: text.min(1) }),
    answer: z.object({ stage }),
    refusals: [
      "template.version_unknown",
      "template.stage_not_allowed",
      "template.not_tried",
      "template.reviews_missing",
      "template.review_too_low",
    ],
  },
  reviewTemplate: {
    summary: { zh: "评审：实用性、规范性、针对性", en: "Review a version: practicality, conformity, relevance" },
    access: "template.review",
    params: ofVersion,
    body: z.strictObject({ practicality: score, conformity: score, relevance: score, note: text }),
    answer: z.object({ reviewers: count }),
    refusals: ["template.version_unknown", "template.own_review", "template.not_in_review"],
  },
  adoptTemplate: {
    summary: { zh: "采用模板版本（本级及以下）", en: "Work by a version, the organisation and all below" },
    access: "template.manage",
    params: organizationParams,
    body: z.strictObject({ code: contentCode, version, from: plainDate }),
    answer: z.object({ changed: z.boolean() }),
    refusals: ["template.version_unknown", "template.not_usable", "template.adopted_in_past"],
  },
  endTemplateAdoption: {
    summary: { zh: "停止采用，恢复上级版本", en: "End an adoption: what holds above holds again" },
    access: "template.manage",
    params: organizationParams,
    body: z.strictObject({ code: contentCode, from: plainDate }),
    answer: z.object({ version: count.nullable().describe("what holds then; null for none") }),
    refusals: ["template.not_adopted", "template.adopted_in_past"],
  },
  listTemplateAdoptions: {
    summary: { zh: "模板采用情况与覆盖率", en: "Who works by which version, and coverage by unit" },
    access: "template.read",
    params: organizationParams,
    query: z.object({ code: contentCode }),
    answer: z.object({
      inForce: count.nullable().describe("the version by which the organisation works today"),
      adoptions: z.array(adoption),
      coverage: z
        .object({
          owing: count.describe("organisations at and below that do this work"),
          covered: count.describe("of them, those for whom a version was adopted"),
          units: z.array(z.object({ organizationId: id, organizationName: z.string(), owing: count, covered: count })),
        })
        .describe("by unit directly below; the goal is all of them"),
    }),
    refusals: ["not_found"],
  },
} as const satisfies Record<string, Endpoint>;
