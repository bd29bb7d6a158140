import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";

export type ArchiveLimits = {
  readonly bytes: number;
  readonly entries: number;
  readonly unpacked: number;
  /** How many times larger than packed a part may be. */
  readonly ratio: number;
};
/** What a workbook may be at most; one that holds ten thousand rows stays far below. */
export const archiveLimits: ArchiveLimits = {
  bytes: 10 * 1024 * 1024,
  entries: 500,
  unpacked: 32 * 1024 * 1024,
  ratio: 250,
};
/** A small part may shrink by any factor. */
const ratioCountsFrom = 1024 * 1024;

const oldOffice = Buffer.from("d0cf11e0a1b11ae1", "hex");
const zipStart = Buffer.from("504b0304", "hex");
const encryptedPart = Buffer.from("EncryptedPackage", "utf16le");

/**
 * Looks at a file before anything parses it: a ZIP archive with the parts of an .xlsx, of bearable size. Each part is
 * unpacked once and counted, because the sizes an archive states about itself may be lies. Answers a refusal or null.
 */
export async function archiveRefusal(bytes: unknown, limits = archiveLimits): Promise<Refusal | null> {
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) return refuse("workbook.empty");
  if (bytes.length > limits.bytes)
    return refuse("workbook.too_large", { megabytes: Math.floor(limits.bytes / 1024 / 1024) });
  if (bytes.subarray(0, 8).equals(oldOffice))
    return refuse(bytes.includes(encryptedPart) ? "workbook.password_protected" : "workbook.old_format");
  if (!bytes.subarray(0, 4).equals(zipStart)) return refuse("workbook.not_xlsx");
  const parts = await archiveParts(bytes, limits);
  if (parts === "bomb") return refuse("workbook.bomb");
  if (parts === "encrypted") return refuse("workbook.password_protected");
  if (parts === "damaged") return refuse("workbook.damaged");
  return parts.has("[Content_Types].xml") && parts.has("xl/workbook.xml") ? null : refuse("workbook.not_xlsx");
}

/** Takes the content of a part that it wants to see; null for one that is only counted. */
export type PartReader = (name: string) => ((content: Buffer) => void) | null;
const readsNothing: PartReader = () => null;

/** Names of the parts of an archive, each unpacked once and counted, or what is wrong with it. */
export async function archiveParts(
  bytes: Buffer,
  limits: Omit<ArchiveLimits, "bytes">,
  readerOf = readsNothing,
): Promise<ReadonlySet<string> | "bomb" | "encrypted" | "damaged"> {
  try {
    return await partsOf(await fromBufferPromise(bytes), limits, readerOf);
  } catch {
    return "damaged";
  }
}

async function partsOf(
  archive: ZipFile,
  limits: Omit<ArchiveLimits, "bytes">,
  readerOf: PartReader,
): Promise<ReadonlySet<string> | "bomb" | "encrypted" | "damaged"> {
  if (archive.entryCount > limits.entries) return "bomb";
  const names = new Set<string>();
  let unpacked = 0;
  for await (const entry of archive.eachEntry()) {
    if (entry.isEncrypted()) return "encrypted";
    if (names.has(entry.fileName)) return "damaged";
    names.add(entry.fileName);
    unpacked += entry.uncompressedSize;
    if (unpacked > limits.unpacked || isBomb(entry, limits.ratio)) return "bomb";
    const read = readerOf(entry.fileName);
    const chunks: Buffer[] = [];
    // Ends in an error where the part is longer or shorter than the archive states.
    for await (const chunk of await archive.openReadStreamPromise(entry)) if (read) chunks.push(chunk as Buffer);
    read?.(Buffer.concat(chunks));
  }
  return names;
}

function isBomb({ compressedSize, uncompressedSize }: Entry, ratio: number): boolean {
  return uncompressedSize > ratioCountsFrom && uncompressedSize > ratio * compressedSize;
}
