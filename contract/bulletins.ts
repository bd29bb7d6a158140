import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { count, id, instant, month, next, organizationParams, page, plainDate } from "./shapes.ts";

const text = (most: number) => z.string().trim().max(most);

/** What is typed; everything else of a 通报 are figures. Paragraphs are lines. */
const texts = z.strictObject({
  number: text(40).describe("发文字号"),
  recipient: text(200).describe("主送, without its colon"),
  opening: text(1000),
  requirements: text(2000).describe("下一步工作要求"),
  closing: text(1000),
  copies: text(200).describe("抄送"),
});

const block = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("heading"), text: z.string() }),
  z.object({ kind: z.literal("paragraph"), text: z.string() }),
  z.object({ kind: z.literal("signature"), text: z.string() }),
  z.object({
    kind: z.literal("table"),
    columns: z
      .array(
        z.object({
          heading: z.string(),
          share: z.number().describe("of the width, in hundredths"),
          align: z.literal("right").exactOptional(),
        }),
      )
      .readonly(),
    rows: z
      .array(
        z.object({
          cells: z.array(z.string()).readonly(),
          depth: count.exactOptional(),
          strong: z.boolean().exactOptional(),
        }),
      )
      .readonly(),
  }),
]);

/** A 通报 as it is printed; an empty text leaves its line out. */
export const notice = z.object({
  title: z.string(),
  mark: z.string().describe("in the head of every page: 草稿"),
  issuer: z.string(),
  number: z.string(),
  recipient: z.string(),
  blocks: z.array(block).readonly(),
  imprint: z.object({ copies: z.string(), issuer: z.string(), date: z.string() }).describe("版记"),
  proof: z.string().describe("newest signed head of the audit"),
});

const monthParams = organizationParams.extend({ month });

export const bulletinsEndpoints = {
  getBulletin: {
    summary: { zh: "某月通报：已填文字和预览", en: "The bulletin of a month: what was typed, and a preview" },
    access: "dashboard.read",
    params: monthParams,
    answer: z.object({
      organizationId: id,
      organizationName: z.string(),
      month,
      today: plainDate,
      texts,
      leadingOnly: z.boolean().describe("names only those that lead"),
      revision: count.describe("0 before anything was saved for this month"),
      boardsUnpublished: z.boolean().describe("no board of the month is published: the bulletin names no ranks"),
      notice,
    }),
    refusals: ["bulletin.month_ahead"],
  },
  saveBulletin: {
    summary: { zh: "保存通报文字", en: "Save what is typed for a bulletin" },
    access: "board.prepare",
    params: monthParams,
    body: z.strictObject({
      texts,
      leadingOnly: z.boolean(),
      revision: count.describe("the one that was read; 0 for the first time"),
    }),
    answer: z.object({ revision: count }),
    refusals: ["bulletin.month_ahead", "bulletin.control_characters", "bulletin.saved_by_other"],
  },
  makeBulletin: {
    summary: { zh: "生成通报草稿", en: "Make a bulletin of the figures as they are and what was saved" },
    access: "board.prepare",
    params: monthParams,
    answer: z.object({ bulletinId: id }),
    refusals: ["bulletin.month_ahead"],
  },
  listBulletins: {
    summary: { zh: "已生成的通报", en: "Bulletins that were made, the latest first" },
    access: "dashboard.read",
    params: organizationParams,
    query: z.object({ ...page, limit: page.limit.default(20) }),
    answer: z.object({
      items: z.array(
        z.object({ id, month, title: z.string(), madeAt: instant, madeBy: z.string(), digest: z.string() }),
      ),
      next,
    }),
  },
  getBulletinFile: {
    summary: { zh: "下载通报（Word）", en: "A bulletin as Word, as it was made" },
    access: "dashboard.read",
    params: organizationParams.extend({ bulletinId: id }),
    binaryAnswer: true,
    answer: z.unknown(),
  },
} as const satisfies Record<string, Endpoint>;
