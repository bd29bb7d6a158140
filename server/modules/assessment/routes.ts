import { type Route, read } from "../../platform/http/route.ts";
import { getBoard } from "./board-view.ts";
import { listScoreFacts } from "./facts-view.ts";
import { getScore } from "./score-view.ts";

export const assessmentRoutes: Route[] = [
  read("getBoard", getBoard),
  read("getScore", getScore),
  read("listScoreFacts", listScoreFacts),
];
