import { type Route, read } from "../../platform/http/route.ts";
import { previewRoster } from "./roster/preview-roster.ts";
import { rosterTemplate } from "./roster/roster-template.ts";

export const importsRoutes: Route[] = [read("previewRoster", previewRoster), read("rosterTemplate", rosterTemplate)];
