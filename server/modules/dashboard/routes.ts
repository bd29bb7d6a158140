import { type Route, read } from "../../platform/http/route.ts";
import { getWorkbench } from "./workbench-view.ts";

export const dashboardRoutes: Route[] = [read("getWorkbench", getWorkbench)];
