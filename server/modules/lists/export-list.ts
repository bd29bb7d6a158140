import { columnsOf, type ListColumn, type Reader, type UnknownList } from "@dutyloop/contract/lists/list.ts";
import { workbooks } from "@dutyloop/contract/lists/lists.ts";
import type { NamedWorkbook } from "@dutyloop/contract/lists/names.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { bulkExportRows, isBulkExport, lacksPurpose } from "@dutyloop/domain/operation/alarm-rules.ts";
import { alarmRow } from "../../platform/audit/alarm-row.ts";
import type { FileAnswer } from "../../platform/http/file-answer.ts";
import type { ApiRequest, Route } from "../../platform/http/route.ts";
import type { Workshop } from "../../platform/ritual/perform.ts";
import { Refused } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { type SheetStream, startSheet } from "../../platform/spreadsheets/sheet-stream.ts";
import { dataClassOf } from "./data-class.ts";
import { listReaderOf } from "./list-reader.ts";
import { rowsToTake } from "./rows-to-take.ts";
import { unknownColumn } from "./unknown-column.ts";

export type Exporting = Pick<ApiRequest<"exportList">, "language" | "raw" | "reply"> & {
  readonly list: NamedWorkbook;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly columns: readonly string[];
  readonly purpose?: string | undefined;
};
type Made = { readonly file: FileAnswer; readonly rows: number };

/** What a table program still opens at once. */
const mostRows = 20_000;
const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * A list or a table as a workbook, as its reader sees it: his filters, order and columns over all pages. The rows are those that the
 * list's own endpoint answers him, so that neither its right nor its scope can be gone round; restricted units and what is
 * theirs stay out (PRV-22). It is a write because its making, with the number of rows, belongs into the audit, and because
 * one of many rows is told to the security administrators (SEC-22).
 */
export function exportingOf(
  workshop: Workshop,
  routes: readonly Route[],
): UseCase<Exporting, Made, Made, FileAnswer, Made> {
  const pagesOf = listReaderOf(workshop, routes);
  return {
    name: "lists.export_list",
    access: "self",
    async prepare(database, input, caller) {
      const { list: name, language } = input;
      const list: UnknownList = workbooks[name];
      const refusal = list.sensitive === true ? refuse("export.sensitive") : unknownColumn(list, input.columns);
      if (refusal !== null) throw new Refused(refusal);
      const dataClass = dataClassOf(name);
      const columns = columnsOf(list, input.columns);
      const reader: Reader = { language, today: caller.today };
      const cellOf = (column: ListColumn<never>, item: never) => {
        const plain = column.value(item, reader);
        return column.kind === "instant" && plain !== null ? clock.format(new Date(plain)) : plain;
      };
      const clock = clockIn(workshop.timeZone);
      const taken = `${caller.accountName} ${clock.format(caller.now)}`;
      const heads = columns.map(headOf(language));
      let sheet: SheetStream | null = null;
      let rows = 0;
      for await (const page of pagesOf(database, input, caller)) {
        const over = sheet === null ? (list.over?.(page, reader, input.query) ?? []) : [];
        sheet ??= await startSheet({ name: list.name[language], over, columns: heads, taken });
        const shown = await rowsToTake(database, caller.actor.tenantId, rowsOf(list, page, reader), list);
        rows += shown.length;
        if (lacksPurpose(rows, dataClass, input.purpose ?? null))
          throw new Refused(refuse("export.purpose_missing", { most: bulkExportRows }, "purpose"));
        if (rows > mostRows) throw new Refused(refuse("export.too_many_rows", { most: mostRows }));
        for (const item of shown) sheet.add(columns.map((column) => cellOf(column, item)));
      }
      if (sheet === null || rows === 0) throw new Refused(refuse("export.nothing"));
      const bytes = await sheet.end();
      return { file: { bytes, mediaType, fileName: `${list.name[language]}-${caller.today}.xlsx` }, rows };
    },
    load: async (_transaction, _input, _context, made) => made,
    place: () => null,
    decide: (made) => made,
    save(saving, { rows }, { actor, now }, { list: subject, purpose }) {
      if (isBulkExport(rows))
        saving.insert("alarm", alarmRow(actor, now, { kind: "bulk_export", figure: rows, subject, purpose }));
    },
    audit: ({ rows }, { list, params, query, columns, purpose }) => ({
      object: `list ${list}, ${rows} rows${purpose === undefined ? "" : `, for: ${purpose}`}`,
      after: { rows, params, query, columns: [...columns], purpose: purpose ?? null },
    }),
    answer: ({ file }) => file,
  };
}

/** 2026-03-18 14:05 */
function clockIn(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short", timeZone });
}

/** The rows of a page: its items, where the list doesn't make others of it. */
function rowsOf(list: UnknownList, page: never, reader: Reader): readonly never[] {
  const { items = [] } = page as { readonly items?: readonly never[] };
  return (list.rowsOf?.(page, reader) as readonly never[] | undefined) ?? items;
}

function headOf(language: Reader["language"]) {
  return ({ name, group, width = 16, kind }: ListColumn<never>) => ({
    heading: name[language],
    group: group?.name[language],
    width,
    numbers: kind === "number",
  });
}
