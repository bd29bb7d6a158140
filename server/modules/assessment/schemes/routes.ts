import { type Route, read, write } from "../../../platform/http/route.ts";
import { adoptScheme } from "./adopt-scheme.ts";
import { getDraft, listDrafts, validateDraft } from "./drafts-view.ts";
import { endAdoption } from "./end-adoption.ts";
import { getIndicator, listIndicators } from "./indicators-view.ts";
import { publishDraft } from "./publish-draft.ts";
import { deleteDraft, saveDraft } from "./save-draft.ts";
import { diffSchemes, getScheme, listSchemes } from "./schemes-view.ts";

export const schemesRoutes: Route[] = [
  read("listIndicators", listIndicators),
  read("getIndicator", getIndicator),
  read("listSchemes", listSchemes),
  read("getScheme", getScheme),
  read("diffSchemes", diffSchemes),
  read("listDrafts", listDrafts),
  read("getDraft", getDraft),
  write("saveDraft", saveDraft, ({ params, body }) => ({ ...body, ...params })),
  write("deleteDraft", deleteDraft, ({ params }) => params),
  read("validateDraft", validateDraft),
  write("publishDraft", publishDraft, ({ params, body }) => ({ ...body, ...params })),
  write("adoptScheme", adoptScheme, ({ params, body }) => ({ ...body, ...params })),
  write("endAdoption", endAdoption, ({ params, body }) => ({ ...body, ...params })),
];
