import { type Route, read, write } from "../../../platform/http/route.ts";
import { downloadTemplate } from "./delivery-template.ts";
import { importMeasures } from "./import-measures.ts";
import { importWorkbook } from "./import-workbook.ts";
import { previewWorkbook } from "./preview-workbook.ts";
import { listReceipts } from "./receipts-view.ts";
import { listSources } from "./sources-view.ts";

export const inputsRoutes: Route[] = [
  write("importMeasures", importMeasures, ({ params, body }) => ({ ...body, ...params })),
  read("downloadTemplate", downloadTemplate),
  read("previewWorkbook", previewWorkbook),
  write("importWorkbook", importWorkbook, ({ params, query, raw }) => ({ ...query, ...params, bytes: raw.body })),
  read("listSources", listSources),
  read("listReceipts", listReceipts),
];
