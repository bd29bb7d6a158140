import { type Route, write } from "../../../platform/http/route.ts";
import { makeHandbook, makeInspectionPack } from "./make-book.ts";

export const booksRoutes: Route[] = [
  write("makeHandbook", makeHandbook, ({ params, body: { year, format }, language }) => ({
    ...params,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    templateCodes: [],
    format,
    language,
  })),
  write("makeInspectionPack", makeInspectionPack, ({ params, body, language }) => ({ ...params, ...body, language })),
];
