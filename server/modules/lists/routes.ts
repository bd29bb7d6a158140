import { type Route, read, write } from "../../platform/http/route.ts";
import type { Workshop } from "../../platform/ritual/perform.ts";
import { exportingOf } from "./export-list.ts";
import { forgetView } from "./forget-view.ts";
import { keepView } from "./keep-view.ts";
import { listViews } from "./kept-views.ts";

/** `routes` are those of all modules: a workbook is made of what a list's own endpoint answers. */
export function listsRoutes({ workshop, routes }: { workshop: Workshop; routes: readonly Route[] }): Route[] {
  return [
    read("listViews", listViews),
    write("keepView", keepView, ({ params, body }) => ({ ...params, ...body })),
    write("forgetView", forgetView, ({ params }) => params),
    write("exportList", exportingOf(workshop, routes), ({ body, language, raw, reply }) => ({
      ...body,
      language,
      raw,
      reply,
    })),
  ];
}
