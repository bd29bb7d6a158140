import { importedKinds } from "@dutyloop/contract/inputs.ts";
import type { FactKind } from "@dutyloop/domain/assessment/things.ts";
import { isRefusal, type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { type Cell, codeOf, dateOf, decimalOf, type Reading, textOf } from "../../../platform/spreadsheets/cells.ts";
import type { Row, Sheet } from "../../../platform/spreadsheets/read-workbook.ts";
import type { ReadDelivery } from "./deliver.ts";
import type { DeliveryEntry, FigureEntry, ImportProblem } from "./deliveries.ts";
import { type FigureColumn, figureColumns, receiptColumns, severityWords, sheetNames } from "./workbook-columns.ts";

/** Reads a workbook as the deliveries it holds; every cell that can't be taken is a problem named 'sheet!cell'. */
export async function readDeliveryWorkbook(bytes: unknown): Promise<ReadDelivery | Refusal> {
  // Loaded when somebody wants it: it takes memory that an idle server needn't hold.
  const { readWorkbook } = await import("../../../platform/spreadsheets/read-workbook.ts");
  const sheets = await readWorkbook(bytes);
  if (isRefusal(sheets)) return sheets;
  const figures = sheets.find(({ name }) => name === sheetNames.figures);
  if (!figures) return refuse("workbook.sheet_missing", { sheet: sheetNames.figures });
  const receipts = sheets.find(({ name }) => name === sheetNames.receipts);
  const problems: ImportProblem[] = [];
  const deliveries = new Map<string, Delivery>();
  const columns = columnsOf(figures, figureColumns, ["code", "metric", "occurredOn", "quantity"], problems);
  if (isRefusal(columns)) return columns;
  for (const row of figures.rows) addFigure(row, columns, deliveries, problems);
  if (receipts) {
    const named = columnsOf(receipts, receiptColumns, ["code"], problems);
    if (isRefusal(named)) return named;
    for (const row of receipts.rows) deliveryOf(row, named, deliveries, problems);
  }
  if (deliveries.size === 0 && problems.length === 0) return refuse("workbook.nothing_delivered");
  return { entries: [...deliveries.values()], problems };
}

type Delivery = Omit<DeliveryEntry, "figures" | "organizationName"> & {
  organizationName: string | null;
  figures: FigureEntry[];
};
type Columns<Name extends string> = Partial<Record<Name, number>>;

/** Where each column stands; a heading that nobody knows or that stands twice is a problem, a missing one a refusal. */
function columnsOf<Name extends string>(
  sheet: Sheet,
  headings: Readonly<Record<Name, string>>,
  needed: readonly Name[],
  problems: ImportProblem[],
): Columns<Name> | Refusal {
  const columns: Columns<Name> = {};
  for (const [index, cell] of sheet.heading.entries()) {
    const heading = readInto(problems, cell, (of) => textOf(of, 40));
    if (heading === null) continue;
    const name = (Object.keys(headings) as Name[]).find((key) => headings[key] === heading);
    if (name === undefined || columns[name] !== undefined)
      problems.push({ path: cell.address, code: "workbook.column_unknown", values: { column: heading } });
    else columns[name] = index;
  }
  const missing = needed.find((name) => columns[name] === undefined);
  return missing === undefined
    ? columns
    : refuse("workbook.column_missing", { sheet: sheet.name, column: headings[missing] });
}

function addFigure(
  row: Row,
  columns: Columns<FigureColumn>,
  deliveries: Map<string, Delivery>,
  problems: ImportProblem[],
): void {
  const before = problems.length;
  const delivery = deliveryOf(row, columns, deliveries, problems);
  const at = (name: FigureColumn) => cellAt(row, columns, name);
  const read = (name: FigureColumn, how: (cell: Cell) => Reading) => readInto(problems, at(name), how);
  const needed = (name: FigureColumn, how: (cell: Cell) => Reading): string => {
    const count = problems.length;
    const value = read(name, how);
    if (value === null && problems.length === count)
      problems.push({ path: at(name).address, code: "request.field.missing", values: {} });
    return value ?? "";
  };
  const named = needed("metric", (cell) => codeOf(cell, 64));
  const occurredOn = needed("occurredOn", dateOf);
  const quantity = needed("quantity", decimalOf);
  const base = read("base", decimalOf);
  const severity = read("severity", (cell) => textOf(cell, 60));
  const note = read("note", (cell) => textOf(cell, 500)) ?? "";
  if (delivery === null || problems.length > before) return;
  const kind = importedKinds.find((known) => known === named && known !== "metric") as FactKind | undefined;
  delivery.figures.push({
    named: (field) => at(field === "attributes" ? "severity" : field === "kind" ? "metric" : field).address,
    figure: {
      kind: kind ?? "metric",
      metric: kind === undefined ? named : null,
      occurredOn,
      quantity,
      base,
      attributes: severity === null ? {} : { severity: severityWords.get(severity) ?? severity },
      note,
    },
  });
}

/** The delivery of the organisation that a row names, which may have several rows; null where it names none. */
function deliveryOf(
  row: Row,
  columns: Columns<"code" | "name">,
  deliveries: Map<string, Delivery>,
  problems: ImportProblem[],
): Delivery | null {
  const [codeCell, nameCell] = [cellAt(row, columns, "code"), cellAt(row, columns, "name")];
  const count = problems.length;
  const code = readInto(problems, codeCell, (cell) => codeOf(cell, 40));
  const name = readInto(problems, nameCell, (cell) => textOf(cell, 200));
  if (code === null) {
    if (problems.length === count) problems.push({ path: codeCell.address, code: "request.field.missing", values: {} });
    return null;
  }
  const known = deliveries.get(code);
  if (!known) {
    const fresh: Delivery = {
      named: (field) => (field === "name" ? nameCell : codeCell).address,
      organizationId: null,
      organizationCode: code,
      organizationName: name,
      figures: [],
    };
    deliveries.set(code, fresh);
    return fresh;
  }
  if (name !== null && known.organizationName !== null && name !== known.organizationName)
    problems.push({
      path: nameCell.address,
      code: "measure.organization_name_differs",
      values: { name: known.organizationName },
    });
  known.organizationName ??= name;
  return known;
}

/** The cell of a column; where the sheet hasn't got that column, a blank one named by the row's first cell. */
function cellAt<Name extends string>(row: Row, columns: Columns<Name>, name: Name): Cell {
  const column = columns[name];
  return column === undefined ? { address: row.cell(0).address, content: { form: "blank" } } : row.cell(column);
}

function readInto(problems: ImportProblem[], cell: Cell, how: (cell: Cell) => Reading): string | null {
  const read = how(cell);
  if ("value" in read) return read.value;
  problems.push({ path: cell.address, code: read.code, values: {} });
  return null;
}
