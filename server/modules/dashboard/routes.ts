import { type Route, read } from "../../platform/http/route.ts";
import { getBurden } from "./burden-view.ts";
import { getDutyFigures, getDutyMatrix } from "./matrix/matrix-view.ts";
import { getWorkbench } from "./workbench-view.ts";

export const dashboardRoutes: Route[] = [
  read("getWorkbench", getWorkbench),
  read("getDutyMatrix", getDutyMatrix),
  read("getDutyFigures", getDutyFigures),
  read("getBurden", getBurden),
];
