import { faces, openPdf, type Pdf, printable } from "./pdf-faces.ts";
import { body, margin, page, pageNumber, textHeight, textWidth, title as titleFace } from "./pdf-page.ts";
import { drawTable } from "./pdf-table.ts";
import type { DocumentBlock, OfficialDocument } from "./write-document.ts";

/**
 * The same document as `writeDocument` as PDF, ready to print: A4 with the margins of an official document, the head of a
 * table on every page, no row cut in two, page numbers outside on both sides of the sheet.
 */
export async function writePdf({ title, blocks }: OfficialDocument): Promise<Buffer> {
  const pdf = openPdf(title);
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<void>((resolve, reject) => {
    pdf.on("end", resolve);
    pdf.on("error", reject);
  });
  writeLines(pdf, title, { face: faces.strong, ...titleFace, align: "center" });
  pdf.y += body.line / 2;
  for (const block of blocks) written(pdf, block);
  numberPages(pdf);
  pdf.end();
  await finished;
  return Buffer.concat(chunks);
}

function written(pdf: Pdf, block: DocumentBlock): void {
  switch (block.kind) {
    case "heading":
      // A heading doesn't stand alone at the foot of a page.
      if (pdf.y + 2 * body.line > page.height - margin.bottom) pdf.addPage();
      writeLines(pdf, block.text, { face: faces.strong, ...body, indent: 2 * body.size });
      break;
    case "paragraph":
      writeLines(pdf, block.text, { face: faces.regular, ...body, indent: 2 * body.size, align: "justify" });
      break;
    case "signature":
      writeLines(pdf, block.text, { face: faces.regular, ...body, align: "right", rightIn: 4 * body.size });
      break;
    case "table":
      drawTable(pdf, block);
      break;
  }
}

type Lines = {
  readonly face: string;
  readonly size: number;
  readonly line: number;
  readonly spacing?: number;
  readonly indent?: number;
  readonly align?: "center" | "right" | "justify";
  readonly rightIn?: number;
};

/** Text in lines of exactly this height; goes on over the end of the page. */
function writeLines(pdf: Pdf, text: string, { face, size, line, spacing = 0, indent = 0, align, rightIn = 0 }: Lines) {
  pdf.font(face).fontSize(size);
  pdf.text(printable(text), margin.left, pdf.y, {
    width: textWidth - rightIn,
    lineGap: line - pdf.currentLineHeight(),
    characterSpacing: spacing,
    indent,
    ...(align === undefined ? {} : { align }),
  });
}

function numberPages(pdf: Pdf): void {
  const { count } = pdf.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(index);
    // Below the text area nothing may begin a new page.
    pdf.page.margins.bottom = 0;
    pdf.font(faces.regular).fontSize(pageNumber.size);
    pdf.text(`— ${index + 1} —`, margin.left + pageNumber.indent, margin.top + textHeight + pageNumber.below, {
      width: textWidth - 2 * pageNumber.indent,
      align: index % 2 === 0 ? "right" : "left",
      lineBreak: false,
    });
  }
}
