import { type Route, read, write } from "../../platform/http/route.ts";
import { applyReorganization } from "./apply-reorganization.ts";
import { getReorganizationBasis } from "./basis-view.ts";
import { previewReorganization } from "./preview-reorganization.ts";
import { getReorganization, listReorganizations } from "./reorganizations-view.ts";
import { suggestReorganization } from "./suggestion-view.ts";
import { undoReorganization } from "./undo-reorganization.ts";

export const reorganizationRoutes: Route[] = [
  read("getReorganizationBasis", getReorganizationBasis),
  read("suggestReorganization", suggestReorganization),
  read("previewReorganization", previewReorganization),
  write("applyReorganization", applyReorganization, ({ params, body }) => ({ ...body, ...params })),
  read("listReorganizations", listReorganizations),
  read("getReorganization", getReorganization),
  write("undoReorganization", undoReorganization, ({ params, body }) => ({ ...body, ...params })),
];
