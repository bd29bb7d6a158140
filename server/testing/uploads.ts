import { createHash } from "node:crypto";
import type { Client, Got } from "./client.ts";

export const digestOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

export function announce(
  client: Client,
  organizationId: string,
  bytes: Buffer,
  over: { name?: string; sha256?: string; size?: number } = {},
) {
  const body = { name: "file", size: bytes.length, sha256: digestOf(bytes), ...over };
  return client.call("beginUpload", { params: { organizationId }, body });
}

export function put(client: Client, uploadId: string, offset: number, piece: Buffer): Promise<Got<"appendUpload">> {
  const headers = { "content-type": "application/octet-stream" };
  return client.call("appendUpload", { params: { uploadId }, query: { offset }, raw: piece, headers });
}

/** The whole file in two pieces; the answer to the second, or to the announcement where that is refused. */
export async function send(
  client: Client,
  organizationId: string,
  bytes: Buffer,
  name = "file",
): Promise<Got<"beginUpload"> | Got<"appendUpload">> {
  const begun = await announce(client, organizationId, bytes, { name });
  if (begun.status !== 200) return begun;
  const { id } = begun.answer;
  const middle = Math.floor(bytes.length / 2);
  if (middle > 0) await put(client, id, 0, bytes.subarray(0, middle));
  return put(client, id, middle, bytes.subarray(middle));
}
