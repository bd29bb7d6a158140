import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { count, id, instant, next, organizationParams, page } from "./shapes.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const kindRefusals = [
  "file.empty",
  "file.kind_not_allowed",
  "file.encrypted",
  "file.macro",
  "file.archive_too_large",
  "file.damaged",
  "file.quarantined",
] as const;

const upload = z.object({
  id,
  size: count,
  received: count.describe("bytes that are there; the next piece begins with the one after"),
  file: z
    .object({ id: sha256.describe("SHA-256 of the file as it is kept"), mediaType: z.string(), size: count })
    .nullable()
    .describe("what it became once all of it was there"),
});

const quarantined = z.object({
  id,
  organizationId: id,
  organizationName: z.string(),
  name: z.string().describe("as the sender called it"),
  size: count,
  marking: z.string(),
  foundIn: z.enum(["name", "content"]),
  sentBy: z.string(),
  sentAt: instant,
  own: z.boolean().describe("sent by the caller, who therefore can't handle it"),
  outcome: z.enum(["cleared", "misjudged"]).nullable().describe("null while it is open"),
  note: z.string().nullable(),
  handledBy: z.string().nullable(),
  handledAt: instant.nullable(),
});

/** Files that arrive in pieces, and those that were kept apart because they bear a marking of secrecy (PRV-21). */
export const filesEndpoints = {
  beginUpload: {
    summary: { zh: "开始上传一个文件（断了可续传）", en: "Begin to upload a file, to be gone on with after a break" },
    access: "file.upload",
    params: organizationParams,
    body: z.strictObject({
      name: z.string().trim().min(1).max(255).describe("searched for markings; says nothing about the kind"),
      size: z.int().min(0).max(2_000_000_000),
      sha256: sha256.describe("of the whole; whoever sends the same again goes on where he stopped"),
    }),
    answer: upload,
    refusals: ["file.empty", "file.quarantined", "upload.too_large", "upload.too_many"],
  },
  appendUpload: {
    summary: { zh: "上传下一段（最多 1 MB）", en: "Send the next piece, of 1 MB at most" },
    access: "file.upload",
    params: z.object({ uploadId: id }),
    query: z.object({
      offset: z.coerce.number().int().min(0).describe("where the piece begins: what the server has received"),
    }),
    binaryBody: "application/octet-stream",
    binaryLimit: 1024 * 1024,
    answer: upload.describe("with the last piece the file is checked and kept"),
    refusals: [
      ...kindRefusals,
      "upload.offset",
      "upload.too_long",
      "upload.hash_differs",
      "upload.expired",
      "request.body_too_large",
    ],
  },
  getUpload: {
    summary: { zh: "自己的一个上传到了哪里", en: "How far an upload of one's own is" },
    access: "file.upload",
    params: z.object({ uploadId: id }),
    answer: upload,
    refusals: ["upload.expired"],
  },
  listQuarantined: {
    summary: { zh: "隔离的涉密标志文件", en: "Files in quarantine for their marking" },
    access: "file.quarantine",
    params: organizationParams,
    query: z.object({ ...page, state: z.enum(["open", "handled"]).optional() }),
    answer: z.object({ items: z.array(quarantined), next }),
  },
  handleQuarantined: {
    summary: {
      zh: "登记误传文件的处置，隔离的内容随即销毁",
      en: "Enter how a file was handled; its content is erased",
    },
    access: "file.quarantine",
    params: z.object({ quarantinedId: id }),
    body: z.strictObject({
      outcome: z.enum(["cleared", "misjudged"]).describe("misjudged: the same content may be sent again"),
      note: z.string().trim().min(1).max(500).describe("to whom it was reported and what was done"),
    }),
    answer: z.object({ id, outcome: z.enum(["cleared", "misjudged"]) }),
    refusals: ["quarantine.handled_already", "quarantine.own_upload"],
  },
} as const satisfies Record<string, Endpoint>;
