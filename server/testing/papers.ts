import { deflateSync } from "node:zlib";
import { type ZipPart, zipOf } from "./workbooks.ts";

const part = (name: string, text: string): ZipPart => ({ name, bytes: Buffer.from(text) });
const office = "application/vnd.openxmlformats-officedocument.";
const types = (main: string, more = "") =>
  part("[Content_Types].xml", `<Types><Override PartName="/x" ContentType="${main}.main+xml"/>${more}</Types>`);
const runs = (text: string) => [...text].map((sign) => `<w:r><w:rPr><w:b/></w:rPr><w:t>${sign}</w:t></w:r>`).join("");

/** A Word file of these paragraphs, each sign in a run of its own as Word likes to have it. */
export function docx(paragraphs: readonly string[], more: readonly ZipPart[] = [], declared = ""): Buffer {
  const body = paragraphs.map((text) => `<w:p><w:pPr/>${runs(text)}</w:p>`).join("");
  return zipOf([
    types(`${office}wordprocessingml.document`, declared),
    part("word/document.xml", `<w:document><w:body>${body}</w:body></w:document>`),
    ...more,
  ]);
}

/** A presentation with one slide of these lines. */
export function pptx(lines: readonly string[]): Buffer {
  const body = lines.map((text) => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`).join("");
  return zipOf([
    types(`${office}presentationml.presentation`),
    part("ppt/presentation.xml", "<p:presentation/>"),
    part("ppt/slides/slide1.xml", `<p:sld>${body}</p:sld>`),
  ]);
}

/** A PDF with these objects and this content of its page, packed or not. */
export function pdf({ objects = "", page = "", packed = false, trailer = "" } = {}): Buffer {
  const content = packed ? deflateSync(Buffer.from(page, "latin1")) : Buffer.from(page, "latin1");
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n${objects}\n`, "latin1"),
    Buffer.from(`4 0 obj\n<< /Length ${content.length}${packed ? " /Filter /FlateDecode" : ""} >>\nstream\n`),
    content,
    Buffer.from(`\nendstream\nendobj\nxref\n0 1\ntrailer\n<< /Root 1 0 R ${trailer} >>\nstartxref\n9\n%%EOF\n`),
  ]);
}

/** A string of a PDF in UTF-16, as most programs write Chinese titles. */
export function pdfString(text: string): string {
  return `<FEFF${Buffer.from(text, "utf16le").swap16().toString("hex")}>`;
}
