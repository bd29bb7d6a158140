import { inflateSync } from "node:zlib";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";

/** What all streams of a paper may come to, and one of them. */
const mostUnpacked = 128 * 1024 * 1024;
const mostOfStream = 32 * 1024 * 1024;

/**
 * What a PDF is by its structure: a paper, a refusal, or null where it is none. `look` is given the strings that stand in
 * it and in its packed streams; words that are drawn by the numbers of their glyphs can't be read.
 */
export function pdfOf(bytes: Buffer, look: (text: string) => void): { readonly mediaType: string } | Refusal | null {
  if (!/^%PDF-[12]\.\d/.test(bytes.toString("latin1", 0, 8))) return null;
  const tail = bytes.toString("latin1", Math.max(0, bytes.length - 2048));
  if (!/startxref\s+\d+\s+%%EOF\s*$/.test(tail)) return refuse("file.damaged");
  const streams = streamsOf(bytes);
  if (streams === null) return refuse("file.archive_too_large");
  const { outside, objects, drawn } = streams;
  for (const text of [outside, ...objects]) {
    const named = text.replace(/#([\da-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
    if (/\/Encrypt\b/.test(named)) return refuse("file.encrypted");
    if (/\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia)\b/.test(named)) return refuse("file.macro");
  }
  for (const text of [outside, ...objects, ...drawn]) look(stringsIn(text));
  return { mediaType: "application/pdf" };
}

type Streams = { outside: string; objects: string[]; drawn: string[] };

/** The text between the streams, packed objects, and what the other readable streams draw; null where it is too much. */
function streamsOf(bytes: Buffer): Streams | null {
  const found: Streams = { outside: "", objects: [], drawn: [] };
  let unpacked = 0;
  let from = 0;
  for (let at = bytes.indexOf("stream"); at >= 0; at = bytes.indexOf("stream", from)) {
    const before = bytes.toString("latin1", from, at);
    found.outside += `${before} `;
    from = at + 6;
    if (!before.trimEnd().endsWith(">>")) continue;
    const start = bytes[from] === 0x0d ? from + 2 : from + 1;
    const end = bytes.indexOf("endstream", start);
    if (end < 0) break;
    from = end + 9;
    // A longer dictionary is no dictionary of a stream; one that looks like it must not take long.
    const about = before.slice(Math.max(before.lastIndexOf(" obj"), before.length - 4096, 0));
    if (/\/Subtype\s*\/Image\b/.test(about)) continue;
    const content = contentOf(bytes.subarray(start, end), about);
    if (content === null) return null;
    unpacked += content.length;
    if (unpacked > mostUnpacked) return null;
    (/\/Type\s*\/ObjStm\b/.test(about) ? found.objects : found.drawn).push(content);
  }
  found.outside += bytes.toString("latin1", from);
  return found;
}

/** What a stream holds, where it is packed in the usual way or not at all; empty where it can't be read, null for a bomb. */
function contentOf(packed: Buffer, about: string): string | null {
  if (!/\/Filter\b/.test(about)) return packed.toString("latin1");
  if (!/\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\s*[\]/>\r\n ]/.test(about) || /DecodeParms/.test(about)) return "";
  try {
    return inflateSync(packed, { maxOutputLength: mostOfStream }).toString("latin1");
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? null : "";
  }
}

/** The strings of a piece of PDF, one a line; those of one array belong together. */
function stringsIn(text: string): string {
  const lines: string[] = [];
  let array: string | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "[") array = "";
    else if (sign === "]") {
      if (array) lines.push(readable(array));
      array = null;
    } else if (sign === "(" || sign === "<") {
      const { piece, end } = sign === "(" ? literalAt(text, at) : hexAt(text, at);
      at = end;
      if (array === null) lines.push(readable(piece));
      else array += piece;
    }
  }
  if (array) lines.push(readable(array));
  return lines.join("\n");
}

type Piece = { readonly piece: string; readonly end: number };
const longestString = 64 * 1024;

/** A string in brackets, which may hold balanced brackets; `end` is where it was read to. */
function literalAt(text: string, start: number): Piece {
  let depth = 0;
  let at = start;
  for (; at < text.length && at - start < longestString; at += 1) {
    const sign = text[at];
    if (sign === "\\") at += 1;
    else if (sign === "(") depth += 1;
    else if (sign === ")") depth -= 1;
    if (depth === 0) break;
  }
  const inner = text.slice(start + 1, at);
  return { piece: inner.replace(/\\(?:([0-7]{1,3})|(\r\n?|\n)|([\s\S]))/g, unescaped), end: at };
}

function hexAt(text: string, start: number): Piece {
  let at = start + 1;
  while (at < text.length && at - start < longestString && /[\da-fA-F\s]/.test(text[at] as string)) at += 1;
  const isString = text[at] === ">";
  const digits = isString ? text.slice(start + 1, at).replace(/\s/g, "") : "";
  return { piece: Buffer.from(digits, "hex").toString("latin1"), end: isString ? at : start };
}

const escapes: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "", f: "\n" };

function unescaped(_whole: string, octal?: string, broken?: string, letter = ""): string {
  if (octal) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
  return broken ? "" : (escapes[letter] ?? letter);
}

/** Strings name no encoding but by their first bytes; the others are UTF-8 or what Chinese Windows writes. */
function readable(piece: string): string {
  const bytes = Buffer.from(piece, "latin1");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
