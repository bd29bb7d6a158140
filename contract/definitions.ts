import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { count, id, instant, next, organizationParams, page, plainDate, words } from "./shapes.ts";
import { templateChange, templateCost } from "./standards.ts";

/** Code of an indicator or scheme: lower case, digits and underscores. */
export const definitionCode = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, "request.field.small_code_form");
const definitionKind = z.enum(["indicator", "scheme"]);
const version = z.coerce.number().int().min(1).max(1_000_000);
const draftKind = z.enum([...definitionKind.options, "template"]);
const draftParams = organizationParams.extend({ kind: draftKind, code: definitionCode });
const revision = count.describe("rises with each save");
/** The body as the library writes it: domain/assessment/definitions/indicator.ts and scheme.ts. */
const body = z.record(z.string(), z.unknown());

const ownership = {
  ownerId: id.nullable().describe("organisation that made it; null for the built-in library"),
  ownerName: z.string().nullable().describe("null for the library, and for what lies outside the caller's places"),
  publishedAt: instant.nullable(),
};
const note = z.string().nullable().describe("why it was published, in the words of whoever did");
const listedVersion = z.object({ version: count, name: words, note, ...ownership });
const change = z.object({
  of: z.enum(["leaf", "node", "grade", "veto", "proportion", "parameter"]),
  code: z.string().describe("the indicator, node, grade or veto; the parameter's own name"),
  change: z.enum(["added", "removed", "changed"]),
  property: z.string().nullable().describe("what of it changed; null where all came or went"),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
const adoption = z.object({
  organizationId: id,
  organizationName: z.string().nullable().describe("null for what lies outside the caller's places"),
  periodFrom: plainDate.describe("first day of the first period it holds for"),
  periodTo: plainDate.nullable().describe("last day before it ended; null while it goes on"),
  version: count,
});
/** What is wrong with a definition: where, and a code that the catalogue words in both languages. */
export const definitionProblem = z.object({
  path: z.string(),
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const definitionsEndpoints = {
  listIndicators: {
    summary: { zh: "指标库", en: "The library of indicators" },
    access: "scheme.read",
    query: z.object({ ...page }),
    answer: z.object({
      items: z.array(
        z.object({
          code: definitionCode,
          name: words,
          dimension: z.string(),
          form: z.string().describe("how it adds up: ratio, sum, judges, formula …"),
          source: z.string().describe("system, or the code of an imported source"),
          unit: words.nullable(),
          owner: words.nullable().describe("department that answers for it"),
          basis: words,
          fields: count.describe("fields it makes a branch type in a month"),
          versions: z.array(listedVersion).describe("the newest first"),
        }),
      ),
      next,
    }),
  },
  getIndicator: {
    summary: { zh: "一个指标版本", en: "One version of an indicator" },
    access: "scheme.read",
    params: z.object({ code: definitionCode, version }),
    answer: z.object({
      body,
      checksum: z.string(),
      ...ownership,
      usedBy: z.array(z.object({ code: definitionCode, version: count })).describe("schemes that name this version"),
    }),
  },
  listSchemes: {
    summary: { zh: "考核方案", en: "Schemes" },
    access: "scheme.read",
    query: z.object({ ...page }),
    answer: z.object({
      items: z.array(
        z.object({
          code: definitionCode,
          name: words,
          cadence: z.string(),
          subject: z.string(),
          versions: z.array(listedVersion.extend({ adapts: count.nullable() })).describe("the newest first"),
          adoptions: z.array(adoption),
          fields: count.describe("fields its newest version makes a branch type in a month"),
        }),
      ),
      next,
    }),
  },
  getScheme: {
    summary: { zh: "一个方案版本", en: "One version of a scheme" },
    access: "scheme.read",
    params: z.object({ code: definitionCode, version }),
    answer: z.object({
      body,
      checksum: z.string(),
      ...ownership,
      adoptions: z.array(adoption).describe("of this version"),
      cost: z.object({
        fields: count.describe("fields it makes a branch type in a month"),
        indicators: z.array(z.object({ code: definitionCode, version: count, name: words, fields: count })),
      }),
    }),
  },
  diffSchemes: {
    summary: { zh: "两个方案版本的差别", en: "What differs between two versions of a scheme" },
    access: "scheme.read",
    params: z.object({ code: definitionCode }),
    query: z.object({ from: version, to: version }),
    answer: z.object({
      changes: z.array(change),
    }),
  },
  listDrafts: {
    summary: { zh: "指标、方案与模板草稿", en: "Drafts of indicators, schemes and templates" },
    access: "scheme.manage",
    params: organizationParams,
    answer: z.object({
      items: z.array(z.object({ kind: draftKind, code: definitionCode, revision, changedAt: instant })),
    }),
  },
  getDraft: {
    summary: { zh: "一份草稿", en: "One draft" },
    access: "scheme.manage",
    params: draftParams,
    answer: z.object({ text: z.string(), revision, changedAt: instant }),
    refusals: ["draft.none"],
  },
  saveDraft: {
    summary: { zh: "保存草稿（照原样保存）", en: "Save a draft, exactly as typed" },
    access: "scheme.manage",
    params: draftParams,
    body: z.strictObject({
      text: z.string().max(200_000).describe("YAML or JSON; checked when it is published"),
      revision: z.int().min(0).describe("the revision it was read at; 0 for a new draft"),
    }),
    answer: z.object({ revision }),
    refusals: ["draft.changed_meanwhile", "draft.not_text"],
  },
  deleteDraft: {
    summary: { zh: "删除草稿", en: "Delete a draft" },
    access: "scheme.manage",
    params: draftParams,
    answer: z.object({}),
    refusals: ["draft.none"],
  },
  validateDraft: {
    summary: { zh: "检查草稿", en: "What stands against publishing a draft" },
    access: "scheme.manage",
    params: draftParams,
    answer: z.object({
      revision,
      version: count.describe("that it would become"),
      problems: z.array(definitionProblem),
      against: count
        .nullable()
        .describe("the version in force at the organisation today, else the newest; null where there is none"),
      outcome: z
        .object({
          changes: z.array(change).describe("what differs from that version"),
          fieldsBefore: count.nullable().describe("fields a month that version makes a branch type"),
          fields: count.describe("fields a month that the draft would make it type"),
        })
        .nullable()
        .describe("of a scheme that can be read as one, with or without other problems"),
      template: z
        .object({
          changes: z.array(templateChange).describe("what differs from the version it adapts"),
          cost: templateCost,
          costBefore: templateCost.nullable().describe("of the version it adapts"),
        })
        .nullable()
        .describe("of a template that can be read as one, with or without other problems"),
    }),
    refusals: ["draft.none"],
  },
  publishDraft: {
    summary: { zh: "发布草稿为新版本", en: "Publish a draft as the next version, which never changes" },
    access: "scheme.manage",
    params: draftParams.extend({ kind: definitionKind }),
    body: z.strictObject({
      revision: z.int().min(1).describe("the revision that was read"),
      note: z.string().trim().max(500).default("").describe("why it is published; shown with the version"),
    }),
    answer: z.object({ code: definitionCode, version: count, checksum: z.string() }),
    refusals: ["draft.none", "draft.changed_meanwhile", "draft.not_publishable", "definition.red_line"],
  },
  adoptScheme: {
    summary: {
      zh: "启用方案：本组织及其下级自某期起使用（逐级考核）",
      en: "Use a version of a scheme for an organisation and all below, from a period on",
    },
    access: "scheme.manage",
    params: organizationParams,
    body: z.strictObject({
      code: definitionCode,
      version: z.int().min(1),
      periodFrom: plainDate.describe("first day of a period of the scheme"),
    }),
    answer: z.object({
      changed: z.boolean(),
      organizations: count.describe("whose sheets are scored again"),
    }),
    refusals: [
      "adoption.version_unknown",
      "adoption.not_assessing",
      "adoption.not_a_period",
      "adoption.period_closed",
      "adoption.version_too_new",
      "adoption.not_within_above",
    ],
  },
  endAdoption: {
    summary: {
      zh: "停用方案：本组织自某期起不再单独采用，改用上级的（上级没有则不再考核）",
      en: "End an adoption from a period on: what is adopted above holds again, or nothing",
    },
    access: "scheme.manage",
    params: organizationParams,
    body: z.strictObject({
      code: definitionCode,
      periodFrom: plainDate.describe("first day of the first period it holds for no longer"),
    }),
    answer: z.object({ version: z.int().nullable().describe("version in force from then on; null for none") }),
    refusals: ["adoption.none_here", "adoption.newer_adopted", "adoption.not_a_period", "adoption.period_closed"],
  },
} as const satisfies Record<string, Endpoint>;
