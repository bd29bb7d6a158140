import { type Route, read } from "../../platform/http/route.ts";
import { boardsRoutes } from "./boards/routes.ts";
import { disputesRoutes } from "./disputes/routes.ts";
import { inputsRoutes } from "./inputs/routes.ts";
import { judgingRoutes } from "./judging/routes.ts";
import { periodsRoutes } from "./periods/routes.ts";
import { getScoreReport } from "./report/report-view.ts";
import { schemesRoutes } from "./schemes/routes.ts";
import { getBoard } from "./views/board-view.ts";
import { listScoreChildren } from "./views/children-view.ts";
import { listScoreFacts } from "./views/facts-view.ts";
import { withWorkdaysLeft } from "./views/publicity-left.ts";
import { getPublishedBoard } from "./views/published-board.ts";
import { listPublishedBoards } from "./views/published-boards.ts";
import { getScore } from "./views/score-view.ts";

export const assessmentRoutes: Route[] = [
  read("getBoard", withWorkdaysLeft(getBoard)),
  read("getScore", withWorkdaysLeft(getScore)),
  read("getScoreReport", getScoreReport),
  read("listScoreFacts", listScoreFacts),
  read("listScoreChildren", listScoreChildren),
  read("listPublishedBoards", listPublishedBoards),
  read("getPublishedBoard", withWorkdaysLeft(getPublishedBoard)),
  ...periodsRoutes,
  ...boardsRoutes,
  ...disputesRoutes,
  ...schemesRoutes,
  ...inputsRoutes,
  ...judgingRoutes,
];
