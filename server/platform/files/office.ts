import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { archiveParts } from "../spreadsheets/check-archive.ts";

/** Papers with many pictures have many parts; a megabyte of text unpacks from a few kilobytes. */
const limits = { entries: 5000, unpacked: 128 * 1024 * 1024, ratio: 250 };
const officeOpen = "application/vnd.openxmlformats-officedocument.";
const kinds = [
  { main: "word/document.xml", mediaType: `${officeOpen}wordprocessingml.document` },
  { main: "xl/workbook.xml", mediaType: `${officeOpen}spreadsheetml.sheet` },
  { main: "ppt/presentation.xml", mediaType: `${officeOpen}presentationml.presentation` },
] as const;

const oldOffice = Buffer.from("d0cf11e0a1b11ae1", "hex");
const encryptedPackage = Buffer.from("EncryptedPackage", "utf16le");
/** Where a file of Word, Excel or PowerPoint keeps a program. */
const programs =
  /vbaProject|vbaData|macrosheets\/|activeX\/|embeddings\/.*\.(?:bin|exe|dll|js|vbs|bat|cmd|ps1|docm|xlsm|pptm)$/i;
/** Some programs declare what they might hold as a default; only what is declared of a part counts. */
const declaresProgram = /<Override\b[^<>]*(?:macroEnabled|vbaProject)/i;
const texts = /^(?:word|xl|ppt|docProps)\/.*\.xml$/;

/**
 * What a file of Office is by its parts: a paper, a refusal, or null where it is none. `look` is given the texts of its
 * parts, one paragraph or cell a line.
 */
export async function officeOf(
  bytes: Buffer,
  look: (text: string) => void,
): Promise<{ readonly mediaType: string } | Refusal | null> {
  if (bytes.subarray(0, 8).equals(oldOffice))
    return bytes.includes(encryptedPackage) ? refuse("file.encrypted") : refuse("file.kind_not_allowed");
  if (bytes.toString("latin1", 0, 4) !== "PK\u0003\u0004") return null;
  let declared = "";
  const parts = await archiveParts(bytes, limits, (name) => {
    if (name === "[Content_Types].xml")
      return (content) => {
        declared = xmlOf(content);
      };
    return texts.test(name) ? (content) => look(textOf(xmlOf(content))) : null;
  });
  if (parts === "bomb") return refuse("file.archive_too_large");
  if (parts === "encrypted") return refuse("file.encrypted");
  if (parts === "damaged") return refuse("file.damaged");
  const kind = kinds.find(({ main }) => parts.has(main));
  if (!kind || declared === "") return refuse("file.kind_not_allowed");
  if (declaresProgram.test(declared) || [...parts].some((name) => programs.test(name))) return refuse("file.macro");
  return declared.includes(`${kind.mediaType}.main+xml`)
    ? { mediaType: kind.mediaType }
    : refuse("file.kind_not_allowed");
}

function xmlOf(content: Buffer): string {
  const wide = content[0] === 0xff && content[1] === 0xfe ? "utf-16le" : content[0] === 0xfe ? "utf-16be" : "utf-8";
  return new TextDecoder(wide).decode(content);
}

const endOfLine =
  /<\/(?:\w+:)?(?:p|si|is|c|tc|row|text|title|subject|keywords|category|description|(?:odd|even|first)(?:Header|Footer))>|<(?:w|a):br\b[^<>]*>/g;
/** Words that stand in no paragraph: water marks, names of sheets. */
const inAttributes = /\s(?:string|name|descr|title)="([^"]*)"/g;
const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function textOf(xml: string): string {
  const beside = [...xml.matchAll(inAttributes)].map(([, words]) => words).join("\n");
  const lines = xml.replace(endOfLine, "\n").replace(/<[^<>]*>/g, "");
  return `${lines}\n${beside}`.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : 0;
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : (entities[name] ?? whole);
  });
}
