import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import { characterSpacing, faces, firstLineIndent, lineHeight, tableLineHeight, textWidth } from "./official-page.ts";
import type { DocumentBlock } from "./write-document.ts";

/** One block as Word has it. */
export function written(block: DocumentBlock): Paragraph | Table {
  switch (block.kind) {
    case "heading":
      return line(block.text, "heading", { keepNext: true, indent: { firstLine: firstLineIndent } });
    case "paragraph":
      return line(block.text, "body", { alignment: AlignmentType.JUSTIFIED, indent: { firstLine: firstLineIndent } });
    case "signature":
      return line(block.text, "body", {
        alignment: AlignmentType.RIGHT,
        indent: { right: firstLineIndent * 2 },
        keepNext: true,
      });
    case "table":
      return table(block);
  }
}

export const exactly = { line: lineHeight, lineRule: LineRuleType.EXACT } as const;

/** A paragraph of one face whose lines have exactly the height of an official document. */
export function line(
  text: string,
  face: keyof typeof faces,
  options: ConstructorParameters<typeof Paragraph>[0] & object,
): Paragraph {
  const run = new TextRun({ text: printable(text), characterSpacing, ...faces[face] });
  return new Paragraph({ spacing: exactly, widowControl: false, ...options, children: [run] });
}

export function titleParagraph(title: string): Paragraph {
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

/** Without characters that XML can't hold, which would make the whole file unreadable. */
export function printable(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "");
}
