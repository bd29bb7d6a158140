import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import {
  characterSpacing,
  faces,
  firstLineIndent,
  footerDistance,
  lineHeight,
  margin,
  page,
  pageNumberIndent,
  tableLineHeight,
  textWidth,
} from "./official-page.ts";

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
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: [titleParagraph(title), ...blocks.map(written)],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function written(block: DocumentBlock): Paragraph | Table {
  switch (block.kind) {
    case "heading":
      return line(block.text, "heading", { keepNext: true, indent: { firstLine: firstLineIndent } });
    case "paragraph":
      return line(block.text, "body", { alignment: AlignmentType.JUSTIFIED, indent: { firstLine: firstLineIndent } });
    case "signature":
      return line(block.text, "body", { alignment: AlignmentType.RIGHT, indent: { right: firstLineIndent * 2 } });
    case "table":
      return table(block);
  }
}

const exactly = { line: lineHeight, lineRule: LineRuleType.EXACT } as const;

function line(
  text: string,
  face: keyof typeof faces,
  options: ConstructorParameters<typeof Paragraph>[0] & object,
): Paragraph {
  const run = new TextRun({ text: printable(text), characterSpacing, ...faces[face] });
  return new Paragraph({ spacing: exactly, widowControl: false, ...options, children: [run] });
}

function titleParagraph(title: string): Paragraph {
  const spacing = { line: 720, lineRule: LineRuleType.EXACT, before: lineHeight, after: lineHeight };
  return line(title, "title", { alignment: AlignmentType.CENTER, spacing });
}

const thin = { style: BorderStyle.SINGLE, size: 4, color: "000000" } as const;

/** The head stands on every page, and no row is cut. */
function table({ columns, rows }: Extract<DocumentBlock, { kind: "table" }>): Table {
  const widths = columns.map(({ share }) => Math.floor((textWidth * share) / 100));
  const cell = (text: string, index: number, face: "table" | "tableHead", left = 0) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { left: 60, right: 60, top: 20, bottom: 20 },
      children: [
        new Paragraph({
          spacing: { line: tableLineHeight, lineRule: LineRuleType.EXACT },
          widowControl: false,
          indent: { left },
          alignment: columns[index]?.align === "right" ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [new TextRun({ text: printable(text), ...faces[face] })],
        }),
      ],
    });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ heading }, index) => cell(heading, index, "tableHead")),
  });
  const body = rows.map(({ cells, depth = 0, strong = false }) => {
    const face = strong ? "tableHead" : "table";
    const children = cells.map((text, index) => cell(text, index, face, index === 0 ? depth * indentOfDepth : 0));
    return new TableRow({ cantSplit: true, children });
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: thin, bottom: thin, left: thin, right: thin, insideHorizontal: thin, insideVertical: thin },
    rows: [head, ...body],
  });
}

const indentOfDepth = 200;

function pageNumber(side: "left" | "right"): Footer {
  const run = new TextRun({ children: ["— ", PageNumber.CURRENT, " —"], ...faces.pageNumber });
  const indent = side === "right" ? { right: pageNumberIndent } : { left: pageNumberIndent };
  return new Footer({ children: [new Paragraph({ alignment: side, indent, children: [run] })] });
}

/** Without characters that XML can't hold, which would make the whole file unreadable. */
function printable(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "");
}
