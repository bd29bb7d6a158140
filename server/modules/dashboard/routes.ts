import { read, type Route } from "../../platform/http/route.ts";
import { getWorkbench } from "./workbench-view.ts";

export const dashboardRoutes: Route[] = [read("getWorkbench", getWorkbench)];
