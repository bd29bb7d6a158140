import { faces, type Pdf, printable } from "./pdf-faces.ts";
import { margin, table as measures, page, textHeight, textWidth } from "./pdf-page.ts";
import type { DocumentBlock, DocumentRow } from "./write-document.ts";

type Table = Extract<DocumentBlock, { kind: "table" }>;

const { padding } = measures;
const foot = page.height - margin.bottom;

/** A table with thin lines: its head on every page, no row cut; only one that fills more than a page goes on on the next. */
export function drawTable(pdf: Pdf, table: Table): void {
  const head: DocumentRow = { cells: table.columns.map(({ heading }) => heading), strong: true };
  const room = textHeight - heightOf(pdf, table, head);
  if (pdf.y + 2 * heightOf(pdf, table, head) > foot) pdf.addPage();
  drawRow(pdf, table, head);
  for (const row of table.rows.flatMap((one) => piecesOf(pdf, table, one, room))) {
    if (pdf.y + heightOf(pdf, table, row) > foot) {
      pdf.addPage();
      drawRow(pdf, table, head);
    }
    drawRow(pdf, table, row);
  }
  pdf.x = margin.left;
  pdf.y += measures.line / 2;
}

function drawRow(pdf: Pdf, table: Table, row: DocumentRow): void {
  const height = heightOf(pdf, table, row);
  const top = pdf.y;
  let left: number = margin.left;
  table.columns.forEach(({ align }, index) => {
    const width = widthOf(table, index);
    pdf.lineWidth(0.5).rect(left, top, width, height).stroke();
    const inner = innerOf(table, row, index);
    const text = printable(row.cells[index] ?? "");
    const above = (height - textHeightOf(pdf, row, text, inner.width)) / 2;
    const { lineGap, width: room } = options(pdf, inner.width);
    // The gap of a line lies below its letters: half of it above them puts them into the middle.
    pdf.text(text, left + inner.left, top + above + lineGap / 2, { width: room, lineGap, align: align ?? "left" });
    left += width;
  });
  pdf.y = top + height;
}

function heightOf(pdf: Pdf, table: Table, row: DocumentRow): number {
  const heights = table.columns.map((_, index) =>
    textHeightOf(pdf, row, printable(row.cells[index] ?? ""), innerOf(table, row, index).width),
  );
  return Math.max(measures.line, ...heights) + 2 * padding;
}

function textHeightOf(pdf: Pdf, row: DocumentRow, text: string, width: number): number {
  pdf.font(row.strong ? faces.strong : faces.regular).fontSize(measures.size);
  return text === "" ? measures.line : pdf.heightOfString(text, options(pdf, width));
}

const options = (pdf: Pdf, width: number) => ({ width, lineGap: measures.line - pdf.currentLineHeight() });

const widthOf = ({ columns }: Table, index: number) => (textWidth * (columns[index]?.share ?? 0)) / 100;

function innerOf(table: Table, row: DocumentRow, index: number): { left: number; width: number } {
  const left = padding + (index === 0 ? (row.depth ?? 0) * measures.indent : 0);
  return { left, width: widthOf(table, index) - left - padding };
}

/** The row as it is where it fits on a page, else in pieces of which each does; nothing of the text is lost. */
function piecesOf(pdf: Pdf, table: Table, row: DocumentRow, room: number): DocumentRow[] {
  if (heightOf(pdf, table, row) <= room) return [row];
  const taken = row.cells.map((cell, index) => fitting(pdf, table, row, index, cell, room));
  const first = { ...row, cells: row.cells.map((cell, index) => cell.slice(0, taken[index])) };
  const rest = { ...row, cells: row.cells.map((cell, index) => cell.slice(taken[index])) };
  return [first, ...piecesOf(pdf, table, rest, room)];
}

/** So many characters of a cell, at least one, fit into the room; found by halving. */
function fitting(pdf: Pdf, table: Table, row: DocumentRow, index: number, cell: string, room: number): number {
  const { width } = innerOf(table, row, index);
  const fits = (length: number) =>
    textHeightOf(pdf, row, printable(cell.slice(0, length)), width) + 2 * padding <= room;
  if (fits(cell.length)) return cell.length;
  let [least, most] = [1, cell.length];
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2);
    if (fits(middle)) least = middle;
    else most = middle;
  }
  return least;
}
