import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from "docx";
import { printable, titleParagraph, written } from "./document-blocks.ts";
import { faces, footerDistance, margin, page, pageNumberIndent } from "./official-page.ts";

/** A row of a table; `depth` indents its first cell, `strong` sets it in the heading's face. */
export type DocumentRow = { readonly cells: readonly string[]; readonly depth?: number; readonly strong?: boolean };
export type DocumentBlock =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  /** The last lines of a document, set to the right. */
  | { readonly kind: "signature"; readonly text: string }
  | {
      readonly kind: "table";
      /** Headings with their share of the width, in hundredths. */
      readonly columns: readonly { readonly heading: string; readonly share: number; readonly align?: "right" }[];
      readonly rows: readonly DocumentRow[];
    };
export type OfficialDocument = { readonly title: string; readonly blocks: readonly DocumentBlock[] };

/** A Word file in the layout of an official document, with page numbers outside on both sides of the sheet. */
export function writeDocument({ title, blocks }: OfficialDocument): Promise<Buffer> {
  const document = new Document({
    title: printable(title),
    creator: "DutyLoop",
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: { size: page, margin: { ...margin, footer: footerDistance } },
        },
        footers: pageNumbers(),
        children: [titleParagraph(title), ...blocks.map(written)],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** Page numbers outside on both sides of the sheet. */
export function pageNumbers(): { default: Footer; even: Footer } {
  return { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) };
}

function pageNumber(side: "left" | "right"): Footer {
  const run = new TextRun({ children: ["— ", PageNumber.CURRENT, " —"], ...faces.pageNumber });
  const indent = side === "right" ? { right: pageNumberIndent } : { left: pageNumberIndent };
  return new Footer({ children: [new Paragraph({ alignment: side, indent, children: [run] })] });
}
