import type { FastifyReply } from "fastify";

/** A file that a write made for its caller, to be kept or printed. */
export type FileAnswer = { readonly bytes: Buffer; readonly mediaType: string; readonly fileName: string };

/** Sends it under its own name; programs that know only plain names get one without it. */
export function sendFile(reply: FastifyReply, { bytes, mediaType, fileName }: FileAnswer): FastifyReply {
  const ending = fileName.slice(fileName.lastIndexOf("."));
  return reply
    .type(mediaType)
    .header(
      "content-disposition",
      `attachment; filename="file${ending}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    )
    .send(bytes);
}
