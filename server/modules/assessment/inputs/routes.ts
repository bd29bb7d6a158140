import { type Route, read, write } from "../../../platform/http/route.ts";
import { correctFigure } from "./correct-figure.ts";
import { downloadTemplate } from "./delivery-template.ts";
import { listFigures } from "./figures-view.ts";
import { importMeasures } from "./import-measures.ts";
import { importWorkbook } from "./import-workbook.ts";
import { previewWorkbook } from "./preview-workbook.ts";
import { listReceipts } from "./receipts-view.ts";
import { listSources } from "./sources-view.ts";
import { withdrawDelivery } from "./withdraw-delivery.ts";

export const inputsRoutes: Route[] = [
  write("importMeasures", importMeasures, ({ params, body }) => ({ ...body, ...params })),
  read("downloadTemplate", downloadTemplate),
  read("previewWorkbook", previewWorkbook),
  write("importWorkbook", importWorkbook, ({ params, query, raw }) => ({ ...query, ...params, bytes: raw.body })),
  read("listSources", listSources),
  read("listReceipts", listReceipts),
  read("listFigures", listFigures),
  write("correctFigure", correctFigure, ({ params, body }) => ({ ...body, ...params })),
  write("withdrawDelivery", withdrawDelivery, ({ params, body }) => ({ ...body, ...params })),
];
